import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { UnreadableFile } from '#shared/tabular/unreadable-file.ts';
import { workbookOf, zip } from '#test/shared/tabular/make-zip.ts';
import { cellsOf, csv, HEADINGS, readWhole } from './read-whole.ts';

/** The result of reading a file, and its CPU time in milliseconds. */
async function cost(bytes: Buffer | string, fileName: string): Promise<{ ms: number; end: string; rows: number }> {
  const before = process.cpuUsage();
  const [end, rows] = await readWhole(bytes, 'registrations', fileName).then(
    (read) => ['read', read.events.filter(({ type }) => type !== 'opened').length] as const,
    (error: unknown) => [error instanceof UnreadableFile ? error.code : String(error), 0] as const,
  );
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, end, rows };
}

/**
 * The limit for a file of four times the size: four times as long plus noise, while a quadratic reading would take
 * sixteen times.
 */
async function expectLinear(make: (size: number) => Buffer, size: number): Promise<void> {
  await cost(make(Math.ceil(size / 8)), 'a.xlsx');
  const small = await cost(make(size), 'a.xlsx');
  const large = await cost(make(4 * size), 'a.xlsx');
  expect(large.ms).toBeLessThan(8 * Math.max(small.ms, 40));
}

const sheetOf = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const tableRow = (cells: readonly string[]): string => `<row>${cells.map(inline).join('')}</row>`;
const honest = tableRow(HEADINGS) + tableRow(cellsOf({}));

