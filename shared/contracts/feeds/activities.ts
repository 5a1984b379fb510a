import { addDays } from '#shared/domain/vietnamese/dates.ts';
import { SIGNAL_KINDS, type SignalKind } from '#shared/domain/risk/facts/company-facts.ts';
import { isBlank } from '#shared/tabular/cell.ts';
import type { Layout } from './layout.ts';
import { columnList } from './column.ts';
import type { FeedSource } from './feed-record.ts';
import type { RowReader } from './row-reader.ts';
import { readDate, readPeriod } from './values/dates.ts';
import { NAMES_OF_ENTERPRISE_CODE, readEnterpriseCode } from './values/enterprise.ts';
import { moneyReader } from './values/numbers.ts';
import { digitsOf, readKind, SIGNAL_VALUES } from './values/signals.ts';
import { readText } from './values/text.ts';

const { columns, add } = columnList();
const needed = { required: true };

const CODE = add('enterpriseCode', 'Mã số doanh nghiệp', {
  ...needed,
  aliases: NAMES_OF_ENTERPRISE_CODE,
});
const KIND = add('kind', 'Loại tín hiệu', {
  ...needed,
  allowed: SIGNAL_KINDS.join(', '),
  aliases: ['Loại', 'Tín hiệu'],
});
const DATE = add('date', 'Ngày', {
  holds: 'day',
  ...needed,
  aliases: ['Ngày ghi nhận', 'Ngày phát sinh', 'Ngày tín hiệu'],
});
const VALUE = add('value', 'Giá trị', { amounts: true, aliases: ['Giá trị tín hiệu', 'Số tiền', 'Nội dung giá trị'] });
const NOTE = add('note', 'Kỳ/Ghi chú', { aliases: ['Kỳ', 'Ghi chú', 'Kỳ hoặc ghi chú'] });

/**
 * A suspension may begin later (at most 12 months at a time, NĐ 168/2025 Art. 60); no other event is reported before it
 * happens.
 */
const ANNOUNCED: ReadonlySet<SignalKind> = new Set(['TRANG_THAI_PHAP_LY', 'TRANG_THAI_THUE']);
const LONGEST_NOTICE_DAYS = 366;
const OF_A_PERIOD: ReadonlySet<SignalKind> = new Set(['TO_KHAI_THUE', 'HOA_DON']);

/**
 * A signal that a company is active or inactive (tín hiệu hoạt động). For a return or an invoice total, `note` is the
 * period.
 */
export const ACTIVITIES: Layout = {
  rows: 'activities',
  columns,
  read(row, source) {
    const enterpriseCode = row.required(CODE, readEnterpriseCode);
    const kind = row.required(KIND, readKind);
    const on = row.required(DATE, readDate);
    if (kind === undefined) return [];
    if (source.kinds?.has(kind) === false) row.reject(KIND, 'kind_not_yours');
    const value = readValue(row, kind);
    const note = OF_A_PERIOD.has(kind) ? row.required(NOTE, readPeriod) : row.wanted(NOTE, readText);
    row.rejectFuture(DATE, on, latestDay(kind, source));
    if (enterpriseCode === undefined || on === undefined || row.problems.length > 0) return [];
    return [{ feed: 'activities', enterpriseCode, signal: { kind, on, value, note } }];
  },
};

const readValue = (row: RowReader, kind: SignalKind): string | undefined => {
  const of = SIGNAL_VALUES[kind];
  const read = of?.ofMoney === true ? digitsOf(moneyReader(row.heading(VALUE))) : of?.read;
  if (of === undefined || read === undefined) return isBlank(row.cell(VALUE)) ? undefined : row.wanted(VALUE, readText);
  return of.needed ? row.required(VALUE, read, of.allowed) : row.optional(VALUE, read);
};

const latestDay = (kind: SignalKind, source: FeedSource): string =>
  ANNOUNCED.has(kind) ? addDays(source.today, LONGEST_NOTICE_DAYS) : source.today;
