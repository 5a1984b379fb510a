import { findInstitution } from '#shared/domain/vietnamese/financial-institution.ts';
import { formatDate, formatMonth } from '#shared/domain/vietnamese/dates.ts';
import { FEED_NAMES } from '#shared/domain/notification/dossier/feed-names.ts';
import { LEGAL_CLOCKS } from '#shared/domain/vietnamese/legal-clocks.ts';
import type { SenderFigures } from '../figures/input-figures.ts';
import type { BankFigures, OutcomeFigures } from '../figures/outcome-figures.ts';
import {
  percentOf,
  type ReportSection,
  type ReportTable,
  type RowColumn,
  sumOf,
  tableOf,
  tableWithTotal,
  withThousandsSeparators,
  unlessFew,
  countColumn,
  HIDDEN,
  type ReportCell,
  textColumn,
} from './report.ts';
import type { ReportContext } from './plan-section.ts';
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import { type BankShare, type Telling, TELLINGS } from '../figures/told-by-banks.ts';
import { rowsWithoutFew } from './suppress-small-counts.ts';

export const senderName = (sender: string): string =>
  findInstitution(sender)?.name ?? Object.entries(FEED_NAMES).find(([feed]) => feed === sender)?.[1] ?? sender;

type BankRow = readonly [bank: string, figures: BankFigures];

const BANK_COLUMNS: readonly RowColumn<BankRow>[] = [
  ['Ngân hàng, ví', 22, 'text', ([bank]) => senderName(bank)],
  ['Đã báo', 8, 'count', ([, { notified }]) => notified],
  ['Đã nhận', 8, 'count', ([, { acknowledged }]) => acknowledged],
  ['Áp dụng', 9, 'count', ([, { acted }]) => acted],
  ['Không căn cứ', 9, 'count', ([, { rejected }]) => rejected],
  ['Hết hiệu lực', 9, 'count', ([, { endedUnanswered }]) => endedUnanswered],
  ['Chưa trả lời', 9, 'count', ([, { unanswered }]) => unanswered],
  ['Nhận muộn', 8, 'count', ([, { lateAcknowledged }]) => lateAcknowledged],
  ['Trả lời muộn', 8, 'count', ([, { lateAnswered }]) => lateAnswered],
  ['Số ngày thường trả lời', 10, 'days', ([, { daysToAnswer }]) => daysToAnswer.median],
];

export const bankTable = (sender: string, bank: BankFigures): ReportTable =>
  tableOf<BankRow>({ name: 'Thông báo', title: 'Tình trạng vào ngày cuối kỳ' }, [[sender, bank]], BANK_COLUMNS);

/** The section on how each bank handled its notices. */
export function banksSection(
  { byBank }: OutcomeFigures,
  { banks: shares }: Pick<ReportContext, 'banks'>,
): ReportSection {
  const banks = Object.entries(byBank);
  // A bank whose term has not passed is not silent
  const silent = banks.filter(
    ([, { acknowledged, acted, rejected, lateAcknowledged }]) =>
      acknowledged + acted + rejected === 0 && lateAcknowledged > 0,
  );
  return {
    heading: 'V. NGÂN HÀNG VÀ TỔ CHỨC CUNG ỨNG VÍ ĐIỆN TỬ',
    paragraphs:
      banks.length === 0
        ? ['Không có số liệu: không thông báo nào được gửi ngân hàng trong kỳ.']
        : silent.map(
            ([bank, { notified, lateAcknowledged }]) =>
              `${senderName(bank)} không xác nhận, không trả lời thông báo nào trong ${withThousandsSeparators(notified)} thông báo đã gửi; ${withThousandsSeparators(lateAcknowledged)} thông báo đã quá hạn xác nhận vào ngày cuối kỳ.`,
          ),
    tables: [
      tableWithTotal(
        {
          name: 'Ngân hàng',
          title: 'Thông báo gửi trong kỳ, tình trạng vào ngày cuối kỳ',
          notes: [
            `Nhận muộn: quá ${LEGAL_CLOCKS.bankAcknowledgement.count} ngày làm việc; trả lời muộn: quá ${LEGAL_CLOCKS.bankAnswer.count} ngày (${LEGAL_CLOCKS.bankAnswer.source}).`,
          ],
        },
        banks,
        BANK_COLUMNS,
      ),
      ...(shares ? [toldTable(shares)] : []),
    ],
  };
}

/** The section on the received files, because the results depend on their quality. */
export function inputsSection(senders: readonly SenderFigures[]): ReportSection {
  const silent = senders.filter(({ files, silentMonths }) => files === 0 || silentMonths.length > 0);
  return {
    heading: 'VII. CHẤT LƯỢNG DỮ LIỆU ĐẦU VÀO',
    paragraphs:
      senders.length === 0
        ? ['Không có số liệu: chưa đơn vị nào gửi dữ liệu đến hết kỳ báo cáo.']
        : silent.map((sender) => silence(sender)),
    tables: [inputsTable(senders)],
  };
}

