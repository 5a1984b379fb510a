import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** The rows of a CSV file beside a test, by their headings. */
export const csvRows = (file: string, test: ImportMeta): Record<string, string>[] =>
  parse(readFileSync(new URL(file, test.url)), { columns: true });

/** The same rows as lists of cells, for the places of a title and of a function's parameters. */
export const csvCases = (file: string, test: ImportMeta): string[][] =>
  csvRows(file, test).map((row) => Object.values(row));
