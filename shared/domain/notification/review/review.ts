/** The state of an objection to a notice: it waits, it was rejected and the notice stays, or it was granted. */
export const REVIEW_STATES = ['waiting', 'upheld', 'granted'] as const;

export type ReviewOutcome = Exclude<(typeof REVIEW_STATES)[number], 'waiting'>;

/** The people who took part in the notice that is objected to, by their ids at the sign-in provider. */
interface FirstDeciders {
  /** The officers who made the police's present decision on the company; several may have made the same one. */
  readonly decidedBy: readonly string[];
  /** The officers who released the notice in its present state or in an earlier one. */
  readonly releasedBy: readonly string[];
  /** The officers who listed the account of the notice. */
  readonly listedBy: readonly string[];
  /** The officer who recorded the objection for the person who made it. */
  readonly wroteDown: string | undefined;
}

/**
 * The reason why a person may not decide on an objection; undefined where they may (Luật Khiếu nại 2011 Art. 12: nobody
 * decides on their own act).
 */
export function reviewRefusal(
  officer: string,
  { decidedBy, releasedBy, listedBy, wroteDown }: FirstDeciders,
): 'decided_first' | 'released_first' | 'listed_first' | 'wrote_down' | undefined {
  if (decidedBy.includes(officer)) return 'decided_first';
  if (releasedBy.includes(officer)) return 'released_first';
  if (listedBy.includes(officer)) return 'listed_first';
  return officer === wroteDown ? 'wrote_down' : undefined;
}
