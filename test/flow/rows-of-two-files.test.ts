import { expect, it } from 'vitest';
import { dropAlone, factsIn, finalState, province, withoutOrigins } from '#test/support/province-end.ts';
import { codes, RIGHT } from '#test/support/wrong-files.ts';

/** What the second file of a feed says about the same companies, accounts, people and days as the first one. */
const OTHERWISE: Readonly<Record<string, (csv: string) => string>> = {
  'registrations/a.csv': (csv) => csv.replaceAll('1.000.000.000', '2.000.000.000'),
  'identities/a.csv': (csv) => csv.replaceAll('Nguyễn Văn', 'Trần Văn'),
  'activities/tax.csv': (csv) => csv.replaceAll('05/07/2025,', '05/07/2025,3'),
  'activities/insurance.csv': (csv) => csv.replaceAll('05/06/2025,', '05/06/2025,3'),
  'activities/inspections.csv': (csv) => csv.replaceAll('CO_HOAT_DONG', 'KHONG_TIM_THAY'),
  'activities/invoices.csv': (csv) => csv.replaceAll(',5000', ',7000'),
  'accounts/register.csv': (csv) => csv.replaceAll('Nguyễn Văn', 'Trần Văn'),
  'accounts/flows.csv': (csv) => csv.replaceAll(',40,', ',50,'),
  'accounts/counterparties.csv': (csv) => csv.replaceAll(',2000', ',7000'),
  'suspicious-accounts/a.csv': (csv) => csv.replaceAll(',3,', ',4,').replaceAll(',0,', ',2,'),
};
const otherwise = (key: string) => OTHERWISE[key]?.(RIGHT[key] ?? '') ?? '';
const endOf = async (run: Awaited<ReturnType<typeof province>>) => ({
  ...(await finalState(run, codes)),
  facts: withoutOrigins(await factsIn(run)),
});

it('the rows that a wrong file repeats of another file of its feed stay when the right file of its name comes', async () => {
  const second = (key: string) => key.replace('.csv', ' (2).csv');
  const keys = Object.keys(OTHERWISE);
  for (const key of keys) expect([key, otherwise(key)]).not.toEqual([key, RIGHT[key]]);
  const seconds = Object.fromEntries(keys.map((key) => [second(key), otherwise(key)]));
  const run = await province(RIGHT);
  for (const key of keys) await run.drop(second(key), RIGHT[key] ?? '');
  await run.settle();
  for (const [key, text] of Object.entries(seconds)) await run.drop(key, text);
  await run.settle();
  expect(await endOf(run)).toEqual(await endOf(await province({ ...RIGHT, ...seconds })));
});

it.each(['none', 'alone'] as const)('they stay when a person decides "%s" about the last drop', async (use) => {
  const name = 'activities/two.csv';
  const run = await province(RIGHT);
  await dropAlone(run, name, RIGHT['activities/tax.csv'] ?? '');
  await dropAlone(run, name, otherwise('activities/inspections.csv'));
  await run.release(name, use);
  await run.settle();
  const calm = use === 'none' ? RIGHT : { ...RIGHT, [name]: otherwise('activities/inspections.csv') };
  expect(await endOf(run)).toEqual(await endOf(await province(calm)));
});
