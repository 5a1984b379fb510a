import { bankOf, POLICE } from '#shared/domain/notification/receiver.ts';
import {
  officersBehindDecision,
  officersBehindListing,
  peopleStillNeeded,
  releaseState,
  type ReleaseVote,
  voteRefusal,
} from '#shared/domain/notification/release/release-policy.ts';
import type { EnterInLog } from '#shared/contracts/log-entry.ts';
import type { AccountTouched, VerdictReached } from '#shared/contracts/messages.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { Expiry } from '#shared/runtime/retention.ts';
import type { Accounts } from '#shared/tables/accounts.ts';
import type { Assessments } from '#shared/tables/assessments.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import type { ProposedRelease, Releases } from '#shared/tables/releases.ts';
import type { Replies } from '#shared/tables/replies.ts';
import { voteEntries } from './vote-entries.ts';

export interface VotePorts {
  readonly releases: Pick<Releases, 'get' | 'write'>;
  readonly replies: Pick<Replies, 'lastDecision'>;
  readonly enter: EnterInLog;
  /** Sends messages to the step that notifies banks, to review an account. */
  readonly notifyBanks: (messages: readonly AccountTouched[], delaySeconds?: number) => Promise<void>;
  /** Sends messages to the step that notifies the police, to review a company's verdict. */
  readonly notifyPolice: (messages: readonly VerdictReached[], delaySeconds?: number) => Promise<void>;
  readonly accounts: Pick<Accounts, 'recorded'>;
  readonly assessments: Pick<Assessments, 'of'>;
  readonly expiry: Expiry;
  readonly now: RealClock;
}

export interface CastVote {
  readonly noticeId: string;
  /** The change that the officer saw; a vote on a change that was replaced meanwhile is refused. */
  readonly changeId: string;
  readonly officer: string;
  readonly outcome: ReleaseVote['outcome'];
  readonly reason?: string | undefined;
}

export type VoteResult =
  | { readonly taken: true; readonly state: ProposedRelease['state'] }
  | { readonly taken: false; readonly because: 'changed_meanwhile' | 'own_proposal' | 'voted_already' };

/** The delay after which the vote has been written or has failed. */
const LOOK_AGAIN_SECONDS = 60;

/** Records one person's vote on a proposed change; the step that notifies the receiver then sends a released change. */
export async function voteOnRelease(vote: CastVote, ports: VotePorts): Promise<VoteResult> {
  const { releases, enter, expiry, now } = ports;
  const { noticeId, changeId, officer, outcome, reason } = vote;
  const stored = await releases.get(noticeId);
  if (stored?.changeId !== changeId || stored.state !== 'waiting') {
    return { taken: false, because: 'changed_meanwhile' };
  }
  const { proposers, refusal } = await voteEligibilityOf(stored, officer, ports);
  if (refusal !== undefined) return { taken: false, because: refusal };
  const votes = [...stored.votes, { officer, outcome, at: now().toISOString(), reason }];
  const state = releaseState(stored.needed, proposers, votes);
  const next = { ...stored, votes, state, revision: stored.revision + 1 };
  // The step's message is sent before the vote is written, so that after a crash in between the step still
  // enters the votes
  if (state !== 'waiting') await proceed(stored, ports, LOOK_AGAIN_SECONDS);
  if (!(await releases.write(next, stored, expiry()))) return { taken: false, because: 'changed_meanwhile' };
  await enter(voteEntries(next));
  // A refused change is not sent, but the step that notifies the receiver enters the refusal in the
  // ledger
  if (state !== 'waiting') await proceed(stored, ports);
  return { taken: true, state };
}

/** The proposers of a change, the number of votes that it still needs, and the reason why an officer may not vote. */
export async function voteEligibilityOf(
  change: ProposedRelease,
  officer: string,
  ports: Pick<VotePorts, 'replies' | 'accounts'>,
) {
  const proposers = await proposersOf(change, ports);
  return {
    proposers,
    stillNeeded: peopleStillNeeded(change.needed, proposers, change.votes),
    refusal: voteRefusal(officer, proposers, change.votes),
  };
}

/**
 * The proposers of a change: all officers whose decisions raised or dismissed the company's notices, or who listed or
 * cleared the account.
 */
async function proposersOf(
  { receiver, subject, act, level, enterpriseCode }: ProposedRelease,
  { replies, accounts }: Pick<VotePorts, 'replies' | 'accounts'>,
): Promise<ReadonlySet<string>> {
  const follows = level === 'act' || act === 'withdraw';
  const last =
    enterpriseCode !== undefined && follows
      ? await replies.lastDecision(POLICE, noticeIdOf(POLICE, enterpriseCode))
      : undefined;
  const account = receiver === POLICE ? undefined : await accounts.recorded(subject);
  return new Set([...(last ? officersBehindDecision(last) : []), ...officersBehindListing(account?.listings ?? [])]);
}

/** Sends a message to the step that notifies the receiver, because people have decided on the change. */
async function proceed(
  { receiver, subject }: ProposedRelease,
  { notifyBanks, notifyPolice, assessments }: VotePorts,
  delaySeconds?: number,
): Promise<void> {
  if (receiver !== POLICE) return notifyBanks([{ accountRef: subject, bank: bankOf(receiver) }], delaySeconds);
  const assessed = (await assessments.of([subject])).get(subject);
  // A company whose registration was taken back is not assessed any longer
  const assessmentId = assessed?.assessmentId ?? contentId({ unregistered: subject });
  await notifyPolice([{ enterpriseCode: subject, assessmentId }], delaySeconds);
}
