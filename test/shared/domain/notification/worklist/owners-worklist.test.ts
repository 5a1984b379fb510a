import { expect, it } from 'vitest';
import { holdingsWorklist } from '#shared/domain/notification/worklist/owners-worklist.ts';
import { type Holding, holdingsOn } from '#shared/domain/risk/owners/holding.ts';

const holder = { kind: 'person', name: 'Nguyễn Văn An', number: '033085000001' } as const;
const holds = (share: number, row: number, since = '2025-08-01'): Holding => ({
  holder,
  share,
  since,
  from: { file: 'registrations/thanh-vien.csv', row },
});

it('several shares of one holder and day are asked about, in any order of the rows, and the larger one counts', () => {
  for (const rows of [
    [holds(40, 2), holds(60, 3)],
    [holds(60, 3), holds(40, 2)],
  ]) {
    expect(holdingsOn(rows, '2025-12-31').map(({ share }) => share)).toEqual([60]);
    expect(holdingsWorklist(rows)).toMatchObject([
      { kind: 'beneficial_owner', current: '60%', proposed: '40%', person: holder.name, row: 3 },
    ]);
  }
});

it('the same share twice, and another share since another day, are no question', () => {
  expect(holdingsWorklist([holds(40, 2), holds(40, 9), holds(60, 3, '2025-09-01')])).toEqual([]);
});
