import type { FileReadProgress, RowSample } from '#shared/tables/file-read-progress.ts';

/** The least share of the sampled rows of both files that are the same but for one of subject and time. */
const SHARE = 0.8;
/** A shorter file proves nothing. */
const LEAST_ROWS = 5;

/**
 * Whether a later file is an earlier one with a corrected column: most of its rows are those of the earlier one, each
 * with another subject, or each with another day or period. Two months of one sender never agree in their amounts, so
 * those of another month are not the same rows.
 */
export function isCorrected(earlier: RowSample | undefined, later: RowSample | undefined): boolean {
  if (!earlier || !later) return false;
  const until = Math.min(earlier.until, later.until);
  const before = new Map(earlier.rows.filter(({ order }) => order < until).map((row) => [row.rest, row]));
  const after = later.rows.filter(({ order }) => order < until);
  const same = after.flatMap((row) => {
    const other = before.get(row.rest);
    return other ? [{ row, other }] : [];
  });
  const ofOthers = same.filter(({ row, other }) => row.time === other.time && row.subject !== other.subject).length;
  const atOtherTimes = same.filter(({ row, other }) => row.subject === other.subject && row.time !== other.time).length;
  const corrected = Math.max(ofOthers, atOtherTimes);
  return corrected >= LEAST_ROWS && corrected >= SHARE * Math.max(before.size, after.length);
}

/** A stopped drop keeps the sample of the drop before it. A drop with a corrected column replaces the one before it. */
export function recognised(judged: FileReadProgress, before: FileReadProgress | undefined): FileReadProgress {
  if (judged.judgement?.objection) return { ...judged, sample: before?.sample };
  const isOther = before !== undefined && before.version !== judged.version;
  if (!isOther || !isCorrected(before.sample, judged.sample)) return judged;
  return { ...judged, replacesEarlier: { ...SAME_ROWS, at: judged.startedAt } };
}

const SAME_ROWS = {
  by: 'hệ thống',
  why: 'Hầu hết các dòng là của tệp cùng tên gửi trước, chỉ khác một cột (mã, số tài khoản hoặc ngày, kỳ), nên tệp này thay cả tệp trước.',
};
