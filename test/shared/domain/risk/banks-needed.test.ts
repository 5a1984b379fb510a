import { expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import { banksNeeded } from '#shared/domain/risk/banks-needed.ts';
import type { AccountFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { MEASURES } from '#shared/domain/risk/measure.ts';
import { account, ALL_COVERED, companyFacts, flow, trading } from '#test/support/company-facts.ts';

const passing = (over: Partial<AccountFacts> = {}) =>
  account({
    flows: ['2025-03', '2025-04', '2025-05', '2025-06', '2025-07'].map((month) => flow(month, { debit: 980_000_000 })),
    ...over,
  });
const shellWith = (...accounts: AccountFacts[]) =>
  companyFacts({ ...trading(0), coverage: ALL_COVERED, registeredOn: '2024-06-30', accounts });
const OTHER = { accountRef: 'b', bank: '970418' } as const;

it.each([
  ['the only bank', shellWith(passing()), ['970436']],
  ['the bank that tells of money, beside a bank that tells nothing', shellWith(passing(), account(OTHER)), ['970436']],
  ['neither of two banks that tell the same', shellWith(passing(), passing(OTHER)), []],
  ['neither, also where too many lean on one', { ...shellWith(passing(), passing(OTHER)), countsAlone: [] }, []],
])('a flag needs %s', (_, facts, needed) => {
  expect(assess(facts).verdict).toBe('flagged');
  expect(banksNeeded(facts, MEASURES)).toEqual(needed);
});
