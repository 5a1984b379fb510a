import { unreadColumnsSentence, unreadSheetsSentence } from '#shared/contracts/feeds/unread-columns.ts';
import type { Receipt } from '#shared/contracts/receipt.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import type { DoubtedSender } from '#shared/domain/risk/senders/counts-alone.ts';
import { doubtSentence } from '#shared/domain/risk/senders/leaning-sentence.ts';
import { type Measure, MEASURE_NAMES, MEASURES } from '#shared/domain/risk/measure.ts';
import type { RefusedFile } from '../find-files.ts';
import { type latestCoverage, coverageSentence } from './covered-until.ts';
import { compareText } from './by-text.ts';

export interface Results {
  readonly receipts: readonly Receipt[];
  readonly covered: ReturnType<typeof latestCoverage>;
  readonly verdicts: readonly string[];
  /** The number of companies without findings that some feed does not cover. */
  readonly partlyCovered: number;
  readonly people: readonly string[];
  readonly worklist: readonly string[];
  readonly policeNotices: number;
  readonly bankNotices: Readonly<Record<string, number>>;
  readonly withdrawn: number;
  readonly expired: number;
  /** The notices to banks whose exact account numbers are not known yet. */
  readonly waitingForNumber: number;
  /** What each sender's rows had regularly and have no more. */
  readonly vanished: readonly string[];
  /** The senders whose rows are unusual, as the operator's desk names them. */
  readonly doubted: readonly DoubtedSender[];
  /** The notices in force by handling status. */
  readonly handlingStatuses: readonly string[];
  readonly parked: number;
  readonly leftAlone: readonly string[];
  readonly refused: readonly RefusedFile[];
  /** The measures that are on. */
  readonly measures: readonly string[];
  readonly asOf: string;
  readonly seconds: number;
}

export const countBy = (values: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(values, (value) => value)]
      .sort(compareText(([value]) => value))
      .map(([value, same]) => [value, same.length]),
  );

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** The measures that are not among those that are on. */
export const measuresOff = (on: readonly string[]): readonly Measure[] =>
  MEASURES.filter((measure) => !on.includes(measure));

export const measureOffSentence = (measure: Measure): string =>
  `Đang tắt (chưa có văn bản chỉ đạo): ${MEASURE_NAMES[measure]}`;

/** The content of `summary.json`. */
export function runSummary(results: Results) {
  const { receipts, measures, seconds } = results;
  const rowsRead = total(receipts.map(({ read }) => read));
  return {
    asOf: results.asOf,
    switchesOff: measuresOff(measures),
    files: receipts.length,
    unreadableFiles: receipts.filter(({ error }) => error).length,
    rows: {
      read: rowsRead,
      accepted: total(receipts.map(({ accepted }) => accepted)),
      rejected: total(receipts.map(({ rejected }) => rejected)),
      waiting: total(receipts.map(({ waiting = 0 }) => waiting)),
      unused: total(receipts.map(({ unused = 0 }) => unused)),
      repaired: total(receipts.map(({ repaired }) => repaired)),
    },
    heardUntil: results.covered.until,
    notCovered: results.covered.uncovered,
    vanished: results.vanished,
    doubted: results.doubted,
    companies: { total: results.verdicts.length, ...countBy(results.verdicts) },
    partlyCovered: results.partlyCovered,
    registeredLater: [...new Set(receipts.flatMap(({ registeredLater = [] }) => registeredLater))].sort(),
    people: { total: results.people.length, ...countBy(results.people) },
    worklist: { total: results.worklist.length, ...countBy(results.worklist) },
    notices: {
      police: results.policeNotices,
      banks: total(Object.values(results.bankNotices)),
      byBank: results.bankNotices,
      withdrawn: results.withdrawn,
      expired: results.expired,
      byHandlingStatus: countBy(results.handlingStatuses),
    },
    waitingForNumber: results.waitingForNumber,
    parked: results.parked,
    leftAlone: results.leftAlone,
    refused: results.refused,
    seconds,
    rowsPerSecond: Math.round(rowsRead / Math.max(seconds, 0.001)),
  };
}
export type Summary = ReturnType<typeof runSummary>;

const n = (count: number) => count.toLocaleString('vi-VN');

/** A company without findings is not called clear where a feed does not cover it. */
function clearSentence(clear: number, partlyCovered: number): string {
  const clearText = `không có dấu hiệu ${n(clear - partlyCovered)}`;
  return partlyCovered === 0 ? clearText : `${clearText}, chưa xét đủ vì thiếu dữ liệu ${n(partlyCovered)}`;
}

