import { describe, expect, it } from 'vitest';
import type { FlowRun } from '#test/support/flow.ts';
import { dropAlone, finalState, province } from '#test/support/province-end.ts';
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

/** All facts with their files, without the drops of these and the instants of reading. */
async function factsOf(run: FlowRun): Promise<readonly string[]> {
  const companies = await Promise.all(codes.map((code) => run.companies.recorded(code)));
  const refs = companies.flatMap(({ accountRefs }) => accountRefs);
  const accounts = await Promise.all(refs.map((ref) => run.accounts.recorded(ref)));
  const numbers = [...new Set((RIGHT['identities/a.csv'] ?? '').match(/0330850\d{5}/gu))];
  const people = await Promise.all(numbers.map((number) => run.policeRecords.byNumber(number)));
  const ofReading = new Set(['version', 'recordedAt']);
  return [...companies, ...accounts, ...people].map((all) =>
    JSON.stringify(all, (name, value: unknown) => (ofReading.has(name) ? undefined : value)),
  );
}

describe('a wrong file that repeats the rows of another file of its feed', () => {
  it.each(Object.keys(OTHERWISE))('the rows of %s stay when the right file of that name comes', async (key) => {
    const first = RIGHT[key] ?? '';
    const second = OTHERWISE[key]?.(first) ?? '';
    expect(second).not.toBe(first);
    const name = key.replace('.csv', ' (2).csv');
    const calm = await province({ ...RIGHT, [name]: second });
    const run = await province(RIGHT);
    await dropAlone(run, name, first);
    await dropAlone(run, name, second);
    expect(await factsOf(run)).toEqual(await factsOf(calm));
    expect(await finalState(run, codes)).toEqual(await finalState(calm, codes));
  });

  it.each(['none', 'alone'] as const)('they stay when a person decides "%s" about the last drop', async (use) => {
    const name = 'activities/two.csv';
    const run = await province(RIGHT);
    await dropAlone(run, name, RIGHT['activities/tax.csv'] ?? '');
    const last = (RIGHT['activities/inspections.csv'] ?? '').replaceAll('CO_HOAT_DONG', 'KHONG_TIM_THAY');
    await dropAlone(run, name, last);
    await run.release(name, use);
    await run.settle();
    const calm = await province(use === 'none' ? RIGHT : { ...RIGHT, [name]: last });
    expect(await factsOf(run)).toEqual(await factsOf(calm));
    expect(await finalState(run, codes)).toEqual(await finalState(calm, codes));
  });
});
