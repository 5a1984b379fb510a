import { Readable } from 'node:stream';
import { expect, it, vi } from 'vitest';
import { judgeBody } from '#test/support/judge-body.ts';
import { rowsLogger } from '#functions/1-read-file/log-rows.ts';
import { logger } from '#shared/runtime/log.ts';
import { registrationsCsv } from '#test/bench/registrations-csv.ts';

const countsIn = (calls: readonly unknown[][]) => calls.map(([, ids]) => (ids as { count: number }).count);

it('a reader logs how far a file is, once in 2,500 rows and with the total where that is known', () => {
  const info = vi.spyOn(logger, 'info').mockImplementation(() => {});
  const logRows = rowsLogger('activities', 9000);
  for (const rows of [500, 2400, 2600, 3000, 5000, 5100, 8000]) logRows(rows);
  expect(countsIn(info.mock.calls)).toEqual([2600, 5100, 8000]);
  expect(info.mock.calls[0]?.[1]).toMatchObject({ code: 'FILE_BEING_READ', feed: 'activities', total: 9000 });
  info.mockRestore();
});

it('the judging of a large file is logged too', async () => {
  const info = vi.spyOn(logger, 'info').mockImplementation(() => {});
  const source = { folder: 'registrations', fileName: 'a.csv', today: '2025-12-31' } as const;
  const body = Readable.from([Buffer.from(registrationsCsv(6000))], { objectMode: false });
  await judgeBody(body, source, { rows: 50, share: 0.1 }, () => true);
  expect(countsIn(info.mock.calls)[0]).toBeGreaterThanOrEqual(2500);
  info.mockRestore();
});
