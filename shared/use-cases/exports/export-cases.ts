import { ftmEntities } from '#shared/domain/outcomes/exports/follow-the-money.ts';
import type { ExportedCase } from '#shared/domain/outcomes/exports/exported-case.ts';
import { ownershipStatements } from '#shared/domain/outcomes/exports/ownership-statements.ts';
import { ringLinks } from '#shared/domain/outcomes/exports/ring-links.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { type BookSheet, writeBook } from '#shared/tabular/xlsx/write-book.ts';

/** The formats of exports for other tools of the police, each with a file ending and a media type. */
export const EXPORT_FORMS = {
  ftm: { ending: '.ftm.jsonl', type: 'application/x-ndjson; charset=utf-8' },
  bods: { ending: '.bods.jsonl', type: 'application/x-ndjson; charset=utf-8' },
  'ring-json': { ending: '-lien-he.jsonl', type: 'application/x-ndjson; charset=utf-8' },
  'ring-xlsx': { ending: '-lien-he.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
} as const;
export type ExportForm = keyof typeof EXPORT_FORMS;

/**
 * Yields cases as the lines of a file, one case after another, so that a period of any length needs the memory of one
 * case. Entities that several cases contain (a person, a company of a ring) occur once. @param on the day of the export
 */
export async function* exportLines(
  cases: AsyncIterable<ExportedCase>,
  form: Exclude<ExportForm, 'ring-xlsx'>,
  on: string,
): AsyncGenerator<string> {
  const known = new Map<string, string>();
  for await (const one of cases) {
    for (const { id, record = id, date = '', line } of linesOf(one, form, on, known)) {
      if (known.has(id)) continue;
      known.set(id, date).set(record, date);
      yield `${line}\n`;
    }
  }
}

interface ExportedLine {
  readonly id: string;
  /** The record that the line tells of, where several lines may tell of one. */
  readonly record?: string;
  readonly date?: string;
  readonly line: string;
}

function linesOf(
  one: ExportedCase,
  form: Exclude<ExportForm, 'ring-xlsx'>,
  on: string,
  known: ReadonlyMap<string, string>,
): readonly ExportedLine[] {
  if (form === 'ftm')
    return ftmEntities(one, contentId).map((entity) => ({ id: contentId(entity), line: JSON.stringify(entity) }));
  if (form === 'bods')
    return ownershipStatements(one, on, contentId).map((statement) => {
      const { statementId: id, recordId: record, statementDate, recordStatus } = statement;
      const before = known.get(record);
      // The dates of a record's statements may not go back, and it may be in an older registration of a later case
      const date = before !== undefined && before > statementDate ? before : statementDate;
      const status = before === undefined ? recordStatus : 'updated';
      return { id, record, date, line: JSON.stringify({ ...statement, statementDate: date, recordStatus: status }) };
    });
  return ringLinks(one).map((link) => ({ id: contentId(link), line: JSON.stringify(link) }));
}

const COLUMNS = [
  { heading: 'Số liên hệ', width: 10 },
  { heading: 'Thông tin dùng chung', width: 26 },
  { heading: 'Giá trị', width: 50 },
  { heading: 'Từ ngày', width: 12 },
  { heading: 'Mã số doanh nghiệp', width: 18 },
  { heading: 'Tên doanh nghiệp', width: 50 },
];

/** Writes the links of rings as a workbook with one line for each company of each tie. */
export async function ringBook(cases: AsyncIterable<ExportedCase>): Promise<Uint8Array> {
  const rows = new Map<string, BookSheet['rows'][number]>();
  for await (const one of cases)
    for (const link of ringLinks(one)) {
      const { number, kind, values, since, enterpriseCode, name } = link;
      rows.set(contentId(link), [number, kind, values.join('\n'), since, enterpriseCode, name]);
    }
  return writeBook([{ name: 'Liên hệ', columns: COLUMNS, rows: [...rows.values()] }]);
}