function silence({ sender, files, silentMonths, lastReceivedOn }: SenderFigures): string {
  const months =
    silentMonths.length === 0 ? '' : ` Chưa có dòng tiền của các tháng: ${silentMonths.map(formatMonth).join(', ')}.`;
  const last = lastReceivedOn === undefined ? '' : ` Lần gửi cuối: ngày ${formatDate(lastReceivedOn)}.`;
  return `${senderName(sender)}: ${files === 0 ? 'không gửi tệp nào trong kỳ.' : `đã gửi ${withThousandsSeparators(files)} tệp.`}${months}${last}`;
}

const INPUT_COLUMNS: readonly RowColumn<SenderFigures>[] = [
  ['Nơi gửi', 24, 'text', ({ sender }) => senderName(sender)],
  ['Tệp', 7, 'count', ({ files }) => files],
  ['Không đọc được', 9, 'count', ({ unreadable }) => unreadable],
  ['Dòng', 11, 'count', ({ read }) => read],
  ['Từ chối', 10, 'count', ({ rejected }) => rejected],
  [
    'Tỷ lệ từ chối',
    9,
    'percent',
    ({ rejected, read }) => percentOf(rejected, read),
    (all) =>
      percentOf(
        sumOf(all, ({ rejected }) => rejected),
        sumOf(all, ({ read }) => read),
      ),
  ],
  ['Tự sửa', 9, 'count', ({ repaired }) => repaired],
  ['Tháng gửi muộn', 10, 'count', ({ lateMonths }) => lateMonths.length],
  ['Tháng chưa gửi', 11, 'count', ({ silentMonths }) => silentMonths.length],
];

export const inputsTable = (senders: readonly SenderFigures[]): ReportTable =>
  tableWithTotal(
    {
      name: 'Dữ liệu đầu vào',
      title: 'Tệp nhận trong kỳ theo nơi gửi',
      notes: [
        `Gửi muộn: dòng tiền của tháng đến sau ${LEGAL_CLOCKS.feedFile.count} ngày kể từ ngày cuối tháng (${LEGAL_CLOCKS.feedFile.source}).`,
      ],
    },
    senders,
    INPUT_COLUMNS,
  );

const HEADINGS = {
  nothing: 'Không báo gì',
  totals: 'Chỉ báo tổng tiền',
  minutes: 'Có số phút',
  days: 'Có số phút và ngày',
} as const satisfies Record<Telling, string>;

/**
 * What each bank tells of the money of flagged companies, and how many flags need its rows, so that somebody can ask
 * a bank for what it doesn't tell.
 */
export function toldTable(shares: Readonly<Record<string, BankShare>>): ReportTable {
  const banks = Object.entries(shares);
  const cells = (share: Readonly<Record<Telling, number>>): ReportCell[] => [
    TELLINGS.reduce((sum, kind) => sum + share[kind], 0),
    ...TELLINGS.map((kind) => share[kind]),
  ];
  const total = (kind: Telling) => banks.reduce((sum, [, share]) => sum + share[kind], 0);
  const all = [
    'Tổng số',
    ...cells({ nothing: total('nothing'), totals: total('totals'), minutes: total('minutes'), days: total('days') }),
  ];
  const rows = rowsWithoutFew(
    banks.map(([bank, share]) => [bankNameOf(bank), ...cells(share)]),
    { sum: 1, parts: [2, 3, 4, 5] },
    all,
  );
  return {
    name: 'Dữ liệu dòng tiền',
    title: 'Tài khoản của doanh nghiệp đang gắn cờ theo mức ngân hàng báo dòng tiền, vào ngày số liệu',
    columns: [
      textColumn('Nơi mở tài khoản', 28),
      countColumn('Tài khoản', 12),
      ...TELLINGS.map((kind) => countColumn(HEADINGS[kind], 12)),
      countColumn('Cờ mất nếu thiếu nơi này', 12),
    ],
    // Without groups there is one row, of the only bank or of all
    rows: rows.map((row, n) => [
      ...row,
      row[1] === HIDDEN && rows.length === 1 ? HIDDEN : unlessFew(banks[n]?.[1].needed ?? 0),
    ]),
    total: [...all, ''],
    notes: [
      'Số phút: số phút mà tiền thường ở lại tài khoản; ngày: tổng tiền theo ngày hoặc tuần. Không báo gì: không có dòng tiền nào của tài khoản, kể cả khi tài khoản không phát sinh.',
      'Cờ mất nếu thiếu nơi này: số doanh nghiệp mà khi đánh giá lại không có dữ liệu nào của nơi ấy thì không còn được gắn cờ; một doanh nghiệp có thể ở nhiều dòng.',
    ],
  };
}
