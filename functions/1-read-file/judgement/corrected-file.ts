import type { FileReadProgress, RowSample } from '#shared/tables/file-read-progress.ts';

/** The least share of the sampled rows of both files that are the same but for one of subject and time. */
const SHARE = 0.8;
/** A shorter file proves nothing. */
const LEAST_ROWS = 5;
/** Rows that are the same in all prove more. */
const LEAST_SAME_ROWS = 4;

/** The number of drops whose samples are kept beside that of the last one. */
const MOST_EARLIER = 3;

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
  const isShorter = same < before.size || (earlier.count ?? 0) > (later.count ?? 0);
  return isShorter && areOfSameDays(later, earlier) && isMost(ofOthers + atOtherTimes + same, LEAST_SAME_ROWS);
}

/**
 * A sender whose file has the months of the last year drops the oldest one each month, and an export of all companies
 * lacks the dissolved ones and has new ones, which are no corrections.
 */
const areOfSameDays = ({ span: later }: RowSample, { span: earlier }: RowSample): boolean =>
  later !== undefined && earlier !== undefined && later.from === earlier.from && later.to === earlier.to;

/**
 * A drop that is an earlier one corrected replaces that one, and no other drop of the name, which may be other months. A
 * stopped drop replaces nothing.
 */
export function recognised(judged: FileReadProgress, before: FileReadProgress | undefined): FileReadProgress {
  if (!before) return judged;
  const { sample, earlier = [] } = before;
  if (judged.judgement?.objection) return { ...judged, sample, earlier };
  if (before.version === judged.version) return { ...judged, earlier };
  const known = sample ? [sample, ...earlier] : earlier;
  const replaced = known.filter((one) => isCorrected(one, judged.sample));
  const others = known.filter((one) => !replaced.includes(one)).slice(0, MOST_EARLIER);
  if (replaced.length === 0) return { ...judged, earlier: others };
  const versions = replaced.flatMap(({ version }) => version ?? []);
  return {
    ...judged,
    earlier: others,
    replacesEarlier: { ...SAME_ROWS, at: judged.startedAt },
    // A sample of before versions were stored with it
    replaces: versions.length === replaced.length ? versions : undefined,
  };
}

const SAME_ROWS = {
  by: 'hệ thống',
  why: 'Hầu hết các dòng là của tệp cùng tên gửi trước (hoặc chỉ khác một cột: mã, số tài khoản, ngày, kỳ), nên tệp này thay cả tệp đó: dòng nào chỉ tệp đó có thì không còn được tính.',
};
