import type { FlagCounts, OutcomeFigures } from '../figures/outcome-figures.ts';
import {
  percentOf,
  countColumn,
  type ReportCell,
  type ReportColumn,
  type ReportSection,
  type ReportTable,
  tableOf,
  textColumn,
  withThousandsSeparators,
} from './report.ts';
import { rowsWithoutFew } from './suppress-small-counts.ts';

const EVENT_NAMES = [
  ['flagged', 'Doanh nghiệp được gắn cờ và báo cơ quan Công an'],
  ['confirmed', 'Công an xác nhận'],
  ['dismissed', 'Công an bác bỏ'],
  ['overturned', 'Kết luận trái với kết luận trước của Công an'],
  ['withdrawn', 'Thông báo được rút (Công an và ngân hàng)'],
  ['proposed', 'Thay đổi thông báo gửi ngân hàng chờ người duyệt'],
  ['released', 'Người có thẩm quyền đã duyệt'],
  ['refused', 'Người có thẩm quyền không duyệt'],
  ['lapsed', 'Hết căn cứ trước khi có người duyệt'],
  ['notifiedBanks', 'Thông báo gửi ngân hàng, ví điện tử'],
  ['acknowledged', 'Lượt xác nhận đã nhận'],
  ['acted', 'Ngân hàng trả lời: đã áp dụng biện pháp'],
  ['rejected', 'Ngân hàng trả lời: không có căn cứ'],
  ['expired', 'Thông báo hết hạn'],
  ['objected', 'Đề nghị xem xét lại'],
  ['reviewed', 'Đã xem xét lại'],
] as const satisfies readonly (readonly [keyof OutcomeFigures['events'], string])[];

/** The section on what happened in the period and on the same days of the year before, both for today's territory. */
export function eventsTable(now: OutcomeFigures, before: OutcomeFigures): ReportTable {
  const of = (figures: OutcomeFigures, name: keyof OutcomeFigures['events']) =>
    figures.cases > 0 ? figures.events[name] : undefined;
  return {
    name: 'Sự việc trong kỳ',
    title: 'Sự việc trong kỳ, so với cùng kỳ năm trước',
    columns: [textColumn('Nội dung', 64), countColumn('Trong kỳ', 18), countColumn('Cùng kỳ năm trước', 18)],
    rows: EVENT_NAMES.map(([name, label]) => [label, of(now, name), of(before, name)]),
    notes: ['Mỗi sự việc tính một lần vào ngày xảy ra, kể cả khi doanh nghiệp được gắn cờ trước kỳ báo cáo.'],
  };
}

export const FLAG_STATUS_COLUMNS: readonly ReportColumn[] = [
  countColumn('Gắn cờ', 11),
  countColumn('Xác nhận', 11),
  countColumn('Bác bỏ', 11),
  countColumn('Tự rút', 11),
  countColumn('Chưa kết luận', 12),
];
const FLAG_STATUS_SUMS = { sum: 1, parts: [2, 3, 4, 5] };

export const flagStatusCells = ({ flagged, confirmed, dismissed, fell, pending }: FlagCounts): ReportCell[] => [
  flagged,
  confirmed,
  dismissed,
  fell,
  pending,
];

export interface LabelledRow {
  readonly label: string;
  readonly counts: FlagCounts;
}

/**
 * A table whose rows could identify people, so that counts below 5 are hidden, but not the total. @param isWhole
 * whether each flag is in one row, so that the rows add up to the total
 */
export function breakdownTable(
  { name, title, what }: Readonly<Record<'name' | 'title' | 'what', string>>,
  rows: readonly LabelledRow[],
  all: FlagCounts,
  isWhole: boolean,
): ReportTable {
  const total = ['Tổng số', ...flagStatusCells(all)];
  return {
    name,
    title,
    columns: [textColumn(what, 44), ...FLAG_STATUS_COLUMNS],
    rows: flagStatusRows(rows, isWhole ? total : undefined),
    total,
    notes: [
      '“ẩn”: số từ 1 đến 4, hoặc số phải ẩn cùng để không suy ra được số đó. Dòng tổng tính đủ.',
      ...(isWhole ? [] : ['Một doanh nghiệp có thể nằm ở nhiều dòng: các dòng không cộng thành dòng tổng.']),
    ],
  };
}

/** Each row's name and counts, without those that could identify people. @param total given where the rows add up to it */
export function flagStatusRows(rows: readonly LabelledRow[], total: readonly ReportCell[] | undefined): ReportCell[][] {
  const cells = rows.map(({ label, counts }) => [label, ...flagStatusCells(counts)]);
  return rowsWithoutFew(cells, FLAG_STATUS_SUMS, total);
}

