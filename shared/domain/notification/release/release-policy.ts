import type { NoticeLevel } from '../notice/bank-notice.ts';

/** The number of people between a verdict and its consequence. */
export type Releasing = 'automatic' | 'one_officer' | 'two_officers';

/**
 * Who must release what, before a bank is notified; the police are notified at once, since they are the people who review (NĐ 330/2026 Art. 67, still to be compared with its original text: no
 * automated decision touches rights without a person's oversight). A stage's configuration says it.
 */
export interface ReleasePolicy {
  readonly bankWatch: Releasing;
  readonly bankAct: Releasing;
  /** Changes that name a competent authority's written decision. */
  readonly namingDecision: Releasing;
  readonly withdrawal: Releasing;
}

/** A change of a bank's notice that is about to be sent. */
export interface ProposedChange {
  readonly act: 'issue' | 'update' | 'withdraw';
  readonly level: NoticeLevel;
  readonly namesDecision: boolean;
}

const PEOPLE: Readonly<Record<Releasing, number>> = { automatic: 0, one_officer: 1, two_officers: 2 };

/** How many different people must have released it. */
export function peopleNeeded({ act, level, namesDecision }: ProposedChange, policy: ReleasePolicy): number {
  if (act === 'withdraw') return PEOPLE[policy.withdrawal];
  const byLevel = PEOPLE[level === 'act' ? policy.bankAct : policy.bankWatch];
  return namesDecision ? Math.max(byLevel, PEOPLE[policy.namingDecision]) : byLevel;
}

/** A person's vote on a proposed change. */
export interface ReleaseVote {
  /** The person's id at the sign-in provider. */
  readonly officer: string;
  readonly outcome: 'release' | 'refuse';
  /** ISO instant. */
  readonly at: string;
  readonly reason?: string | undefined;
}

export type ReleaseState = 'waiting' | 'released' | 'refused';

/**
 * The state of a proposed change. One refusal stops it. Its proposer counts as one of the people where the change needs
 * two, and releases nothing alone.
 * @param proposer a person's id; undefined where the rules alone propose it
 */
export function releaseState(
  needed: number,
  proposer: string | undefined,
  votes: readonly ReleaseVote[],
): ReleaseState {
  if (votes.some(({ outcome }) => outcome === 'refuse')) return 'refused';
  const releasing = new Set(votes.filter(({ officer }) => officer !== proposer).map(({ officer }) => officer));
  const counted = releasing.size + (proposer !== undefined && needed > 1 ? 1 : 0);
  return counted >= needed ? 'released' : 'waiting';
}

/** Why a person may not vote on a change; undefined where they may. */
export function voteRefusal(
  officer: string,
  proposer: string | undefined,
  votes: readonly ReleaseVote[],
): 'own_proposal' | 'voted_already' | undefined {
  if (officer === proposer) return 'own_proposal';
  return votes.some((vote) => vote.officer === officer) ? 'voted_already' : undefined;
}
