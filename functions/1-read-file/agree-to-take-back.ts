import type { FileReleased } from '#shared/contracts/file-arrived.ts';
import { agreedBy, takingBackState, type TakingBackUse } from '#shared/domain/notification/release/release-policy.ts';
import type { EnterInLog } from '#shared/contracts/log-entry.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import type { Expiry } from '#shared/runtime/retention.ts';
import { log } from '#shared/runtime/log.ts';
import type { StoredTakingBack, TakingsBack } from '#shared/tables/takings-back.ts';
import { type AgreementPolicy, isWaiting, stateOf, takingBackEntries } from '#shared/use-cases/taking-back-state.ts';

export interface AgreementPorts extends AgreementPolicy {
  readonly takingsBack: Pick<TakingsBack, 'get' | 'write' | 'remove'>;
  readonly enter: EnterInLog;
  readonly expiry: Expiry;
  readonly now: RealClock;
}

interface AskedUse {
  readonly use: TakingBackUse;
  readonly by: string;
  readonly why: string;
}
type Decided = Pick<AskedUse, 'by' | 'why'>;
/** The last drop of a file. */
interface LastDrop {
  readonly feed: string;
  readonly file: string;
  readonly version: string;
}

/**
 * Who decided to take a drop's rows back, and why; undefined until enough people who signed in agree. A command's
 * decision is stored, so that they can. Nothing is taken back because of votes that the log does not have.
 * The decision is stored under the drop's own name, because a message may write the feed's name in another case.
 */
export async function agreementTo(
  { version: named }: FileReleased,
  { use, by, why }: AskedUse,
  { feed, file: name, version }: LastDrop,
  ports: AgreementPorts,
): Promise<Decided | undefined> {
  if (ports.takingBackPolicy === 'automatic') return { by, why };
  const file = `${feed}/${name}`;
  const stored = await ports.takingsBack.get(file);
  const current = stored?.version === version ? stored : undefined;
  if (current?.use === use && isAgreed(current, ports)) {
    await ports.enter(takingBackEntries(current));
    return { by: agreedBy(current), why: current.why };
  }
  const isCommand = named === undefined;
  if (isCommand && !(current && isWaiting(current, ports))) {
    const asked = { use, version, why, askedAt: ports.now().toISOString(), votes: [] };
    await ports.takingsBack.write(stateOf(file, asked), stored, ports.expiry());
  }
  log('FILE_RELEASE_WAITS', { feed, reason: use });
  return undefined;
}

/** Call this once a decision was carried out: the same drop needs new votes the next time. */
export async function forgetAgreement({ feed, file, version }: LastDrop, ports: AgreementPorts): Promise<void> {
  if (ports.takingBackPolicy === 'automatic') return;
  const stored = await ports.takingsBack.get(`${feed}/${file}`);
  if (stored?.version === version && isAgreed(stored, ports)) await ports.takingsBack.remove(stored);
}

const isAgreed = (asked: StoredTakingBack, { takingBackPolicy }: AgreementPorts): boolean =>
  takingBackState(asked, takingBackPolicy) === 'released';
