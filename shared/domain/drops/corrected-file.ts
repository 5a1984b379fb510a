interface SampledRow {
  /** The place of the row's content in the order by which samples are taken. */
  readonly order: number;
  /** Keyed references of the row's content without subject and time, and of its subject. */
  readonly rest: string;
  readonly subject: string;
  /** The day or period. */
  readonly time: string;
}

/** A sample of a file's rows, by which a corrected file is recognised. */
export interface RowSample {
  /** All rows below this order are in the sample, except those whose content several rows have. */
  readonly until: number;
  readonly rows: SampledRow[];
  /** The number of the file's rows that could be in the sample. */
  readonly count: number;
  /** The first and the last day or period of the file; undefined where a row has none or the file was not read to its end. */
  readonly span?: { readonly from: string; readonly to: string } | undefined;
}

/** The least share of the sampled rows of both files that are the same but for one of subject and time. */
const SHARE = 0.8;
/** A shorter file proves nothing. */
const LEAST_ROWS = 5;
/** Rows that are the same in all prove more. */
const LEAST_SAME_ROWS = 4;

/**
 * Whether a later file is an earlier one corrected. Either most of its rows are those of the earlier one, each with
 * another subject, or each with another day or period. Or most rows of both are the same, some of the earlier one may
 * be gone, and both have the same first and last day. Two months of one sender never agree in their amounts,
 * so those of another month are not the same rows.
 */
export function isCorrected(earlier: RowSample | undefined, later: RowSample | undefined): boolean {
  if (!earlier || !later) return false;
  const until = Math.min(earlier.until, later.until);
  const before = new Map(earlier.rows.filter(({ order }) => order < until).map((row) => [row.rest, row]));
  const after = later.rows.filter(({ order }) => order < until);
  const most = Math.max(before.size, after.length);
  const isMost = (count: number, least = LEAST_ROWS) => count >= least && count >= SHARE * most;
  const pairs = after.flatMap((row) => {
    const other = before.get(row.rest);
    return other ? [{ sameTime: row.time === other.time, sameSubject: row.subject === other.subject }] : [];
  });
  const ofOthers = pairs.filter(({ sameTime, sameSubject }) => sameTime && !sameSubject).length;
  const atOtherTimes = pairs.filter(({ sameTime, sameSubject }) => !sameTime && sameSubject).length;
  if (isMost(ofOthers) || isMost(atOtherTimes)) return true;
  const same = pairs.filter(({ sameTime, sameSubject }) => sameTime && sameSubject).length;
  const isShorter = same < before.size || earlier.count > later.count;
  return isShorter && areOfSameDays(later, earlier) && isMost(ofOthers + atOtherTimes + same, LEAST_SAME_ROWS);
}

/**
 * A sender whose file has the months of the last year drops the oldest one each month, and an export of all companies
 * lacks the dissolved ones and has new ones, which are no corrections.
 */
const areOfSameDays = ({ span: later }: RowSample, { span: earlier }: RowSample): boolean =>
  later !== undefined && earlier !== undefined && later.from === earlier.from && later.to === earlier.to;
