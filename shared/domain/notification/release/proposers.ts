interface RecordedDecision {
  /** The officer who gave the decision, where a person did. */
  readonly officer?: string | undefined;
  /** Who decided the same before, with no other outcome since. */
  readonly earlierOfficers?: readonly string[] | undefined;
}

/** Every officer behind a decision as it stands: whoever decided the same before counts as much as the last one. */
export const officersBehindDecision = ({ officer, earlierOfficers = [] }: RecordedDecision): string[] => [
  ...new Set([...earlierOfficers, ...(officer === undefined ? [] : [officer])]),
];

interface RecordedListing {
  /** The State Bank's code of suspicion; 0 takes an account off the list. */
  readonly code: number;
  readonly officer?: string | undefined;
  /** ISO instant. */
  readonly recordedAt: string;
}

/** The officers of an account's newest listings, back to the last that said otherwise: of its listing, or of its clearing. */
export function officersBehindListing(listings: readonly RecordedListing[]): string[] {
  const newestFirst = listings.toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1));
  const otherwise = newestFirst.findIndex((one) => clears(one) !== (newestFirst[0] && clears(newestFirst[0])));
  const alike = otherwise < 0 ? newestFirst : newestFirst.slice(0, otherwise);
  return alike.flatMap(({ officer }) => (officer === undefined ? [] : [officer]));
}

const clears = ({ code }: RecordedListing) => code === 0;
