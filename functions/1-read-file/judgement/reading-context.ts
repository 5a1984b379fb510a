import type { FileSurvey } from './file-survey.ts';
import type { DecimalSigns } from './judge-numbers.ts';
import type { ZeroDoubt } from './leading-zeros.ts';

/** Receives what is recorded while a file is judged, and holds the result of the judgement. */
export interface ReadingContext {
  readonly survey?: FileSurvey | undefined;
  readonly signs?: DecimalSigns | undefined;
  /** The keys of the columns that have percentages although their headings do not say so. */
  readonly percentages?: readonly string[] | undefined;
  readonly zeroDoubt?: ZeroDoubt | undefined;
}
