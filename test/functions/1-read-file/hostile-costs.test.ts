import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { judgeBody } from '#test/support/judge-body.ts';
import { readFeed } from '#functions/1-read-file/read-feed.ts';
import { UnreadableFile } from '#shared/tabular/unreadable-file.ts';
import { HOSTILE_TEXTS, packedPeople, people, rows } from './hostile-texts.ts';
import { HOSTILE_WORKBOOKS, peopleWorkbook } from './hostile-workbooks.ts';
import { csv, streamInPieces, readWhole } from './read-whole.ts';

const KILOBYTE = 1024;
/**
 * A file is judged and read: both together may take so many times as long as for an honest file of its form and size.
 * Texts take up to six times as long (rows of one sign in every cell, of which each is rejected), packed files at most
 * three times.
 */
const MOST_TIMES = { '.csv': 8, '.jsonl': 8, '.gz': 4, '.xlsx': 4 } as const;
/** A shorter file may take as long as a file of this size. */
const LEAST = 128 * KILOBYTE;
type FileForm = keyof typeof MOST_TIMES;
const formOf = (fileName: string): FileForm =>
  fileName.endsWith('.gz')
    ? '.gz'
    : fileName.endsWith('.xlsx')
      ? '.xlsx'
      : fileName.endsWith('.csv')
        ? '.csv'
        : '.jsonl';
const HONEST = {
  '.csv': { name: 'a.csv', make: people, size: LEAST },
  '.jsonl': { name: 'a.csv', make: people, size: LEAST },
  '.gz': { name: 'a.csv.gz', make: packedPeople, size: 16 * KILOBYTE },
  '.xlsx': { name: 'a.xlsx', make: peopleWorkbook, size: LEAST },
} as const;

/**
 * The time of an honest file per byte, as the least of three readings in this run, because only the hostile file's time
 * may be disturbed.
 */
const honestMs = new Map<FileForm, Promise<number>>();
async function honestMsPerByte(form: FileForm): Promise<number> {
  const { name, make, size } = HONEST[form];
  const bytes = make(size);
  const readings = [await cost(bytes, name), await cost(bytes, name), await cost(bytes, name)];
  for (const { end } of readings) expect(end).toBe('read');
  return Math.min(...readings.map(({ ms }) => ms)) / bytes.length;
}

/** The CPU time of judging and, unless the file is stopped, of reading, in milliseconds. */
async function cost(bytes: Buffer, fileName: string): Promise<{ ms: number; end: string }> {
  const source = { folder: 'registrations', fileName, today: '2025-12-31', sender: undefined } as const;
  const before = process.cpuUsage();
  const { objection } = await judgeBody(
    streamInPieces(bytes, 64 * KILOBYTE),
    source,
    { share: 0.2, rows: 10 },
    () => true,
  );
  let end = objection?.code ?? 'read';
  try {
    if (objection === undefined) for await (const _ of readFeed(streamInPieces(bytes, 64 * KILOBYTE), source));
  } catch (error) {
    end = error instanceof UnreadableFile ? error.code : String(error);
  }
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, end };
}

describe('a hostile file beside an honest one of its form and size', () => {
  it.each(Object.entries({ ...HOSTILE_TEXTS, ...HOSTILE_WORKBOOKS }))(
    'a file takes about as long as an honest one of its form: %s',
    async (fileName, make) => {
      const bytes = make();
      const form = formOf(fileName);
      if (!honestMs.has(form)) honestMs.set(form, honestMsPerByte(form));
      const usual = ((await honestMs.get(form)) ?? 0) * Math.max(bytes.length, LEAST);
      const most = MOST_TIMES[form] * usual;
      const first = await cost(bytes, fileName);
      // The first time includes compilation, so a second one counts where it was too long
      expect(first.ms < most ? first.ms : (await cost(bytes, fileName)).ms).toBeLessThan(most);
    },
  );

  it('a file with far too many rejected rows is stopped for its rows', async () => {
    expect((await cost(rows('a\n'), 'a.csv')).end).toBe('many_rejected');
    await expect(readWhole(rows('a\n'), 'registrations', 'a.csv')).rejects.toMatchObject({
      code: 'broken',
      message: expect.stringContaining('quá nhiều dòng không đọc được'),
    });
  });

  it('a packed file of short rows is read to its end although each row is rejected', async () => {
    const bytes = gzipSync(
      `Số điện thoại,Số giấy tờ chủ thuê bao\n${Array.from({ length: 20_000 }, (_, n) => `09${n}x,0330${n * 7919}\n`).join('')}`,
    );
    expect((await readWhole(bytes, 'subscribers', 'a.csv.gz')).rejected).toHaveLength(20_000);
  });

  it('a letter with too many combining marks costs only its own row', async () => {
    const bad = { 'Họ và tên': `Nguyễn a${'\u0301'.repeat(40)}` };
    const { accepted, rejected } = await readWhole(csv([bad, {}]), 'registrations', 'a.csv');
    expect(rejected).toMatchObject([{ row: 2, column: 'Họ và tên', code: 'shape' }]);
    expect(accepted).toHaveLength(1);
  });
});
