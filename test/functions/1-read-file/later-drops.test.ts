import { describe, expect, it } from 'vitest';
import { flow } from '#test/support/flow.ts';
import { activities, code, identities } from '#test/support/sample-feeds.ts';

const KEY = 'activities/a.csv';
const rows = (value: string) => activities(...[1, 2, 3].map((n) => `${code(n)},BHXH,30/06/2025,${value},`));

describe('a drop whose announcement comes after that of a later one', () => {
  it('is read by its own version, and changes nothing of what the later one says', async () => {
    const { drop, waiting, settle, companies, files, receipt } = await flow();
    await drop(KEY, rows('9'));
    const [earlier] = waiting.get('files')?.splice(0) ?? [];
    if (!earlier) throw new Error('the drop is not announced');
    await drop(KEY, rows('3'));
    await settle();
    const first = receipt(KEY);
    waiting.set('files', [earlier]);
    await settle();
    expect((await files.ofName('activities', 'a.csv')).map(({ state }) => state)).toEqual(['read', 'read']);
    expect((await companies.recorded(code(1))).signals).toMatchObject([{ value: '3' }]);
    expect(receipt(KEY)).toEqual(first);
  });

  it('is parked where its version is gone, although a later one is there', async () => {
    const { drop, waiting, settle, parked } = await flow();
    await drop(KEY, rows('9'));
    const [message] = waiting.get('files') ?? [];
    const { Records = [] } = { ...message }.body as { Records?: { s3: { object: { versionId: string } } }[] };
    for (const { s3 } of Records) s3.object.versionId = 'gone';
    await settle();
    expect(await parked.of('a-queue')).toMatchObject([{ why: 'object_gone' }]);
  });
});

const PEOPLE = 'identities/a.csv';
const PERSON = '033085000123';
const person = (status: string) => identities(`${PERSON},CCCD,Nguyễn Văn Nạn Nhân,12/03/1985,Nam,${status},,,`);

describe('readers of two drops of a name, or of one drop, at the same time', () => {
  it('what a slow reader of the earlier drop writes last does not count beside the later drop', async () => {
    const { drop, at, work, settle, notPassed, policeRecords } = await flow();
    await drop(PEOPLE, person('BAO_MAT_GIAY_TO'));
    at('before people are recorded', async () => {
      await drop(PEOPLE, person('BINH_THUONG'));
      await work('files');
    });
    await settle();
    expect(notPassed()).toEqual([]);
    expect((await policeRecords.byNumber(PERSON)).map(({ status }) => status)).toEqual(['BINH_THUONG']);
  });

  it('a second reader of a drop writes the same items and ends it once', async () => {
    const { drop, at, work, waiting, settle, notPassed, files, policeRecords } = await flow();
    await drop(PEOPLE, person('BAO_MAT_GIAY_TO'));
    const [copy] = waiting.get('files') ?? [];
    let ended: unknown;
    at('before people are recorded', async () => {
      if (copy) waiting.get('files')?.push(copy);
      await work('files');
      ended = await files.newest('identities', 'a.csv');
    });
    await settle();
    expect(notPassed()).toEqual([]);
    expect(await files.newest('identities', 'a.csv')).toEqual(ended);
    expect(await policeRecords.byNumber(PERSON)).toHaveLength(1);
  });
});
