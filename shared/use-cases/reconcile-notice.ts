import { type NoticeCase, reconciledNotice } from '#shared/domain/notification/notice/reconciled-notice.ts';
import { accountCaseId, caseIdOf } from '#shared/domain/outcomes/facts-of-notice.ts';
import type { OutcomeFact } from '#shared/domain/outcomes/outcome-fact.ts';
import { newestInLedger } from '#shared/domain/outcomes/newest-in-ledger.ts';
import type { NoticeInLedger } from '#shared/domain/notification/notice/notice-in-ledger.ts';
import { distinguishingContent, type Notice } from '#shared/domain/notification/notice/notice.ts';
import type { RulesClock, RealClock } from '#shared/runtime/clock.ts';
import { secondsSinceFile } from '#shared/runtime/chain.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { log } from '#shared/runtime/log.ts';
import { OVERTAKEN, type Overtaken } from '#shared/runtime/until-written.ts';
import { noticeIdOf, type Notices, type StoredNotice } from '#shared/tables/notices.ts';
import type { Outcomes } from '#shared/tables/outcomes.ts';

interface ReconcileNoticePorts {
  /**
   * Enters a state of the notice in the log and then in the ledger; a repetition changes nothing.
   * @param ledger the facts of the notice that the ledger has
   */
  readonly enterState: (notice: Notice, ledger: readonly OutcomeFact[]) => Promise<void>;
  readonly notices: Pick<Notices, 'get' | 'write'>;
  readonly outcomes: Pick<Outcomes, 'ofNotice'>;
  /** Whether people have released the next change, where they must; without a release the notice stays as it is. */
  readonly isReleased: IsReleased;
  readonly rulesClock: RulesClock;
  readonly now: RealClock;
}

/**
 * The present notice, if there is one. `isWritten` means that it, or the request to people to release its change, was
 * just written, so that its grounds may have changed meanwhile.
 */
interface ReconciledNotice {
  readonly notice: Notice | undefined;
  readonly isWritten: boolean;
}

/**
 * Brings the notice of one subject to the state that is due, under its single id, and enters that state; writes nothing
 * where nothing changed. The state before is entered first where its writer ended before it had entered it, because
 * nobody can read that state once it is replaced. Undefined where there is no notice; overtaken where another writer
 * wrote the notice, or somebody voted on its change, since it was read.
 */
export async function reconcileNotice(
  noticeCase: NoticeCase,
  ports: ReconcileNoticePorts,
): Promise<ReconciledNotice | Overtaken> {
  const { receiver, subject, due } = noticeCase;
  const { notices, isReleased, rulesClock, now } = ports;
  const noticeId = noticeIdOf(receiver, subject);
  const { before, inLedger, ledger } = await storedAndInLedger(noticeCase, noticeId, ports);
  const enterState = (notice: Notice) => ports.enterState(notice, ledger);
  const next = reconciledNotice(noticeCase, before, {
    noticeId,
    fingerprint: due !== 'unknown' && 'content' in due ? contentId(distinguishingContent(due.content)) : '',
    today: rulesClock.today(),
    issuedAt: rulesClock.now().toISOString(),
    changedAt: now().toISOString(),
    inLedger,
  });
  // A state that the ledger has was released before the table was restored
  const isKnown = next !== undefined && inLedger?.sequence === next.sequence;
  const release = isKnown ? 'released' : await isReleased(noticeId, next, before);
  if (release === OVERTAKEN) return OVERTAKEN;
  if (!next || release !== 'released') {
    if (before) await enterState(before);
    return { notice: before, isWritten: release === 'asked' };
  }
  if (before && (inLedger?.sequence ?? 0) < before.sequence) await enterState(before);
  if (!(await notices.write(next, before))) return OVERTAKEN;
  const seconds = secondsSinceFile(now());
  const { state: reason, sequence } = next;
  log('NOTICE_WRITTEN', { receiver, noticeId, sequence, reason, ...(seconds !== undefined && { seconds }) });
  await enterState(next);
  return { notice: next, isWritten: true };
}

interface StoredAndInLedger {
  readonly before: StoredNotice | undefined;
  readonly inLedger: NoticeInLedger | undefined;
  /** The facts of the notice. */
  readonly ledger: readonly OutcomeFact[];
}

/** The notice that is stored, and the newest state in the ledger, which is later where the table was restored. */
async function storedAndInLedger(
  { receiver, subject, due }: NoticeCase,
  noticeId: string,
  { notices, outcomes }: ReconcileNoticePorts,
): Promise<StoredAndInLedger> {
  const before = await notices.get(receiver, noticeId);
  const content = due !== 'unknown' && 'content' in due ? due.content : undefined;
  if (!before && !content) return { before, inLedger: undefined, ledger: [] };
  const cases = new Set([content?.enterpriseCode ?? accountCaseId(subject), ...(before ? [caseIdOf(before)] : [])]);
  const ledger = (await Promise.all([...cases].map((caseId) => outcomes.ofNotice(caseId, noticeId)))).flat();
  const inLedger = newestInLedger(ledger, noticeId);
  // Another function may have written the notice between the two readings
  const isLater = inLedger !== undefined && inLedger.sequence > (before?.sequence ?? 0);
  return { before: isLater ? await notices.get(receiver, noticeId) : before, inLedger, ledger };
}

/**
 * What people have said to the next change of a notice. `asked`: the request to them was just written or has just ended,
 * so that its grounds may have changed meanwhile.
 */
type Release = 'released' | 'waits' | 'asked';

/**
 * Decides whether a notice may change to its next state now; overtaken where somebody votes on it meanwhile.
 * @param next undefined where nothing changes, so that nothing is asked of people any longer
 */
export type IsReleased = (
  noticeId: string,
  next: Notice | undefined,
  before: Notice | undefined,
) => Promise<Release | Overtaken>;
