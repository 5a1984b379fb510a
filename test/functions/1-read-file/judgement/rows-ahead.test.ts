import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { judgeBody } from '#test/support/judge-body.ts';
import { RowsReadAhead } from '#functions/1-read-file/judgement/rows-ahead.ts';
import { readFeed } from '#functions/1-read-file/read-feed.ts';
import { registrations } from '#test/support/sample-feeds.ts';
import { RIGHT } from '#test/support/wrong-files.ts';
import { FEED_FOLDERS } from '#shared/contracts/feeds/feed-record.ts';

const LIMITS = { share: 0.9, rows: 100 };
const bodyOf = (text: string) => Readable.from([Buffer.from(text)]);
const sourceOf = (key: string) => ({
  folder: FEED_FOLDERS.find((folder) => key.startsWith(`${folder}/`)) ?? 'registrations',
  fileName: 'a.csv',
  today: '2025-12-31',
});
async function rowsAheadOf(key: string, text: string, hasTime = true) {
  const ahead = new RowsReadAhead();
  await judgeBody(bodyOf(text), sourceOf(key), LIMITS, () => hasTime, ahead);
  const pieces = ahead.take();
  return pieces && [...pieces].flat();
}

describe('the rows that a judgement has read', () => {
  it.each(Object.entries(RIGHT).filter(([key]) => key !== 'accounts/flows.csv'))(
    'the rows of %s are those of a second reading',
    async (key, text) => {
      const again = await Array.fromAsync(readFeed(bodyOf(text), sourceOf(key)));
      expect(await rowsAheadOf(key, text)).toEqual(again.flat());
    },
  );

  it('a file whose judgement was cut short, or whose numbers it decides, is read again', async () => {
    const registered = registrations({ code: '0900000001' });
    expect(await rowsAheadOf('registrations/a.csv', registered, false)).toBeUndefined();
    const flows = 'accounts/flows.csv';
    expect(await rowsAheadOf(flows, RIGHT[flows] ?? '')).toBeUndefined();
  });

  it('a file with more characters than a function has room for is read again', () => {
    const ahead = new RowsReadAhead();
    const row = {
      type: 'rejected',
      row: 1,
      column: '',
      code: 'x',
      message: '',
      value: 'x'.repeat(1024 * 1024),
    } as const;
    ahead.begin();
    for (let n = 0; n < 50; n += 1) ahead.add([row]);
    expect(ahead.take()).toBeUndefined();
  });

  it('the fault at which a file breaks off follows its rows, and rows are taken once', async () => {
    const cut = new RowsReadAhead();
    const fault = Object.assign(new Error('broken'), { code: 'broken' });
    cut.begin();
    cut.breakOff(fault as Parameters<typeof cut.breakOff>[0]);
    expect(() => [...(cut.take() ?? [])]).toThrow('broken');
    expect(cut.take()).toBeUndefined();
  });
});