/** The sections on where the period's flags are, and on how often they were wrong. */
export function flagStatusSection({ flags, days, cases }: OutcomeFigures, before: OutcomeFigures): ReportSection {
  const decided = flags.confirmed + flags.dismissed;
  const wrong = percentOf(flags.dismissed, decided);
  const overturned = percentOf(flags.overturned, decided);
  const known = (count: number) => (cases > 0 ? count : undefined);
  const earlier = (count: number) => (before.cases > 0 ? count : undefined);
  return {
    heading: 'III. KẾT CỤC CỦA CÁC DOANH NGHIỆP ĐƯỢC GẮN CỜ TRONG KỲ',
    paragraphs: [
      wrong === undefined
        ? 'Chưa có doanh nghiệp nào gắn cờ trong kỳ được Công an kết luận: tỷ lệ gắn cờ sai không có số liệu.'
        : `Trong ${withThousandsSeparators(decided)} trường hợp Công an đã kết luận, ${withThousandsSeparators(flags.dismissed)} trường hợp bị bác bỏ (${withThousandsSeparators(wrong)}%); ${withThousandsSeparators(flags.overturned)} trường hợp kết luận sau trái với kết luận trước (${withThousandsSeparators(overturned ?? 0)}%).`,
    ],
    tables: [
      {
        name: 'Kết cục',
        title: 'Tình trạng vào ngày cuối kỳ',
        columns: [textColumn('Kết cục', 64), countColumn('Trong kỳ', 18), countColumn('Cùng kỳ năm trước', 18)],
        rows: [
          ['Công an xác nhận (kết luận cuối)', known(flags.confirmed), earlier(before.flags.confirmed)],
          ['Công an bác bỏ (kết luận cuối)', known(flags.dismissed), earlier(before.flags.dismissed)],
          ['Cờ tự rút khi căn cứ không còn', known(flags.fell), earlier(before.flags.fell)],
          ['Chưa kết luận', known(flags.pending), earlier(before.flags.pending)],
        ],
        total: ['Doanh nghiệp được gắn cờ trong kỳ', known(flags.flagged), earlier(before.flags.flagged)],
        notes: [`Trong đó kết luận sau trái với kết luận trước: ${withThousandsSeparators(flags.overturned)}.`],
      },
      daysTable(days),
    ],
  };
}

const DAYS_NAMES = [
  ['moneyToFlag', 'Từ tháng đầu có tiền vào tài khoản đến khi gắn cờ'],
  ['flagToBank', 'Từ khi gắn cờ đến thông báo ngân hàng đầu tiên'],
  ['moneyToBank', 'Từ tháng đầu có tiền vào đến thông báo ngân hàng đầu tiên'],
  ['proposalToNotified', 'Từ đề xuất đến khi gửi ngân hàng (thời gian người duyệt)'],
  ['bankToAnswer', 'Từ thông báo đến trả lời của ngân hàng'],
  ['flagToDecision', 'Từ khi gắn cờ đến kết luận đầu tiên của Công an'],
  ['flagToCleared', 'Từ khi gắn cờ đến khi được bác bỏ hoặc rút (thời gian được giải tỏa)'],
] as const satisfies readonly (readonly [keyof OutcomeFigures['days'], string])[];

const daysTable = (days: OutcomeFigures['days']): ReportTable =>
  tableOf(
    {
      name: 'Số ngày',
      title: 'Số ngày giữa các bước',
      notes: ['Ngân hàng báo tổng theo tháng: “tháng đầu có tiền vào” tính từ ngày đầu của tháng đó.'],
    },
    DAYS_NAMES,
    [
      ['Khoảng thời gian', 52, 'text', ([, label]) => label],
      ['Số trường hợp', 12, 'count', ([name]) => days[name].count],
      ['Thường (số ở giữa)', 12, 'days', ([name]) => days[name].median],
      ['90% không quá', 12, 'days', ([name]) => days[name].p90],
      ['Dài nhất', 12, 'days', ([name]) => days[name].most],
    ],
  );

/** A spreadsheet's numbers are exact up to 2⁵³: a larger sum is written as text. */
const exactly = (sum: bigint): ReportCell =>
  sum <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(sum) : sum.toString().replaceAll(/\B(?=(?:\d{3})+$)/gu, '.');

/** The section on the money that came in before and after the flag, as banks reported it; it was not found to be crime. */
export function moneySection({ money }: OutcomeFigures): ReportSection {
  const hasAny = money.flagsWithMoney > 0;
  const of = (sum: bigint): ReportCell => (hasAny ? exactly(sum) : undefined);
  return {
    heading: 'IV. TIỀN VÀO TÀI KHOẢN CỦA DOANH NGHIỆP ĐƯỢC GẮN CỜ',
    paragraphs: [
      hasAny
        ? `Ngân hàng có báo dòng tiền của ${withThousandsSeparators(money.flagsWithMoney)} doanh nghiệp gắn cờ trong kỳ. Số dưới đây là mọi khoản ghi có đã báo, chưa phải kết luận về nguồn gốc tiền.`
        : 'Không có số liệu: không ngân hàng nào báo dòng tiền của doanh nghiệp gắn cờ trong kỳ.',
    ],
    tables: [
      {
        name: 'Tiền vào',
        title: 'Tổng ghi có (đồng)',
        columns: [textColumn('Thời điểm', 70), { heading: 'Số tiền (đồng)', share: 30, unit: 'money' }],
        rows: [
          ['Các tháng trước tháng gắn cờ', of(money.before)],
          ['Các tháng sau khi gắn cờ, trước tháng báo ngân hàng', of(money.between)],
          ['Các tháng sau tháng báo ngân hàng', of(money.after)],
          ['Tháng gắn cờ và tháng báo ngân hàng (không tách được theo ngày)', of(money.undivided)],
        ],
        total: ['Tổng số', of(money.before + money.between + money.after + money.undivided)],
      },
    ],
  };
}
