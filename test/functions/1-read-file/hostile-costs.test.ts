import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { judgeFile } from '#functions/1-read-file/judgement/judge-file.ts';
import { readFeed } from '#functions/1-read-file/read-feed.ts';
import { UnreadableFile } from '#shared/tabular/unreadable-file.ts';
import { codeAt } from '#test/support/enterprise-codes.ts';
import { workbookOf } from '#test/shared/tabular/make-zip.ts';
import { cellsOf, csv, HEADINGS, pieces, readWhole, table } from './read-whole.ts';

const KILOBYTE = 1024;
const SIZE = 256 * KILOBYTE;
/**
 * A file is judged and read: both together may take so many times as long as for an honest file of its size. Rows of a few
 * signs are twenty times as many as an honest file of that size has, and each costs what an honest row costs.
 */
const MOST_TIMES = 30;
/** A shorter file may take as long as this one. */
const LEAST = 128 * KILOBYTE;

/** The CPU time of judging and, unless the file is stopped, of reading, in milliseconds. */
async function cost(bytes: Buffer, fileName: string): Promise<{ ms: number; end: string }> {
  const source = { folder: 'registrations', fileName, today: '2025-12-31', sender: undefined } as const;
  const before = process.cpuUsage();
  const { objection } = await judgeFile(pieces(bytes, 64 * KILOBYTE), source, { share: 0.2, rows: 10 }, () => true);
  let end = objection?.code ?? 'read';
  try {
    if (objection === undefined) for await (const _ of readFeed(pieces(bytes, 64 * KILOBYTE), source));
  } catch (error) {
    end = error instanceof UnreadableFile ? error.code : String(error);
  }
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, end };
}

const people = (size: number) => {
  const row = (n: number) => ({ 'Mã số doanh nghiệp': codeAt(n * 3), 'Họ và tên': `Nguyễn Văn ${n}` });
  const ofOne = Buffer.byteLength(csv([row(1)])) - Buffer.byteLength(csv([]));
  return Buffer.from(csv(Array.from({ length: Math.ceil(size / ofOne) }, (_, n) => row(n))));
};

const heads = csv([]);
const filled = (text: string, size = SIZE) => text.repeat(Math.ceil(size / Buffer.byteLength(text)));
const rows = (text: string) => Buffer.from(heads + filled(text));
const sheet = (content: string, parts: Readonly<Record<string, string>> = {}) =>
  workbookOf(
    `<worksheet><sheetData><row>${HEADINGS.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>${content}</sheetData></worksheet>`,
    parts,
  );

const FILES: Readonly<Record<string, () => Buffer>> = {
  'rows of one letter.csv': () => rows('a\n'),
  'rows of one digit.csv': () => rows('1,\n'),
  'rows of one letter in all cells.csv': () => rows(`${'a,'.repeat(18)}a\n`),
  'a quote and a row.csv': () => rows('"\n"x\n'),
  'one open quote before short rows.csv': () => Buffer.from(`${heads}"${filled('a\n')}`),
  'a sign that is a phrase.csv': () => rows(table([cellsOf({}).map(() => 'ﷺ'.repeat(200))])),
  'rows of such signs.csv': () => rows('ﷺ,ﷺ,ﷺ\n'),
  'a tower of marks.csv': () => rows(`a${'\u0301\u0323'.repeat(1900)}\n`),
  'a tower of marks in a name.csv': () =>
    rows(table([cellsOf({ 'Tên doanh nghiệp': `a${'\u0301\u0323\u0302'.repeat(600)}` })])),
  'lists that never close.jsonl': () => Buffer.from(filled('[\n')),
  'empty objects.jsonl': () => Buffer.from(filled('{}\n')),
  'keys without end.jsonl': () =>
    Buffer.from(filled(`{${Array.from({ length: 10_000 }, (_, n) => `"k${n}":1`).join()}}\n`)),
  'keys of objects.jsonl': () =>
    Buffer.from(filled('{"__proto__":{"a":1},"constructor":{"prototype":1},"enterpriseCode":"1","people":[{}]}\n')),
  'packed rows of one letter.csv.gz': () => gzipSync(heads + filled('a\n', 8 * KILOBYTE * KILOBYTE)),
  'packed signs.csv.gz': () => gzipSync(heads + filled(`${'ﷺ'.repeat(1200)},`, 8 * KILOBYTE * KILOBYTE)),
  'rows of one letter.xlsx': () => sheet('<row><c t="str"><v>a</v></c></row>'.repeat(100_000)),
  'one long text in each cell.xlsx': () =>
    sheet(`<row>${'<c t="s"><v>0</v></c>'.repeat(15)}</row>`.repeat(3000), {
      'xl/sharedStrings.xml': `<sst><si><t>${'ﷺ'.repeat(3000)}</t></si></sst>`,
    }),
};

describe('a hostile file beside an honest one of its size', () => {
  it.each(Object.entries(FILES))('a file takes about as long as an honest one: %s', async (fileName, make) => {
    const bytes = make();
    const honest = people(Math.max(bytes.length, LEAST));
    await cost(honest, 'a.csv');
    const usual = await cost(honest, 'a.csv');
    expect(usual.end).toBe('read');
    expect((await cost(bytes, fileName)).ms).toBeLessThan(MOST_TIMES * usual.ms);
  });

  it('a file with far too many rejected rows is stopped for its rows', async () => {
    expect((await cost(rows('a\n'), 'a.csv')).end).toBe('many_rejected');
    await expect(readWhole(rows('a\n'), 'registrations', 'a.csv')).rejects.toMatchObject({
      code: 'broken',
      message: expect.stringContaining('quá nhiều dòng không đọc được'),
    });
  });

  it('a packed file of short rows of which each is rejected is read to its end', async () => {
    const bytes = gzipSync(
      `Số điện thoại,Số giấy tờ chủ thuê bao\n${Array.from({ length: 20_000 }, (_, n) => `09${n}x,0330${n * 7919}\n`).join('')}`,
    );
    expect((await readWhole(bytes, 'subscribers', 'a.csv.gz')).rejected).toHaveLength(20_000);
  });

  it('a letter with more marks than any has costs its own row', async () => {
    const bad = { 'Họ và tên': `Nguyễn a${'\u0301'.repeat(40)}` };
    const { accepted, rejected } = await readWhole(csv([bad, {}]), 'registrations', 'a.csv');
    expect(rejected).toMatchObject([{ row: 2, column: 'Họ và tên', code: 'shape' }]);
    expect(accepted).toHaveLength(1);
  });
});
