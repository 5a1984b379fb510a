import type { ReleaseState, ReleaseVote } from './release-policy.ts';

interface RecordedDecision {
  /** The officer who made the decision, where a person did. */
  readonly officer?: string | undefined;
  /** The officers who made the same decision before, with no other outcome since. */
  readonly earlierOfficers?: readonly string[] | undefined;
}

/** All officers who made a decision in force: those who decided the same before count as well as the last one. */
export const officersBehindDecision = ({ officer, earlierOfficers = [] }: RecordedDecision): string[] => [
  ...new Set([...earlierOfficers, ...(officer === undefined ? [] : [officer])]),
];

interface RecordedRelease {
  readonly state: ReleaseState;
  readonly votes: readonly ReleaseVote[];
  /** The officers who released changes of the notice before this one. */
  readonly releasedBefore?: readonly string[] | undefined;
}

/** All officers who released a notice in its present state or in an earlier one. */
export const officersBehindNotice = ({ state, votes, releasedBefore = [] }: RecordedRelease): string[] => {
  const released = state === 'released' ? votes.filter(({ outcome }) => outcome === 'release') : [];
  return [...new Set([...releasedBefore, ...released.map(({ officer }) => officer)])];
};

interface RecordedListing {
  /** The State Bank's code of suspicion; 0 clears an account. */
  readonly code: number;
  readonly officer?: string | undefined;
  /** The ISO instant of the listing. */
  readonly recordedAt: string;
}

/** The officers of an account's newest listings that agree, back to the last one that said otherwise. */
export function officersBehindListing(listings: readonly RecordedListing[]): string[] {
  const newestFirst = listings.toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1));
  const otherwise = newestFirst.findIndex((one) => clears(one) !== (newestFirst[0] && clears(newestFirst[0])));
  const alike = otherwise < 0 ? newestFirst : newestFirst.slice(0, otherwise);
  return alike.flatMap(({ officer }) => (officer === undefined ? [] : [officer]));
}

const clears = ({ code }: RecordedListing) => code === 0;
