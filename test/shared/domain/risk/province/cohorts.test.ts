import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import { profileOf } from '#shared/domain/risk/facts/company-profile.ts';
import { commonSignsIn, commonSignsOf } from '#shared/domain/risk/province/cohorts.ts';
import { cohortSampleOf } from '#shared/domain/risk/province/cohort-sample.ts';
import { account, ALL_COVERED, companyFacts, flow, trading } from '#test/support/company-facts.ts';

const PHONE = 'ACCOUNT_PHONE_OF_A_STRANGER';
const ofPhone = { accounts: [account({ strangersPhone: 'phone', phoneOwner: 'unknown' })] };
const one = (over: Parameters<typeof companyFacts>[0] = {}) =>
  cohortSampleOf(profileOf(companyFacts({ coverage: ALL_COVERED, ...over })));
const many = (count: number, over: Parameters<typeof companyFacts>[0] = {}) =>
  Array.from({ length: count }, () => one(over));

describe('what is usual among companies that registered together', () => {
  it('a sign that a twentieth of a cohort shows is usual there, and in no other cohort', () => {
    const table = commonSignsIn([...many(38), ...many(2, ofPhone), ...many(60, { registeredOn: '2023-01-10' })]);
    expect(commonSignsOf(one(ofPhone), table)).toEqual([PHONE]);
    expect(commonSignsOf(one({ ...ofPhone, registeredOn: '2023-02-10' }), table)).toEqual([]);
    expect(commonSignsOf(one(), table)).toEqual([]);
  });

  it('companies that were households are a cohort of their own', () => {
    const table = commonSignsIn([...many(38), ...many(40, { ...ofPhone, fromHousehold: true })]);
    expect(commonSignsOf(one({ ...ofPhone, fromHousehold: true }), table)).toEqual([PHONE]);
    expect(
      commonSignsOf(one(ofPhone), commonSignsIn([...many(60), ...many(2, { ...ofPhone, fromHousehold: true })])),
    ).toEqual([]);
  });

  it('a small cohort is compared with all forms of its months, and then with all companies', () => {
    const table = commonSignsIn([...many(37), ...many(3, { ...ofPhone, legalForm: 'DNTN' })]);
    expect(commonSignsOf(one({ ...ofPhone, legalForm: 'CP' }), table)).toEqual([PHONE]);
    expect(commonSignsOf(one({ ...ofPhone, registeredOn: '2021-01-10' }), table)).toEqual([PHONE]);
    expect(commonSignsOf(one(ofPhone), commonSignsIn(many(39, ofPhone)))).toEqual([]);
  });

  it('shells that pass money on do not make their signs usual', () => {
    const passing = account({ ...ofPhone.accounts[0], flows: [flow('2025-03'), flow('2025-04')] });
    const table = commonSignsIn([...many(40), ...many(20, { accounts: [passing] })]);
    expect(commonSignsOf(one(ofPhone), table)).toEqual([]);
  });

  it('a usual sign is no second kind of evidence, and its weight counts', () => {
    const flows = ['2025-03', '2025-04', '2025-05', '2025-06'].map((month) => flow(month, { debit: 970_000_000 }));
    const facts = companyFacts({
      coverage: ALL_COVERED,
      registeredOn: '2023-06-30',
      accounts: [account({ strangersPhone: 'phone', phoneOwner: 'unknown', flows })],
      ...trading(3_000_000_000),
    });
    const [alone, usual] = [assess(facts), assess({ ...facts, commonSigns: [PHONE] })];
    expect(alone.verdict).toBe('flagged');
    expect(usual).toMatchObject({ verdict: 'watch', score: alone.score });
  });
});
