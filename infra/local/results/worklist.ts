import { stringify } from 'csv-stringify/sync';
import type { WorklistEntry } from '#shared/domain/notification/worklist/worklist-entry.ts';
import { byText } from './by-text.ts';

interface Listed {
  readonly enterpriseCode: string;
  readonly worklist: readonly WorklistEntry[];
}

const COLUMNS = ['enterpriseCode', 'kind', 'field', 'current', 'proposed', 'why'];

export const worklistRows = (sources: readonly Listed[]) =>
  sources
    .flatMap(({ enterpriseCode, worklist }) => worklist.map((entry) => ({ enterpriseCode, ...entry })))
    .sort(
      byText(({ enterpriseCode, kind, field, current, proposed }) =>
        [enterpriseCode, kind, field, current, proposed].join('\n'),
      ),
    );

/** With a byte order mark: Excel takes a csv for UTF-8 only by it. A cell never starts a formula. */
export const worklistCsv = (rows: ReturnType<typeof worklistRows>): string =>
  stringify(rows, { header: true, columns: COLUMNS, bom: true, escape_formulas: true });
