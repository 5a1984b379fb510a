import { expect, it } from 'vitest';
import { flow } from '#test/support/flow.ts';
import { accounts, code, registrations } from '#test/support/sample-feeds.ts';

const codes = (count: number) => Array.from({ length: count }, (_, n) => code(n + 1));
const register = (bank: string, count: number) =>
  accounts(...codes(count).map((one, n) => `${bank},${String(10_000_000 + n)},${one},,,,,,`));
const stateOf = async (run: Awaited<ReturnType<typeof flow>>, file: string) => {
  await run.work('files');
  return (await run.files.newest('accounts', file))?.state;
};

it('a bank’s file that names far more companies than its files before is stopped, and says so', async () => {
  const run = await flow();
  await run.drop('accounts/970418/a.csv', register('970418', 20));
  expect(await stateOf(run, '970418/a.csv')).toBe('read');
  await run.drop('accounts/970418/b.csv', register('970418', 60));
  expect(await stateOf(run, '970418/b.csv')).toBe('read');
  await run.drop('accounts/970418/c.csv', register('970418', 245));
  expect(await stateOf(run, '970418/c.csv')).toBe('stopped');
  expect(run.receipt('accounts/970418/c.csv')).toMatchObject({
    error: { code: 'register_jumped', message: expect.stringContaining('245 doanh nghiệp, trong khi các tệp trước') },
  });
  // Other banks' files say nothing of it
  await run.drop('accounts/970436/a.csv', register('970436', 245));
  expect(await stateOf(run, '970436/a.csv')).toBe('read');
});

it('a bank’s first file that names most companies of the province is stopped', async () => {
  const run = await flow();
  await run.drop('registrations/a.csv', registrations(...codes(300).map((one) => ({ code: one }))));
  await run.work('files');
  await run.drop('accounts/970418/a.csv', register('970418', 140));
  expect(await stateOf(run, '970418/a.csv')).toBe('read');
  await run.drop('accounts/970436/a.csv', register('970436', 201));
  expect(await stateOf(run, '970436/a.csv')).toBe('stopped');
});
