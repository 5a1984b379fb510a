import { stringify } from 'csv-stringify/sync';
import { unreadColumnsSentence } from '#shared/contracts/feeds/unread-columns.ts';
import type { Receipt } from '#shared/contracts/receipt.ts';
import { maskNumber } from '#shared/domain/identity/identity-document.ts';
import { accountNumberEntry } from '#shared/domain/notification/worklist/company-worklist.ts';
import { MENDED, OFFICE_TERM } from '#shared/domain/notification/worklist/asked-in-writing.ts';
import type { UncertainAccountNumber } from '#shared/tables/account-fact.ts';
import type { WorklistEntry } from '#shared/domain/notification/worklist/worklist-entry.ts';
import { compareText } from './by-text.ts';

interface Listed {
  readonly enterpriseCode: string;
  readonly worklist: readonly WorklistEntry[];
}

const COLUMNS = ['enterpriseCode', 'kind', 'field', 'current', 'proposed', 'why'];

/** The feeds whose files the office sends or corrects itself. A bank's own receipts list the bank's repairs. */
const OF_THE_OFFICE: ReadonlySet<string> = new Set(['registrations', 'activities']);

/** One entry for a file's column in which many cells needed the same repair. */
const repairedAlike = ({ feed, file, repairedAlike: kinds = [] }: Receipt) =>
  kinds.map(({ field, why, count, firstRow, current, proposed }) => ({
    enterpriseCode: '',
    kind: 'repair' as const,
    field,
    current,
    proposed,
    file: `${feed}/${file}`,
    row: firstRow,
    why: `Tệp ${feed}/${file}: ${count.toLocaleString('vi-VN')} ô của cột này được sửa như ví dụ, từ dòng ${firstRow}. ${why}${MENDED}`,
  }));

/**
 * One entry for a file that lacks a column and has an unknown heading, which may be that column's. Also a bank's file
 * has one, because the office would otherwise take a missing notice for a good sign.
 */
const unreadColumns = (receipt: Receipt) => {
  const { feed, file, lackingColumns = [], unknownColumns } = receipt;
  const why = unreadColumnsSentence(receipt);
  if (why === undefined || lackingColumns.length === 0) return [];
  const meant = lackingColumns.filter(({ heading }) => heading !== undefined);
  const current = (meant.length > 0 ? meant.map(({ heading = '' }) => heading) : unknownColumns).join(', ');
  const proposed = meant.map(({ column }) => column).join(', ');
  const path = `${feed}/${file}`;
  const entry = { kind: 'unread_column' as const, field: 'heading', current, proposed, file: path };
  return [{ enterpriseCode: '', ...entry, why: `Tệp ${path}: ${why}${OFFICE_TERM}` }];
};

/** The entry for an account number that belongs to no known account or to two, which no company's own entries ask about. */
const numberAsked = ({ bank, accountNumber, companies }: UncertainAccountNumber) =>
  (companies.length > 0 ? companies : ['']).map((enterpriseCode) => ({
    enterpriseCode,
    ...accountNumberEntry(bank, maskNumber(accountNumber)),
  }));

export const worklistRows = (
  sources: readonly Listed[],
  receipts: readonly Receipt[],
  questions: readonly UncertainAccountNumber[],
) =>
  [
    ...distinct([
      ...sources.flatMap(({ enterpriseCode, worklist }) => worklist.map((entry) => ({ enterpriseCode, ...entry }))),
      ...questions.flatMap(numberAsked),
    ]),
    ...receipts.flatMap(unreadColumns),
    ...receipts.filter(({ feed }) => OF_THE_OFFICE.has(feed)).flatMap(repairedAlike),
  ].sort(
    compareText(({ enterpriseCode, kind, field, current, proposed }) =>
      [enterpriseCode, kind, field, current, proposed].join('\n'),
    ),
  );

const distinct = <T extends object>(rows: readonly T[]): T[] => [
  ...new Map(rows.map((row) => [JSON.stringify(row), row])).values(),
];

/** Writes the csv with a byte order mark, without which Excel does not read it as UTF-8. No cell starts a formula. */
export const worklistCsv = (rows: ReturnType<typeof worklistRows>): string =>
  stringify(rows, { header: true, columns: COLUMNS, bom: true, escape_formulas: true });
