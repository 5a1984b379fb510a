import {
  agreedBy,
  hasAgreed,
  type ReleaseVote,
  takingBackState,
  type TakingBackUse,
} from '#shared/domain/notification/release/release-policy.ts';
import type { FileReleased } from '#shared/contracts/file-arrived.ts';
import type { EnterInLog } from '#shared/contracts/log-entry.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import type { Expiry } from '#shared/runtime/retention.ts';
import type { StoredTakingBack, TakingsBack } from '#shared/tables/takings-back.ts';
import { takingBackEntries, type AgreementPolicy, isWaiting, stateOf } from './taking-back-state.ts';

export interface TakeBackFilePorts extends AgreementPolicy {
  readonly takingsBack: Pick<TakingsBack, 'get' | 'at' | 'write'>;
  readonly inboxBucket: string;
  readonly releaseFile: (messages: readonly FileReleased[], delaySeconds?: number) => Promise<void>;
  readonly enter: EnterInLog;
  readonly expiry: Expiry;
  readonly now: RealClock;
}

/** The decision of an officer at a desk about a drop of a file. */
export interface AskedTakingBack {
  /** The file with its feed's folder. */
  readonly file: string;
  readonly use: TakingBackUse;
  readonly version: string;
  readonly why: string;
  readonly officer: string;
}

export interface TakingBackVote {
  readonly file: string;
  /** The state of the decision that the officer saw. */
  readonly revision: string;
  readonly outcome: ReleaseVote['outcome'];
  readonly officer: string;
  /** The last drop of the file; undefined where the file is unknown. */
  readonly version: string | undefined;
}

export type TakingBackResult = 'waits' | 'agreed' | 'refused' | TakingBackRefusal;
export type TakingBackRefusal = 'asked_already' | 'changed_meanwhile' | 'voted_already';

/** The delay after which the vote has been written or has failed. */
const LOOK_AGAIN_SECONDS = 60;

/** An officer asks for a file to be taken back; that officer's vote is the first. */
export async function askToTakeBack(asked: AskedTakingBack, ports: TakeBackFilePorts): Promise<TakingBackResult> {
  const { file, use, version, why, officer } = asked;
  const stored = await ports.takingsBack.get(file);
  if (stored?.version === version && isWaiting(stored, ports)) return 'asked_already';
  const askedAt = ports.now().toISOString();
  const decision = { use, version, why, askedAt, votes: [{ officer, outcome: 'release', at: askedAt }] } as const;
  return storeVotes(stateOf(file, decision), stored, ports);
}

/** Records that another officer agrees to a decision, or that somebody refuses or withdraws it. */
export async function voteOnTakingBack(vote: TakingBackVote, ports: TakeBackFilePorts): Promise<TakingBackResult> {
  const { file, revision, outcome, officer, version } = vote;
  const stored = await ports.takingsBack.get(file);
  const isSeen = stored?.revision === revision && stored.version === version;
  if (!isSeen || !isWaiting(stored, ports)) return 'changed_meanwhile';
  if (outcome === 'release' && hasAgreed(stored, officer)) return 'voted_already';
  const votes = [...stored.votes, { officer, outcome, at: ports.now().toISOString() }];
  return storeVotes(stateOf(file, { ...stored, votes }), stored, ports);
}

/**
 * The step's message is sent before the votes are written, so that after a crash in between the step still carries the
 * decision out.
 */
async function storeVotes(
  next: StoredTakingBack,
  before: StoredTakingBack | undefined,
  ports: TakeBackFilePorts,
): Promise<TakingBackResult> {
  const state = takingBackState(next, ports.takingBackPolicy);
  if (state === 'released') await ports.releaseFile([messageOf(next, ports)], LOOK_AGAIN_SECONDS);
  if (!(await ports.takingsBack.write(next, before, ports.expiry()))) return 'changed_meanwhile';
  await ports.enter(takingBackEntries(next).slice(-1));
  if (state !== 'released') return state === 'waiting' ? 'waits' : state;
  await ports.releaseFile([messageOf(next, ports)]);
  return 'agreed';
}

const messageOf = (agreed: StoredTakingBack, { inboxBucket }: TakeBackFilePorts): FileReleased => ({
  bucket: inboxBucket,
  key: agreed.file,
  release: { use: agreed.use, by: agreedBy(agreed), why: agreed.why },
  version: agreed.version,
});