describe('an unclosed element of a workbook', () => {
  const styles = (xml: string) => workbookOf(sheetOf(honest), { 'xl/styles.xml': xml });
  const texts = (xml: string) => workbookOf(sheetOf(honest), { 'xl/sharedStrings.xml': xml });

  it.each<readonly [string, (size: number) => Buffer]>([
    ['numFmt', (size) => styles('<numFmt '.repeat(size))],
    ['cellXfs', (size) => styles('<cellXfs>'.repeat(size))],
    ['xf', (size) => styles(`<cellXfs>${'<xf '.repeat(size)}</cellXfs>`)],
    [
      'brackets of a format',
      (size) =>
        styles(
          `<numFmts><numFmt numFmtId="170" formatCode="${'['.repeat(size)}"/></numFmts><cellXfs>${'<xf numFmtId="170"/>'.repeat(20)}</cellXfs>`,
        ),
    ],
    ['sheet', (size) => workbookOf(sheetOf(honest), {}, '<sheet '.repeat(size))],
    ['c', (size) => workbookOf(sheetOf(`<row>${'<c '.repeat(size)}</row>`))],
    ['c with content', (size) => workbookOf(sheetOf(`<row>${'<c>'.repeat(size)}</row>`))],
    ['v', (size) => workbookOf(sheetOf(`<row><c>${'<v>'.repeat(size)}</c></row>`))],
    ['t', (size) => workbookOf(sheetOf(`<row><c t="inlineStr">${'<t>'.repeat(size)}</c></row>`))],
    ['rPh', (size) => texts(`<sst><si>${'<rPh '.repeat(size)}</si></sst>`)],
    ['CDATA', (size) => texts(`<sst><si><t>${'<![CDATA['.repeat(size)}</t></si></sst>`)],
    ['comment', (size) => texts(`<sst><si><t>${'<!--'.repeat(size)}</t></si></sst>`)],
    ['entity', (size) => texts(`<sst><si><t>${'&amp'.repeat(size)}</t></si></sst>`)],
    ['quote', (size) => texts(`<sst><si a="${`'`.repeat(size)}"><t b='${'"'.repeat(size)}'></t></si></sst>`)],
    ['attribute', (size) => texts(`<sst><si ${'a=" '.repeat(size)}></si></sst>`)],
    ['nested elements', (size) => texts(`<sst>${'<si><t>'.repeat(size)}`)],
    ['row', (size) => workbookOf(sheetOf('<row>'.repeat(size)))],
  ])('an unclosed element of a workbook takes linear time: %s', async (_, make) => {
    await expectLinear(make, 15_000);
  });
});

describe('a hostile workbook', () => {
  it('a small workbook is stopped where its sheet has given far more bytes than the file holds', async () => {
    const bomb = workbookOf(sheetOf(honest + '<row><c/></row>'.repeat(4_000_000)));
    expect(bomb.length).toBeLessThan(300_000);
    expect(await cost(bomb, 'a.xlsx')).toMatchObject({ end: 'too_big' });
  });

  it('a part that thousands of sheets of a workbook refer to is read once', async () => {
    const sheets = Array.from({ length: 5000 }, (_, n) => `<x:sheet name="S${n}" r:id="rId1"/>`).join('');
    const made = workbookOf(sheetOf(honest), {}, `<x:sheets>${sheets}</x:sheets>`);
    expect(await cost(made, 'a.xlsx')).toMatchObject({ end: 'read', rows: 1 });
  });

  it('a workbook is stopped where a million cells refer to one long text', async () => {
    const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(7)}</row>`;
    const made = workbookOf(sheetOf(honest + row.repeat(20_000)), {
      'xl/sharedStrings.xml': `<sst><si><t>${'a'.repeat(32_000)}</t></si></sst>`,
    });
    expect(made.length).toBeLessThan(30_000);
    const { end, ms } = await cost(made, 'a.xlsx');
    expect(end).toBe('too_big');
    expect(ms).toBeLessThan(3000);
  });

  it('a row is rejected where the texts of its cells are too long together', async () => {
    const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(19)}</row>`;
    const made = workbookOf(sheetOf(honest + row), {
      'xl/sharedStrings.xml': `<sst><si><t>${'a'.repeat(32_000)}</t></si></sst>`,
    });
    const read = await readWhole(made, 'registrations', 'a.xlsx');
    expect(read.accepted).toHaveLength(1);
    expect(read.rejected).toMatchObject([{ row: 3, code: 'too_long' }]);
  });

  it('a workbook is stopped where its table of texts is nearly all of it', async () => {
    const made = workbookOf(sheetOf(honest), { 'xl/sharedStrings.xml': `<sst>${'<si/>'.repeat(9_000_000)}</sst>` });
    expect(await cost(made, 'a.xlsx')).toMatchObject({ end: 'too_big' });
  });

  it('a workbook that declares entities is refused: no office program declares any', async () => {
    const laughs = `<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>`;
    expect(await cost(workbookOf(sheetOf(honest), { 'xl/sharedStrings.xml': laughs }), 'a.xlsx')).toMatchObject({
      end: 'broken',
    });
  });

  it('a row of 16,384 cells is rejected', async () => {
    const wide = `<row>${'<c><v>1</v></c>'.repeat(16_384)}</row>`;
    const read = await readWhole(workbookOf(sheetOf(honest + wide.repeat(3))), 'registrations', 'a.xlsx');
    expect(read.accepted).toHaveLength(1);
    expect(read.rejected.map(({ row, code }) => [row, code])).toEqual([
      [3, 'columns'],
      [4, 'columns'],
      [5, 'columns'],
    ]);
  });

  it('a workbook whose rows all claim to be the first is read up to the length of one sheet', async () => {
    const made = workbookOf(sheetOf(honest + '<row r="1"/>'.repeat(1_100_000)));
    expect((await cost(made, 'a.xlsx')).end).toBe('too_big');
  });

  it('a workbook may have a million empty rows: the others are read', async () => {
    const empty = Array.from({ length: 200_000 }, (_, n) => `<row r="${n + 3}" s="1" customFormat="1"/>`).join('');
    expect(await cost(workbookOf(sheetOf(honest + empty)), 'a.xlsx')).toMatchObject({ end: 'read', rows: 1 });
  });

  it('a workbook with many entries over the same bytes is limited by its own size', async () => {
    const part = sheetOf('<row><c/></row>'.repeat(50_000));
    const relations = Array.from(
      { length: 200 },
      (_, n) => `<Relationship Id="s${n}" Type="a/worksheet" Target="s${n}.xml"/>`,
    ).join('');
    const sheets = Array.from({ length: 200 }, (_, n) => `<sheet name="S${n}" r:id="s${n}"/>`).join('');
    const parts: Record<string, string> = {};
    for (let n = 0; n < 200; n += 1) parts[`xl/s${n}.xml`] = part;
    const made = zip({
      'xl/workbook.xml': `<workbook><sheets>${sheets}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${relations}</Relationships>`,
      ...parts,
    });
    expect(await cost(made, 'a.xlsx')).toMatchObject({ end: 'too_big' });
  });

  it('a tag longer than any program writes is refused without delay', async () => {
    const made = workbookOf(sheetOf(`<row ${'a="b" '.repeat(50_000)}>`));
    expect((await cost(made, 'a.xlsx')).end).toBe('too_big');
  });
});

describe('a hostile text file', () => {
  it('a short packed file of line breaks is stopped where it unpacks to far more than its size', async () => {
    const bytes = gzipSync(Buffer.concat([Buffer.from(csv([{}])), Buffer.alloc(64 * 1024 * 1024, '\n')]));
    expect(bytes.length).toBeLessThan(80_000);
    expect(await cost(bytes, 'a.csv.gz')).toMatchObject({ end: 'too_big' });
    expect(await cost(bytes, 'a.jsonl.gz')).toMatchObject({ end: 'too_big' });
  });

  it('a text file with more blank lines in a run than a sheet has rows is stopped', async () => {
    expect(await cost(`${csv([{}])}${'\n'.repeat(1_100_000)}`, 'a.csv')).toMatchObject({ end: 'too_big' });
    expect(await cost('\n'.repeat(1_100_000), 'a.jsonl')).toMatchObject({ end: 'too_big' });
  });

  it('a file packed twice is refused', async () => {
    const twice = gzipSync(gzipSync(csv([{}])));
    expect(await cost(twice, 'a.csv.gz.gz')).toMatchObject({ end: 'broken' });
    expect(await cost(twice, 'a.csv.gz')).toMatchObject({ end: 'broken' });
  });

  it('a quote that is never closed costs its own line, and the rest is read', async () => {
    const text = csv([{}, { 'Vai trò': 'TV', 'Số giấy tờ': '033090495227' }]).replace(
      '\r\n0901150498',
      '\r\n"x\r\n0901150498',
    );
    const read = await readWhole(text, 'registrations', 'a.csv');
    expect(read.rejected.map(({ row, code }) => [row, code])).toEqual([[2, 'open_quote']]);
    expect(read.accepted).toHaveLength(2);
  });

  it('a JSON line of many megabytes costs its own line, and the rest is read', async () => {
    const sound = JSON.stringify({ enterpriseCode: '0901150498', kind: 'BHXH', date: '2025-02-01', value: 5 });
    const text = `${sound}\n{"a":"${'a'.repeat(8_000_000)}"}\n${sound}\n`;
    const read = await readWhole(text, 'activities', 'a.jsonl');
    expect(read.rejected.map(({ row, code }) => [row, code])).toEqual([[2, 'too_long']]);
    expect(read.accepted.map(({ row }) => row)).toEqual([1, 3]);
  });
});

describe('a zip file with a false directory', () => {
  it('a zip file that claims false sizes is refused', async () => {
    const made = workbookOf(sheetOf(honest));
    const lying = Buffer.from(made);
    const entry = lying.lastIndexOf(Buffer.of(0x50, 0x4b, 0x01, 0x02));
    lying.writeUInt32LE(0xfffffff0, entry + 20);
    lying.writeUInt32LE(1, entry + 24);
    expect(['read', 'broken']).toContain((await cost(lying, 'a.xlsx')).end);
  });

  it('a zip file with a raw stream of a gigabyte in one part is refused', async () => {
    const made = workbookOf('');
    expect(deflateRawSync(Buffer.alloc(1024)).length).toBeLessThan(made.length);
    const bomb = workbookOf('\0'.repeat(50_000_000));
    expect(await cost(bomb, 'a.xlsx')).toMatchObject({ end: 'too_big' });
  });
});
