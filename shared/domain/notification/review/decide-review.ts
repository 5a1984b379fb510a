import type { REVIEW_STATES } from './review.ts';

export type ReviewOutcome = Exclude<(typeof REVIEW_STATES)[number], 'waiting'>;

/** People who had a hand in what is objected to, by their ids at the sign-in provider. */
export interface FirstDeciders {
  /** The officers who gave the police's present decision on the company; several may have given the same one. */
  readonly decidedBy: readonly string[];
  /** The officers who released the notice in its present state. */
  readonly releasedBy: readonly string[];
  /** Wrote the objection down for whoever made it. */
  readonly wroteDown: string | undefined;
}

/** Why a person may not decide on an objection; undefined where they may (Luật Khiếu nại 2011 Art. 12: nobody judges what they did). */
export function reviewRefusal(
  officer: string,
  { decidedBy, releasedBy, wroteDown }: FirstDeciders,
): 'decided_first' | 'released_first' | 'wrote_down' | undefined {
  if (decidedBy.includes(officer)) return 'decided_first';
  if (releasedBy.includes(officer)) return 'released_first';
  return officer === wroteDown ? 'wrote_down' : undefined;
}
