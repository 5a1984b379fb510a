import { describe, expect, it } from 'vitest';
import { workbookOf, zip } from '#test/shared/tabular/make-zip.ts';
import { cellsOf, csv, HEADINGS, readWhole, table } from './read-whole.ts';

const COLUMNS = 300;
const read = (content: Buffer | string, name = 'a.csv') => readWhole(content, 'registrations', name);

describe('tables at the edges of their form', () => {
  it('empty cells behind the table count for nothing, however many each line has', async () => {
    const wide = csv([{}, {}]).replaceAll('\r\n', `${','.repeat(16_384 - HEADINGS.length)}\r\n`);
    expect((await read(wide)).events).toEqual((await read(csv([{}, {}]))).events);
  });

  it.each([
    ['a.csv', table([[...HEADINGS, ...Array<string>(COLUMNS).fill('x')], cellsOf({})])],
    [
      'a.xlsx',
      workbookOf(
        `<worksheet><sheetData><row>${[...HEADINGS, ...Array<string>(COLUMNS).fill('x')].map((cell) => `<c t="str"><v>${cell}</v></c>`).join('')}</row></sheetData></worksheet>`,
      ),
    ],
  ])('a table of more columns than are read is refused with their number: %s', async (name, content) => {
    await expect(read(content, name)).rejects.toMatchObject({
      code: 'too_big',
      message: expect.stringContaining('nhiều nhất 256 cột'),
    });
  });

  it('the bytes of another file behind the text cost their own lines', async () => {
    const behind = Buffer.concat([Buffer.from(csv([{}])), zip({ 'a.txt': 'Hưng Yên'.repeat(50) })]);
    const { accepted, rejected } = await read(behind);
    expect(accepted.map(({ row }) => row)).toEqual([2]);
    expect(rejected.length).toBeGreaterThan(0);
  });

  it.each(['sep=;\r', '"sep=;"\r\n', 'sep=;;;;\r\n', 'sep=,\r\n'])(
    'a line that states the delimiter is none of the table, also where it states another one: %j',
    async (line) => {
      const newline = line.endsWith('\n') ? '\r\n' : '\r';
      expect((await read(line + csv([{}], ';', newline))).events).toEqual((await read(csv([{}], ';'))).events);
    },
  );
});
