import { describe, expect, it } from 'vitest';
import { Readable } from 'node:stream';
import { judgeBody } from '#test/support/judge-body.ts';
import { flows } from '#test/support/sample-feeds.ts';
import { readWhole } from '../read-whole.ts';

const HEADING = `${flows()},Tỷ lệ giao dịch IP nước ngoài`;
const source = { folder: 'accounts', fileName: 'f.csv', today: '2025-12-31' } as const;
const judged = (rows: readonly string[]) =>
  judgeBody(Readable.from([Buffer.from([HEADING, ...rows].join('\n'))]), source, { share: 0.2, rows: 10 }, () => true);

describe('the sign before a fraction', () => {
  it('the decimal sign is the file’s, except for money, which has no fraction', async () => {
    const rows = ['970436,00111,2025-10,850.000,640.500,40,13.034,0.014'];
    const { signs, objection } = await judged(rows);
    expect([objection, signs]).toEqual([undefined, { transactions: '.', medianHoldMinutes: '.', foreignIpShare: '.' }]);
    const { records } = await readWhole([HEADING, ...rows].join('\n'), 'accounts', 'f.csv', { signs });
    expect(records[0]).toMatchObject({
      flow: { credit: 850_000, debit: 640_500, medianHoldMinutes: 13.034, foreignIpShare: 0.014 },
    });
  });

  it('a file with both decimal signs is stopped, because its sign is unknown', async () => {
    const mixed = ['0.01', '0,02', '0.03', '0,04'].map((share) => `970436,00111,2025-10,1,1,40,"2","${share}"`);
    expect((await judged(mixed)).objection).toMatchObject({ code: 'number_format' });
  });
});
