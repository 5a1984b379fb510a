import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordSplitter } from '#shared/tabular/csv/record-splitter.ts';
import type { TableRow } from '#shared/tabular/table-row.ts';
import { LIMITS } from '#shared/tabular/limits.ts';
import { table } from './read-whole.ts';

const split = (text: string, delimiter = ',', sizes: readonly number[] = [], newline = '\n'): TableRow[] => {
  const splitter = new RecordSplitter(delimiter, newline, LIMITS);
  const rows: TableRow[] = [];
  let at = 0;
  for (const size of sizes) {
    rows.push(...[...splitter.push(text.slice(at, at + size))].flat());
    at += size;
  }
  return [...rows, ...splitter.push(text.slice(at)), ...splitter.end()].flat();
};
const cells = (rows: readonly TableRow[]) => rows.map((row) => ('cells' in row ? row.cells : row.broken));

const cell = fc.string({ unit: fc.constantFrom('a', 'Đ', 'ữ', ' ', '"', ',', ';', '\t', '\n', '\r\n'), maxLength: 8 });
const written = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 });

describe('records', () => {
  it('the csv records equal those of another parser, wherever the chunks are divided', () => {
    fc.assert(
      fc.property(
        written,
        fc.constantFrom(',', ';', '\t'),
        fc.array(fc.nat(9)),
        fc.constantFrom('\n', '\r\n'),
        (rows, delimiter, sizes, newline) => {
          const text = table(rows, delimiter, newline);
          const theirs: string[][] = parse(text, {
            delimiter,
            relax_column_count: true,
            relax_quotes: true,
            record_delimiter: newline,
          });
          expect(cells(split(text, delimiter, sizes))).toEqual(theirs);
        },
      ),
    );
  });

  it('the csv reader counts blank lines and leaves them out, and reads a last line without its end', () => {
    expect(split('a,b\n\n"c",d')).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 3, cells: ['c', 'd'], isUnended: true },
    ]);
    expect(split('a,b,', ',')).toEqual([{ row: 1, cells: ['a', 'b', ''], isUnended: true }]);
    expect(split('a,b\n"c",d\n', ',')).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: ['c', 'd'] },
    ]);
  });

  it('the csv reader reads a quote in an unquoted cell as a character, and words after a quoted cell as part of it', () => {
    expect(cells(split('5" ống,"SAO ĐỎ" Hưng Yên, "x"\n'))).toEqual([['5" ống', 'SAO ĐỎ Hưng Yên', 'x']]);
  });

  it('a quote that is never closed costs one line, at the end of the file too', () => {
    expect(cells(split('a,"b\nc,d\ne,"f'))).toEqual(['open_quote', ['c', 'd'], 'open_quote']);
    expect(cells(split('a,"b\nc,"d"\ne,f\n'))).toEqual(['open_quote', ['c', 'd'], ['e', 'f']]);
  });

  it('the csv reader bounds the length and the number of cells of a record', () => {
    const long = 'x'.repeat(LIMITS.recordLength + 1);
    expect(cells(split(`a,b\n${long}\nc,d\n"${long}\ne,f\n`, ',', [100, 200_000, 100_000]))).toEqual([
      ['a', 'b'],
      'too_long',
      ['c', 'd'],
      'open_quote',
      ['e', 'f'],
    ]);
    expect(cells(split(`${'b,'.repeat(LIMITS.columns)}b\na\n`))).toEqual(['columns', ['a']]);
  });
});
