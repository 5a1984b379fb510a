import { describe, expect, it } from 'vitest';
import { RepairTally } from '#functions/1-read-file/repair-tally.ts';

const repairs = (field: string, count: number, from = 2) =>
  Array.from({ length: count }, (_, n) => ({
    row: from + n,
    field,
    current: `91234567${n % 10}`,
    proposed: `091234567${n % 10}`,
    why: 'Thiếu số 0 ở đầu.',
    enterpriseCode: '0901150498',
  }));

describe('the tally of repairs', () => {
  it('a few repairs of a column are reported one by one', () => {
    const tally = new RepairTally();
    tally.add(repairs('phone', 10));
    expect(tally.few).toHaveLength(10);
    expect(tally.many).toEqual([]);
  });

  it('many repairs of a column are reported once, with masked numbers', () => {
    const tally = new RepairTally();
    for (const repair of repairs('phone', 50_000)) tally.add([repair]);
    tally.add(repairs('email', 1));
    expect(tally.few.map(({ field }) => field)).toEqual(['email']);
    expect(tally.many).toEqual([
      {
        field: 'phone',
        why: 'Thiếu số 0 ở đầu.',
        count: 50_000,
        firstRow: 2,
        current: '****5670 (9 chữ số)',
        proposed: '****5670 (10 chữ số)',
      },
    ]);
  });

  it('the tally keeps no more kinds of repairs than a table has columns and reasons', () => {
    const tally = new RepairTally();
    for (let n = 0; n < 5000; n += 1)
      tally.add([{ row: 2, field: 'phone', current: '', proposed: '', why: `Lý do ${n}` }]);
    expect(tally.few.length + tally.many.length).toBeLessThanOrEqual(201);
  });
});
