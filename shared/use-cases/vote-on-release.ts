import { bankOf, POLICE } from '#shared/domain/notification/receiver.ts';
import { releaseState, type ReleaseVote, voteRefusal } from '#shared/domain/notification/release/release-policy.ts';
import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import type { AccountTouched } from '#shared/contracts/messages.ts';
import type { WireClock } from '#shared/runtime/clock.ts';
import type { Expiry } from '#shared/runtime/retention.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import type { ProposedRelease, Releases } from '#shared/tables/releases.ts';
import type { Replies } from '#shared/tables/replies.ts';

export interface VotePorts {
  readonly releases: Pick<Releases, 'get' | 'write'>;
  readonly replies: Pick<Replies, 'get' | 'lastDecision'>;
  /** To the verifiable log. */
  readonly enter: (entries: readonly LogEntry[]) => Promise<void>;
  /** Asks the step that tells banks to look at an account again. */
  readonly notifyBanks: (messages: readonly AccountTouched[]) => Promise<void>;
  readonly expiry: Expiry;
  readonly now: WireClock;
}

export interface CastVote {
  readonly noticeId: string;
  /** The change that the officer saw: what has become another one meanwhile is not voted on. */
  readonly changeId: string;
  readonly officer: string;
  readonly outcome: ReleaseVote['outcome'];
  readonly reason?: string | undefined;
}

export type VoteResult =
  | { readonly taken: true; readonly state: ProposedRelease['state'] }
  | { readonly taken: false; readonly because: 'changed_meanwhile' | 'own_proposal' | 'voted_already' };

/** Takes in one person's word on a proposed change; the step that notifies banks then sends what is released. */
export async function voteOnRelease(vote: CastVote, ports: VotePorts): Promise<VoteResult> {
  const { releases, notifyBanks, enter, expiry, now } = ports;
  const { noticeId, changeId, officer, outcome, reason } = vote;
  const standing = await releases.get(noticeId);
  if (standing?.changeId !== changeId || standing.state !== 'waiting') {
    return { taken: false, because: 'changed_meanwhile' };
  }
  const proposer = await proposerOf(standing, ports);
  const refusal = voteRefusal(officer, proposer, standing.votes);
  if (refusal !== undefined) return { taken: false, because: refusal };
  const votes = [...standing.votes, { officer, outcome, at: now().toISOString(), reason }];
  const state = releaseState(standing.needed, proposer, votes);
  const written = await releases.write(
    { ...standing, votes, state, revision: standing.revision + 1 },
    standing,
    expiry(),
  );
  if (!written) return { taken: false, because: 'changed_meanwhile' };
  await enter([voteEntry(standing, vote, now().toISOString())]);
  // What was refused is told to nobody, but the step that tells banks enters it in the ledger
  if (state !== 'waiting') await notifyBanks([{ accountRef: standing.subject, bank: bankOf(standing.receiver) }]);
  return { taken: true, state };
}

/** Who brought the change about: the officer of the decision that raised the company's notices, where one did. */
async function proposerOf(
  { act, level, enterpriseCode }: ProposedRelease,
  { replies }: VotePorts,
): Promise<string | undefined> {
  if (enterpriseCode === undefined || (level !== 'act' && act !== 'withdraw')) return undefined;
  const last = await replies.lastDecision(POLICE, noticeIdOf(POLICE, enterpriseCode));
  return last && (await replies.get(POLICE, last.lastId))?.officer;
}

/** The reason stays in the table: it may say something of a person. */
function voteEntry(
  { noticeId, receiver, changeId }: ProposedRelease,
  { officer, outcome }: CastVote,
  at: string,
): LogEntry {
  const says = { receiver, noticeId, changeId, outcome };
  return entryOf({ kind: 'release-voted', at, by: actorOf({ officer }, receiver), says }, { changeId, officer });
}
