import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import { type BankShare, type Telling, TELLINGS } from '../figures/told-by-banks.ts';
import { unlessFew } from './cells.ts';
import { countColumn, HIDDEN, type ReportCell, type ReportTable, textColumn } from './report.ts';
import { rowsWithoutFew } from './suppress-small-counts.ts';

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
