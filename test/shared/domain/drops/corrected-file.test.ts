import { describe, expect, it } from 'vitest';
import { isCorrected } from '#shared/domain/drops/corrected-file.ts';
import { RowSketch } from '#functions/1-read-file/judgement/row-sketch.ts';
import type { FeedRecord } from '#shared/contracts/feeds/feed-record.ts';

const sampleOf = (records: readonly FeedRecord[]) => {
  const sketch = new RowSketch();
  for (const record of records) sketch.add(record);
  return sketch.sample((text) => text.padStart(16, '0'), true);
};
const rows = <T>(count: number, row: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => row(n));
const flows = (
  count: number,
  {
    period = '2025-10',
    account = (n: number) => `00123${n}`,
    credit = (n: number) => 5_000_000 + n,
  }: { period?: string; account?: (n: number) => string; credit?: (n: number) => number } = {},
) =>
  rows(
    count,
    (n): FeedRecord => ({
      feed: 'flows',
      bank: '970436',
      accountNumber: account(n),
      flow: { period, credit: credit(n), debit: 4_000_000 + 7 * n },
    }),
  );
const isFlowsCorrected = (earlier: readonly FeedRecord[], later: readonly FeedRecord[]) =>
  isCorrected(sampleOf(earlier), sampleOf(later));

describe('a file with a corrected column', () => {
  it.each([5, 31, 32, 33, 1000])('a file of %i rows with another period in each row is a corrected one', (count) => {
    expect(isFlowsCorrected(flows(count, { period: '2024-10' }), flows(count).toReversed())).toBe(true);
  });

  it('a file with another account in each row is a corrected one', () => {
    expect(isFlowsCorrected(flows(50, { account: (n) => `123${n}` }), flows(50))).toBe(true);
  });

  it.each<[string, readonly FeedRecord[], (readonly FeedRecord[])?]>([
    ['some more rows of the same month', flows(60)],
    ['one of five rows that is gone', flows(5), flows(4)],
    ['one more row', [...flows(50), ...flows(1, { account: () => '77', credit: () => 9_000_000 })]],
    ['a fifth of its rows under other accounts', flows(50, { account: (n) => (n % 5 ? `00123${n}` : `9${n}`) })],
  ])(
    'a file of mostly the same rows is a corrected one where the earlier one has %s',
    (_, earlier, later = flows(50)) => {
      expect(isFlowsCorrected(earlier, later)).toBe(true);
    },
  );

  it('a file that breaks off is no corrected one, since the rows behind the break are not gone', () => {
    const brokenOff = { ...sampleOf(flows(50)), span: undefined } as ReturnType<typeof sampleOf>;
    expect(isCorrected(sampleOf(flows(55)), brokenOff)).toBe(false);
  });

  it('an export of all companies without dissolved ones, which has later registrations too, keeps these', () => {
    const exported = (from: number, to: number) =>
      rows(to - from, (n): FeedRecord => {
        const day = String(((from + n) % 28) + 1).padStart(2, '0');
        const registeredOn = `2025-${String(Math.floor((from + n) / 28) + 1).padStart(2, '0')}-${day}`;
        const company = { enterpriseCode: `09001000${from + n}`, registeredOn, name: `CÔNG TY ${from + n}` };
        return { feed: 'registrations', company, person: {}, position: 0 } as unknown as FeedRecord;
      });
    const before = exported(0, 60);
    const isReplaced = (later: readonly FeedRecord[]) => isCorrected(sampleOf(before), sampleOf(later));
    const left = before.filter((_, n) => n === 0 || n === 59 || n % 10 !== 0);
    expect(isReplaced(left)).toBe(true);
    expect(isReplaced([...left, ...exported(60, 63)])).toBe(false);
  });

  it('a register that is sent again without closed accounts keeps these', () => {
    const register = (count: number) =>
      rows(
        count,
        (n): FeedRecord => ({
          feed: 'accounts',
          account: { bank: '970436', accountNumber: `00123${n}`, enterpriseCode: `09001000${n}` },
        }),
      );
    expect(isCorrected(sampleOf(register(55)), sampleOf(register(50)))).toBe(false);
  });

  it.each([
    ['another month of the same accounts', flows(50, { period: '2025-09', credit: (n) => 6_000_000 + n })],
    ['the same rows', flows(50)],
    ['fewer rows, which are the same', flows(45)],
    ['many rows that are gone', flows(80)],
    ['rows of an earlier month, which a year of months drops', [...flows(45), ...flows(8, { period: '2025-09' })]],
    ['other accounts and another month', flows(50, { period: '2024-10', account: (n) => `999${n}` })],
    ['too few rows', flows(4, { period: '2024-10' })],
    ['a fifth of the rows', flows(10, { period: '2024-10' })],
    [
      'amounts that several accounts have',
      flows(50, { period: '2024-10', credit: () => 5_000_000 }).map((record, n) =>
        record.feed === 'flows' ? { ...record, flow: { ...record.flow, debit: n % 2 } } : record,
      ),
    ],
    [
      'small amounts',
      flows(50, { period: '2024-10', credit: (n) => n }).map((record) =>
        record.feed === 'flows' ? { ...record, flow: { ...record.flow, debit: 0 } } : record,
      ),
    ],
  ])('a file is no corrected one where the earlier one has %s', (_, earlier) => {
    expect(isFlowsCorrected(earlier, flows(50))).toBe(false);
  });

  it('a file with half of its rows corrected is no corrected one, since a person has to look', () => {
    expect(isFlowsCorrected([...flows(25, { period: '2024-10' }), ...flows(50).slice(25)], flows(50))).toBe(false);
  });

  it('numbers of insured employees that are the same in another month prove nothing', () => {
    const insured = (on: string) =>
      rows(
        50,
        (n): FeedRecord => ({
          feed: 'activities',
          enterpriseCode: `09001000${n}`,
          signal: { kind: 'BHXH', on, value: String(n) },
        }),
      );
    expect(isCorrected(sampleOf(insured('2025-09-30')), sampleOf(insured('2025-10-31')))).toBe(false);
  });

  it('a register of people that is sent again with new days of their standing takes nobody back', () => {
    const people = (statusOn: string) =>
      rows(
        50,
        (n): FeedRecord => ({
          feed: 'identities',
          record: {
            documentNumber: `0330850001${n}`,
            fullName: `Nguyễn Văn ${n}`,
            dateOfBirth: '1985-03-12',
            status: 'BINH_THUONG',
            statusOn,
          },
        }),
      );
    expect(isCorrected(sampleOf(people('2025-01-01')), sampleOf(people('2025-02-01')))).toBe(false);
  });
});
