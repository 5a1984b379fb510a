import { describe, expect, it, vi } from 'vitest';
import { Receipt } from '#shared/contracts/receipt.ts';
import { flow } from '#test/support/flow.ts';
import { activities, code, identities, registrations } from '#test/support/sample-feeds.ts';
import { coverageOf } from '#test/support/coverage-of.ts';

const many = (count: number) =>
  Array.from(
    { length: count },
    (_, n) => `${code(100 + (n % 50))},BHXH,${String((n % 28) + 1).padStart(2, '0')}/06/2025,${n},`,
  );

describe('1-read-file', () => {
  it('the receipt counts every row, and names each rejected one', async () => {
    const { drop, settle, receipt, objects } = await flow();
    await drop('activities/tháng 6.csv', activities(...many(3), `${code(1)},BHXH,31/02/2025,3,`));
    await settle();
    expect(Receipt.parse(receipt('activities/tháng 6.csv'))).toMatchObject({
      feed: 'activities',
      read: 4,
      accepted: 3,
      rejected: 1,
    });
    const rejected = objects.get('receipts/activities/tháng 6.csv.rejected.csv')?.toString();
    expect(rejected).toMatch(/^\uFEFFrow,column,code,message,value\n5,Ngày,date,.*31\/02\/2025/u);
  });

  it('no returned file holds a cell that a spreadsheet would run', async () => {
    const { drop, settle, objects } = await flow();
    await drop('activities/a.csv', activities(`${code(1)},BHXH,=HYPERLINK("http://a.test"),3,`));
    await settle();
    const rejected = objects.get('receipts/activities/a.csv.rejected.csv')?.toString() ?? '';
    expect(rejected).toContain(`"'=HYPERLINK(""http://a.test"")"`);
  });

  it('a large file is continued where the last run stopped, and its counts are the same', async () => {
    const rows = activities(...many(1300));
    const whole = await flow();
    await whole.drop('activities/a.csv', rows);
    await whole.settle();
    const stopped = await flow();
    await stopped.drop('activities/a.csv', rows);
    // Less time is left than messages and the receipt may need, so each run stops after its first batch of
    // rows
    expect(await stopped.work('files', 30_000)).toBe(1);
    expect(stopped.receipt('activities/a.csv')).toBeNull();
    expect((await stopped.files.newest('activities', 'a.csv'))?.counts.read).toBe(500);
    await stopped.settle(30_000);
    expect(stopped.receipt('activities/a.csv')).toEqual(whole.receipt('activities/a.csv'));
    expect(await stopped.companies.recorded(code(100))).toEqual(await whole.companies.recorded(code(100)));
    const runs = stopped.sent.filter(({ queue }) => queue === 'files');
    expect(runs.length).toBeGreaterThanOrEqual(3);
  });

  it('the time is checked at each piece of a file, and a file is stopped where a whole run reads no row', async () => {
    const { drop, work, settle, receipt, parked } = await flow();
    await drop('activities/a.csv', activities(...many(3)) + '\n'.repeat(1_000_000) + many(3).join('\n'));
    await drop('activities/b.csv', activities(...many(3)));
    let left = 300_000;
    await work('files', () => (left -= 20_000));
    expect(receipt('activities/a.csv')).toBeNull();
    // Three runs try to judge the file, the last one partly. The next run reads that part, and the last reads no
    // further row
    for (const _run of [2, 3, 4, 5]) {
      left = 300_000;
      await work('files', () => (left -= 20_000));
    }
    expect(receipt('activities/b.csv')).toMatchObject({ read: 3 });
    expect(receipt('activities/a.csv')).toMatchObject({
      error: { code: 'too_big', message: expect.stringContaining('Hãy chia thành nhiều tệp nhỏ hơn') },
    });
    await settle();
    expect(receipt('activities/b.csv')).toMatchObject({ read: 3 });
    expect(await parked.of('a-queue')).toEqual([]);
  });

  it.each([1, 2])(
    'a file is judged again where the time of %i runs ended before its bad rows were read',
    async (short) => {
      const { drop, work, settle, receipt, files, companies } = await flow();
      const bad = Array.from({ length: 240 }, (_, n) => `${code(n + 1)},BHXH,31/02/2025,3,`);
      // The first rows are read in time: alone they would be judged as good
      await drop('activities/a.csv', activities(...many(60)) + '\n'.repeat(1_000_000) + bad.join('\n'));
      for (let run = 0; run < short; run += 1) {
        let left = 160_000;
        await work('files', () => (left -= 20_000));
        expect(await files.newest('activities', 'a.csv')).toMatchObject({ state: 'reading', counts: { read: 0 } });
        expect(receipt('activities/a.csv')).toBeNull();
      }
      await settle();
      expect(receipt('activities/a.csv')).toMatchObject({ accepted: 0, error: { code: 'many_rejected' } });
      const end = await files.newest('activities', 'a.csv');
      expect(end).toMatchObject({ state: 'stopped', judgement: { rows: 300 } });
      expect(end).not.toHaveProperty('judgingRuns');
      expect(await companies.recorded(code(100))).toMatchObject({ signals: [] });
    },
  );

  it('a file is stopped with a sentence where no run sees a row', async () => {
    const { drop, work, settle, receipt, parked } = await flow();
    await drop('activities/a.csv', activities() + '\n'.repeat(1_000_000) + many(3).join('\n'));
    for (const _run of [1, 2, 3]) {
      expect(receipt('activities/a.csv')).toBeNull();
      let left = 300_000;
      await work('files', () => (left -= 50_000));
    }
    expect(receipt('activities/a.csv')).toMatchObject({ read: 0, error: { code: 'too_big' } });
    await settle();
    expect(await parked.of('a-queue')).toEqual([]);
  });

  it('a good file is not called too big where its readers were delayed until their time was over', async () => {
    const { drop, work, settle, receipt, processor, files } = await flow();
    const rows = activities(...many(3)) + '\n'.repeat(1_000_000) + many(3).join('\n');
    await drop('activities/a.csv', rows);
    processor.isBusy = false;
    for (const _run of [1, 2, 3, 4]) {
      let left = 300_000;
      expect(await work('files', () => (left -= 50_000))).toBe(1);
      expect(receipt('activities/a.csv')).toBeNull();
    }
    const begun = await files.newest('activities', 'a.csv');
    expect(begun).toMatchObject({ state: 'reading', counts: { read: 0 } });
    expect(begun).not.toHaveProperty('judgingRuns');
    await settle();
    expect(receipt('activities/a.csv')).toMatchObject({ read: 6, accepted: 6 });
  });

  it.each([
    { reader: 'waited', isBusy: false, end: { read: 3, accepted: 3 } },
    { reader: 'computed', isBusy: true, end: { read: 0, error: { code: 'too_big' } } },
  ])('a judged file of which no row was read while its reader $reader ends by its size', async ({ isBusy, end }) => {
    const { drop, work, settle, receipt, processor } = await flow();
    await drop('activities/a.csv', activities() + '\n'.repeat(1_000_000) + many(3).join('\n'));
    // The time is read about 23 times until a file of this length is judged, and as often until its rows are
    // read
    let asked = 0;
    processor.isBusy = isBusy;
    await work('files', () => ((asked += 1) > 30 ? 0 : 300_000));
    expect(receipt('activities/a.csv') === null).toBe(!isBusy);
    await settle();
    expect(receipt('activities/a.csv')).toMatchObject(end);
  });

  it('a repeated event of a file does nothing, and keeps no connection open', async () => {
    const { drop, settle, sent, work, waiting, opened } = await flow();
    await drop('activities/a.csv', activities(...many(3)));
    const [announcement] = waiting.get('files') ?? [];
    await settle();
    const notified = sent.length;
    if (announcement) waiting.get('files')?.push(announcement);
    await work('files');
    expect(sent).toHaveLength(notified);
    expect(opened).toHaveLength(2);
    expect(opened.filter(({ destroyed }) => !destroyed)).toEqual([]);
  });

  it('the right file counts if it was read before the reader of the wrong one checked its progress', async () => {
    const { drop, work, at, settle, receipt, files } = await flow();
    const wrong = Array.from({ length: 20 }, () => `${code(1)},BHXH,31/02/2025,3,`);
    await drop('activities/a.csv', activities(...wrong));
    at('after a file is opened', async () => {
      await drop('activities/a.csv', activities(...many(20)));
      await work('files');
    });
    await work('files');
    await settle();
    expect(Receipt.parse(receipt('activities/a.csv'))).toMatchObject({ accepted: 20, rejected: 0 });
    expect(await files.newest('activities', 'a.csv')).toMatchObject({
      version: expect.stringMatching(/^0000000000000002#/u),
      state: 'read',
    });
  });

  it('a reader returns its message where reading the rejected rows for the receipt fails', async () => {
    const { drop, work, waiting, rejections, settle, objects } = await flow();
    await drop('activities/a.csv', activities(`${code(1)},BHXH,31/02/2025,3,`));
    const of = vi.spyOn(rejections, 'of').mockImplementationOnce(async function* broken() {
      yield { row: 2, column: 'Ngày', code: 'date', message: '', value: '' };
      throw new Error('the table does not answer');
    });
    await work('files');
    expect(of).toHaveBeenCalledOnce();
    expect(waiting.get('files')).toHaveLength(1);
    await settle();
    expect(objects.get('receipts/activities/a.csv.rejected.csv')?.toString()).toContain('31/02/2025');
  });

  it('the receipt gives the reason why a file cannot be read, and its feed is completed without it', async () => {
    const { drop, settle, receipt, files, clock, parked } = await flow();
    await drop('activities/a.csv', 'Mã số doanh nghiệp,Ngày\n0900000000,01/01/2025\n');
    await drop('activities/b.pdf', '%PDF-1.7');
    await settle();
    expect(receipt('activities/a.csv')).toMatchObject({
      read: 0,
      error: { code: 'missing_column', message: expect.stringContaining('Loại tín hiệu') },
    });
    expect(receipt('activities/b.pdf')).toMatchObject({ error: { code: 'wrong_ending' } });
    expect(await coverageOf({ files, clock }, 'activities')).toMatchObject({
      spans: {},
      statements: [],
      beingRead: false,
    });
    expect(await parked.of('a-queue')).toEqual([]);
  });

  it('files in other folders are ignored', async () => {
    const { drop, settle, objects, parked } = await flow();
    await drop('labels/companies.jsonl', '{}');
    await settle();
    expect(await parked.of('a-queue')).toEqual([]);
    expect([...objects.keys()]).toEqual(['labels/companies.jsonl']);
  });

  it('new police data have the companies that they concern checked again, by number and by old number', async () => {
    const { drop, settle, sent } = await flow();
    await drop(
      'registrations/a.csv',
      registrations({ code: code(1), document: '033085000123' }, { code: code(2), document: '033085000124' }),
    );
    await settle();
    sent.length = 0;
    await drop('identities/a.csv', identities('033085000123,CCCD,Nguyễn Văn Mẫu,12/03/1985,Nam,BINH_THUONG,,,'));
    await settle();
    expect(sent.filter(({ queue }) => queue === 'registrations')[0]?.body).toEqual({ enterpriseCode: code(1) });
  });
});
