import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UnreadableFile } from '#shared/tabular/unreadable-file.ts';
import { readWhole } from './read-whole.ts';

const saved = join(import.meta.dirname, 'libreoffice');
const sample = join(import.meta.dirname, '../../../events/sample-inbox/registrations');
const files = readdirSync(saved);
const read = (folder: string, name: string) => readWhole(readFileSync(join(folder, name)), 'registrations', name);

/**
 * The sample's files after LibreOffice 25.2 opened and saved them, in each of three locales. A csv loses its zeros by
 * this.
 */
describe('a file that LibreOffice saved', () => {
  it.each(files.filter((name) => /\.(?:xlsx|csv)$/u.test(name)))(
    'a file that LibreOffice saved has the rows of the original: %s',
    async (name) => {
      const [month = ''] = name.split('.');
      const original = await read(sample, `${month}.${month === '2024-07' ? 'csv' : 'xlsx'}`);
      const copy = await read(saved, name);
      expect(copy.records).toEqual(original.records);
      expect(copy.rejected.map(({ row, column }) => [row, column])).toEqual(
        original.rejected.map(({ row, column }) => [row, column]),
      );
    },
  );

  it.each(files.filter((name) => /\.(?:xls|ods)$/u.test(name)))(
    'a file that LibreOffice saved is refused with advice: %s',
    async (name) => {
      for (const called of [name, `${name}.xlsx`, `${name}.csv`]) {
        const fault: unknown = await readWhole(readFileSync(join(saved, name)), 'registrations', called).catch(
          (error: unknown) => error,
        );
        expect(fault).toBeInstanceOf(UnreadableFile);
        expect(fault).toMatchObject({ message: expect.stringContaining('lưu lại dạng .xlsx') });
      }
    },
  );
});
