import { beforeAll, describe, expect, it } from 'vitest';
import { dropAlone, factsIn, finalState, province } from '#test/support/province-end.ts';
import { codes, OF_STRANGERS, RIGHT, STRAY, strangers } from '#test/support/wrong-files.ts';

const stateOf = (run: Awaited<ReturnType<typeof province>>) => finalState(run, [...codes, ...strangers]);
/** The files of which one column is wrong in each of these forms, so that the right file shows that it is the same one. */
const ONE_COLUMN: Readonly<Record<string, readonly string[]>> = {
  'registrations/a.csv': ['the codes of others'],
  'identities/a.csv': ['the numbers of others'],
  'activities/tax.csv': ['the year before', 'another month', 'the codes of others'],
  'activities/inspections.csv': ['the year before', 'the codes of others'],
  'suspicious-accounts/a.csv': ['the year before', 'the numbers of others'],
  'activities/invoices.csv': ['the year before', 'another month', 'the codes of others'],
  'accounts/flows.csv': ['the year before', 'another month', 'the numbers of others'],
  'accounts/counterparties.csv': ['the year before', 'another month', 'the numbers of others'],
};

describe('a file with one wrong column in all rows, or with a row of a stranger, and the right one under its name', () => {
  let calm: Awaited<ReturnType<typeof stateOf>>;
  let calmFacts: Awaited<ReturnType<typeof factsIn>>;
  beforeAll(async () => {
    const run = await province(RIGHT);
    calm = await stateOf(run);
    calmFacts = await factsIn(run);
  });

  it.each(Object.entries(ONE_COLUMN))('the province ends as without each wrong form of %s', async (key, forms) => {
    const right = RIGHT[key] ?? '';
    const run = await province({ ...RIGHT, [key]: right.split('\n')[0] ?? '' });
    for (const what of forms) {
      const wrong = (STRAY[what] ?? String)(right);
      expect(wrong).not.toBe(right);
      await dropAlone(run, key, wrong);
      await dropAlone(run, key, right);
      expect(run.receipt(key)).toMatchObject({ rejected: 0, replacesEarlier: { by: 'hệ thống' } });
      expect([what, await stateOf(run)]).toEqual([what, calm]);
    }
  });

  it.each(Object.entries(OF_STRANGERS))('the province ends as without a row of a stranger in %s', async (key, row) => {
    const right = RIGHT[key] ?? '';
    const run = await province({ ...RIGHT, [key]: [right, row].join('\n') });
    expect(await factsIn(run)).not.toEqual(calmFacts);
    expect(run.receipt(key)).toMatchObject({ rejected: 0 });
    await dropAlone(run, key, right);
    expect(run.receipt(key)).toMatchObject({ replacesEarlier: { by: 'hệ thống' } });
    expect(await stateOf(run)).toEqual(calm);
    expect(await factsIn(run)).toEqual(calmFacts);
  });

  it('the months of a bank that uses one name for all of them stay', async () => {
    const key = 'accounts/flows.csv';
    const inMonth = (month: string, credit: string) =>
      (RIGHT[key] ?? '').replaceAll('2025-10', month).replaceAll('000000000', credit);
    const run = await province({ ...RIGHT, [key]: inMonth('2025-08', '100000000') });
    await dropAlone(run, key, inMonth('2025-09', '200000000'));
    await dropAlone(run, key, inMonth('2025-10', '300000000'));
    expect(run.receipt(key)).not.toHaveProperty('replacesEarlier');
    const { accountRefs } = await run.companies.recorded(codes[0] ?? '');
    const recorded = await run.accounts.recorded(accountRefs[0] ?? '');
    expect(recorded?.flows.map(({ period }) => period).toSorted()).toEqual(['2025-08', '2025-09', '2025-10']);
  });

  it('the months of a bank that uses one name for all of them stay where the last one is corrected', async () => {
    const key = 'accounts/flows.csv';
    const inMonth = (month: string, credit: string) =>
      (RIGHT[key] ?? '').replaceAll('2025-10', month).replaceAll('000000000', credit);
    const run = await province({ ...RIGHT, [key]: inMonth('2025-08', '100000000') });
    await dropAlone(run, key, inMonth('2025-09', '200000000'));
    for (const month of ['2024-10', '2025-11', '2025-10']) await dropAlone(run, key, inMonth(month, '300000000'));
    expect(run.receipt(key)).toMatchObject({ replacesEarlier: { by: 'hệ thống' } });
    const { accountRefs } = await run.companies.recorded(codes[0] ?? '');
    const recorded = await run.accounts.recorded(accountRefs[0] ?? '');
    expect(recorded?.flows.map(({ period }) => period).toSorted()).toEqual(['2025-08', '2025-09', '2025-10']);
    // A person may still decide that the other months are wrong too
    await run.release(key, 'alone');
    await run.settle();
    const alone = await run.accounts.recorded(accountRefs[0] ?? '');
    expect(alone?.flows.map(({ period }) => period)).toEqual(['2025-10']);
  });
});
