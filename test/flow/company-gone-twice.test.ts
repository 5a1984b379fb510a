import { expect, it } from 'vitest';
import { flow } from '#test/support/flow.ts';
import { code, registrations } from '#test/support/sample-feeds.ts';

const COMPANY = { code: code(1), person: 'Trần Minh Toàn', born: '02/05/1978', document: '001078371176' };

it('a company stays gone since the same instant when the function that stores it is ended and called again', async () => {
  const run = await flow();
  await run.drop('registrations/a.csv', registrations(COMPANY));
  await run.settle();
  const since: unknown[] = [];
  const look = async () => since.push((await run.assessments.latest([COMPANY.code])).get(COMPANY.code)?.standsSince);
  run.at('before police-notices are sent', async () => {
    await look();
    run.at('before police-notices are sent', async () => void (await look()));
    throw new Error('The function is ended.');
  });
  await run.release('registrations/a.csv', 'none');
  await run.settle();

  expect(since).toEqual([expect.stringMatching(/^2026-/), since[0]]);
  expect(await run.assessments.get(COMPANY.code)).toBeUndefined();
});
