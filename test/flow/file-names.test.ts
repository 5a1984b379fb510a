import { describe, expect, it } from 'vitest';
import { Receipt, receiptStem } from '#shared/contracts/receipt.ts';
import { flow } from '#test/support/flow.ts';
import { activities, code } from '#test/support/sample-feeds.ts';
import { provinceCoverageOf } from '#shared/tables/read-coverage.ts';

/** A name as long as S3 allows for a key with its folder: 1,024 bytes. */
const LONG = `${'ế'.repeat(336)}.csv`.padStart(1024 - 'activities/'.length, 'x');
const NAMES = [
  '#coverage',
  'coverage',
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'a.csv',
  'a.csv.json',
  'a.csv.rejected.csv',
  'A.csv',
  'tháng 6.csv'.normalize('NFC'),
  'tháng 6.csv'.normalize('NFD'),
  '../../a.csv',
  'a#b#c.csv',
  'a%2Fb.csv',
  '100%.csv',
  '%E0%A4%A.csv',
  'a+b.csv',
  ' a.csv',
  '.csv',
  '...csv',
  '.tháng 7.csv',
  'CON.csv',
  'a .csv ',
  '👩‍👩‍👧.csv',
  'a?b&c=d;e.csv',
  'a\nb.csv',
  'a\u202Evsc.csv',
  '033085771234.csv',
  LONG,
  `y${LONG.slice(1)}`,
];
const isRead = (name: string) => name.endsWith('.csv');

describe('a file of any name', () => {
  it('each file has its own receipt whatever its name, and its feed is completed', async () => {
    const { drop, settle, objects, files, clock, parked } = await flow();
    for (const [n, name] of NAMES.entries()) {
      const row = `${code(100)},BHXH,15/${String((n % 12) + 1).padStart(2, '0')}/2024,${n},`;
      await drop(`activities/${name}`, activities(row, `${code(100)},BHXH,31/02/2025,${n},`));
    }
    await settle();
    const receipts = NAMES.map((file) => {
      const stem = receiptStem({ feed: 'activities', file });
      expect(Buffer.byteLength(`${stem}.rejected.csv`)).toBeLessThanOrEqual(1024);
      expect([file, objects.has(`${stem}.rejected.csv`)]).toEqual([file, isRead(file)]);
      return Receipt.parse(JSON.parse(objects.get(`${stem}.json`)?.toString() ?? 'null'));
    });
    expect(receipts.map(({ file }) => file)).toEqual(NAMES);
    for (const { file, read, rejected, error } of receipts) {
      if (isRead(file)) expect({ file, read, rejected }).toEqual({ file, read: 2, rejected: 1 });
      else expect({ file, code: error?.code }).toEqual({ file, code: 'wrong_ending' });
    }
    const senders = await files.coverage(['activities'], clock.now);
    expect(senders.map(({ beingRead }) => beingRead)).toEqual(senders.map(() => false));
    expect(provinceCoverageOf(senders).signals).toEqual({ BHXH: { from: '2024-01-15', to: '2024-12-15' } });
    expect(await parked.of('a-queue')).toEqual([]);
  });
});