/** The summary for an officer at the end of a run. */
export function summaryText(summary: Summary, receipts: readonly Receipt[], out: string): string {
  const { rows, companies, people, notices, worklist } = summary;
  const unreadable = [
    ...summary.refused.map(({ path, why }) => `  - ${path}: ${why}`),
    ...receipts.flatMap(({ feed, file, error }) => (error ? [`  - ${feed}/${file}: ${error.message}`] : [])),
  ];
  const rejected = receipts.filter((receipt) => receipt.rejected > 0);
  const unread = receipts.flatMap((receipt) =>
    [unreadColumnsSentence(receipt), unreadSheetsSentence(receipt)].flatMap((sentence) =>
      sentence === undefined ? [] : [`  - ${receipt.feed}/${receipt.file}: ${sentence}`],
    ),
  );
  const counts: Record<string, number> = companies;
  const results: Record<string, number> = people;
  return [
    '',
    `KẾT QUẢ HẬU KIỂM (tính đến ngày ${formatDate(summary.asOf)})`,
    ...summary.switchesOff.map(measureOffSentence),
    `Tệp:            ${n(summary.files)} tệp, ${n(rows.read)} dòng; nhận ${n(rows.accepted)}, từ chối ${n(rows.rejected)}, tự sửa ${n(rows.repaired)} ô`,
    ...(rows.waiting > 0
      ? [`  - ${n(rows.waiting)} dòng đã nhận ghi ngày sau ${formatDate(summary.asOf)}, tính từ ngày đó`]
      : []),
    ...(rows.unused > 0 ? [`  - ${n(rows.unused)} dòng đã nhận không lưu, vì không nói về doanh nghiệp nào`] : []),
    ...rejected.map(
      ({ feed, file, rejected: count }) =>
        `  - ${feed}/${file}: ${n(count)} dòng bị từ chối, xem receipts/${feed}/${file}.rejected.csv`,
    ),
    ...(unread.length > 0 ? ['Cột, trang tính chưa đọc:', ...unread] : []),
    ...(unreadable.length > 0 ? ['Tệp không đọc được:', ...unreadable] : []),
    `Doanh nghiệp:   ${n(companies.total)}; chuyển công an ${n(counts['flagged'] ?? 0)}, theo dõi ${n(counts['watch'] ?? 0)}, ${clearSentence(counts['clear'] ?? 0, summary.partlyCovered)}`,
    `Dữ liệu:        ${coverageSentence({ until: summary.heardUntil, uncovered: summary.notCovered })}`,
    ...summary.vanished.map((line) => `  - ${line}`),
    ...(summary.doubted.length > 0 ? ['Nơi gửi cần xem lại:'] : []),
    ...summary.doubted.map((one) => `  - ${doubtSentence(one)}`),
    `Nhân thân:      ${n(people.total)} người; khớp ${n((results['match'] ?? 0) + (results['variation'] ?? 0))}, cần sửa ${n(results['correctable'] ?? 0)}, không khớp ${n(results['mismatch'] ?? 0)}, không tìm thấy ${n(results['not_found'] ?? 0)}, chưa kiểm tra được ${n(results['unchecked'] ?? 0)}`,
    `Thông báo:      ${n(notices.police)} gửi công an, ${n(notices.banks)} gửi ${n(Object.keys(notices.byBank).length)} ngân hàng và ví; đã rút ${n(notices.withdrawn)}, hết hạn ${n(notices.expired)}`,
    ...(summary.waitingForNumber > 0
      ? [
          `Chờ số đúng:    ${n(summary.waitingForNumber)} thông báo ngân hàng ghi số tài khoản như trong tệp của ngân hàng`,
        ]
      : []),
    `Việc cần làm:   ${n(worklist.total)} mục trong worklist.xlsx`,
    ...(summary.registeredLater.length > 0
      ? [
          `Chưa đến ngày:  ${n(summary.registeredLater.length)} doanh nghiệp có ngày đăng ký hoặc thay đổi sau ngày chạy ${formatDate(summary.asOf)}, phần đó chưa xét: ${summary.registeredLater.slice(0, 5).join(', ')}`,
        ]
      : []),
    ...(summary.parked > 0 ? [`Không xử lý được: ${n(summary.parked)} mục, xem parked.jsonl`] : []),
    ...(summary.leftAlone.length > 0 ? [`Bỏ qua:         ${summary.leftAlone.join(', ')}`] : []),
    `Thời gian:      ${n(Math.round(summary.seconds))} giây (${n(summary.rowsPerSecond)} dòng/giây). Kết quả ở ${out}`,
  ]
    .map(printable)
    .join('\n');
}

/** The name of a file may hold commands for the terminal, line breaks and marks that turn the text round. */
const printable = (line: string): string => line.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD');
