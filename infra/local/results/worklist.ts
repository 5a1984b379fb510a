import { stringify } from 'csv-stringify/sync';
import type { Receipt } from '#shared/contracts/receipt.ts';
import type { WorklistEntry } from '#shared/domain/notification/worklist/worklist-entry.ts';
import { byText } from './by-text.ts';

interface Listed {
  readonly enterpriseCode: string;
  readonly worklist: readonly WorklistEntry[];
}

const COLUMNS = ['enterpriseCode', 'kind', 'field', 'current', 'proposed', 'why'];

/** Feeds whose files the office sends or puts right itself; a bank's repairs stand in the bank's own receipts. */
const OF_THE_OFFICE: readonly string[] = ['registrations', 'activities'];

/** One line for a file's column whose cells needed the same repair again and again. */
const repairedAlike = ({ feed, file, repairedAlike: kinds = [] }: Receipt) =>
  kinds.map(({ field, why, count, firstRow, current, proposed }) => ({
    enterpriseCode: '',
    kind: 'repair' as const,
    field,
    current,
    proposed,
    why: `Tệp ${feed}/${file}: ${count.toLocaleString('vi-VN')} ô của cột này được sửa như ví dụ, từ dòng ${firstRow}. ${why}`,
  }));

export const worklistRows = (sources: readonly Listed[], receipts: readonly Receipt[]) =>
  [
    ...sources.flatMap(({ enterpriseCode, worklist }) => worklist.map((entry) => ({ enterpriseCode, ...entry }))),
    ...receipts.filter(({ feed }) => OF_THE_OFFICE.includes(feed)).flatMap(repairedAlike),
  ].sort(
    byText(({ enterpriseCode, kind, field, current, proposed }) =>
      [enterpriseCode, kind, field, current, proposed].join('\n'),
    ),
  );

/** With a byte order mark: Excel takes a csv for UTF-8 only by it. A cell never starts a formula. */
export const worklistCsv = (rows: ReturnType<typeof worklistRows>): string =>
  stringify(rows, { header: true, columns: COLUMNS, bom: true, escape_formulas: true });
