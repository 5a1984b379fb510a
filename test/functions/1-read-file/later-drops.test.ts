import { describe, expect, it } from 'vitest';
import { flow } from '#test/support/flow.ts';
import { activities, code, identities } from '#test/support/sample-feeds.ts';

const KEY = 'activities/a.csv';
const rows = (value: string) => activities(...[1, 2, 3].map((n) => `${code(n)},BHXH,30/06/2025,${value},`));

/** The later of two drops was read, and the announcement of the earlier one waits. */
async function readOutOfOrder() {
  const on = await flow();
  await on.drop(KEY, rows('9'));
  const [earlier] = on.waiting.get('files')?.splice(0) ?? [];
  await on.drop(KEY, rows('3'));
  await on.work('files');
  const first = await on.files.progress('activities', 'a.csv');
  if (!earlier || !first) throw new Error('the later drop is not read');
  on.waiting.set('files', [earlier]);
  await on.work('files');
  return { ...on, first, asked: on.waiting.get('files')?.map(({ body }) => body) };
}

describe('1-read-file where a later drop was read first', () => {
  it('the earlier announcement asks for the later drop to be read anew', async () => {
    const { first, asked, settle, files } = await readOutOfOrder();
    expect(asked).toEqual([{ bucket: 'inbox', key: KEY, version: first.version, anew: first.startedAt }]);
    await settle();
    const again = await files.progress('activities', 'a.csv');
    expect(again).toMatchObject({ version: first.version, state: 'read', again: true, counts: { read: 3 } });
    expect(again?.startedAt).not.toBe(first.startedAt);
  });

  it('a second copy of the message that asks to read the later drop anew changes nothing', async () => {
    const { asked, waiting, work, files, settle } = await readOutOfOrder();
    await settle();
    const read = await files.progress('activities', 'a.csv');
    waiting.set('files', [{ body: asked?.[0], sentAt: 0, delaySeconds: 0 }]);
    await work('files');
    expect(await files.progress('activities', 'a.csv')).toEqual(read);
  });

  it('a reader that is overtaken while it reads sends its request for the new reading again', async () => {
    const { asked, at, files, work, waiting } = await readOutOfOrder();
    at('before companies are sent', async () => {
      const before = await files.progress('activities', 'a.csv');
      if (before) await files.advance({ ...before, startedAt: '2026-01-05T04:00:00.000Z' }, before);
    });
    await work('files');
    expect(waiting.get('files')?.map(({ body, delaySeconds }) => ({ body, delaySeconds }))).toEqual([
      { body: asked?.[0], delaySeconds: 60 },
    ]);
  });
});

const PEOPLE = 'identities/a.csv';
const PERSON = '033085000123';
const person = (status: string) => identities(`${PERSON},CCCD,Nguyễn Văn Nạn Nhân,12/03/1985,Nam,${status},,,`);

/**
 * A reader of an earlier drop wrote its rows only after the later drop had been read, and ended without a word. SQS had
 * handed over its message twice, and the other copy was done.
 * @param otherCopy when the other copy was handled, where the rest of the run depends on it
 */
async function readBesideSlowReader(otherCopy?: 'before the later drop' | 'after the later drop') {
  const on = await flow();
  await on.drop(PEOPLE, person('BAO_MAT_GIAY_TO'));
  const [copy] = on.waiting.get('files') ?? [];
  if (!copy) throw new Error('the drop is not announced');
  const handleCopy = async () => {
    on.waiting.get('files')?.push(copy);
    await on.work('files');
  };
  on.at('before people are recorded', async () => {
    if (otherCopy === 'before the later drop') await handleCopy();
    await on.drop(PEOPLE, person('BINH_THUONG'));
    await on.work('files');
    if (otherCopy === 'after the later drop') await handleCopy().then(() => on.work('files'));
    on.at('before files are sent', () => {
      throw new Error('the reader ends');
    });
  });
  await on.work('files');
  expect(on.notPassed()).toEqual([]);
  const [lost] = on.waiting.get('files')?.splice(-1) ?? [];
  expect(lost?.body).toHaveProperty('Records');
  const statuses = async () => (await on.policeRecords.byNumber(PERSON)).map(({ status }) => status);
  const pass = (seconds: number) => {
    on.clock.now = new Date(on.clock.now.getTime() + seconds * 1000);
  };
  const delays = () => on.waiting.get('files')?.map(({ delaySeconds }) => delaySeconds);
  return { ...on, statuses, pass, delays };
}

describe('1-read-file where a reader of an earlier drop may still write', () => {
  it.each([undefined, 'before the later drop', 'after the later drop'] as const)(
    'what it writes later is taken back once it can no longer run; another copy of its message is handled %s',
    async (otherCopy) => {
      const { statuses, pass, settle } = await readBesideSlowReader(otherCopy);
      expect(await statuses()).toContain('BAO_MAT_GIAY_TO');
      pass(360);
      await settle();
      expect(await statuses()).toEqual(['BINH_THUONG']);
    },
  );

  it('one more reading is asked for, and none where no reader of the earlier drop can run', async () => {
    const { delays, pass, settle, drop, work } = await readBesideSlowReader();
    expect(delays()).toEqual([360]);
    pass(360);
    await settle();
    pass(360);
    await drop(PEOPLE, person('BAO_MAT_GIAY_TO'));
    await work('files');
    expect(delays()).toEqual([]);
  });

  it('no further reading is asked for where the earlier drop has the same bytes', async () => {
    const { drop, work, waiting } = await flow();
    await drop(PEOPLE, person('BINH_THUONG'));
    await work('files');
    await drop(PEOPLE, person('BINH_THUONG'));
    await work('files');
    expect(waiting.get('files')).toEqual([]);
  });
});
