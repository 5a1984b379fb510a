import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import type { AccountFacts, CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { profileOf } from '#shared/domain/risk/facts/company-profile.ts';
import type { VerifiedPerson } from '#shared/domain/identity/person-verdict.ts';
import { SHARED_KINDS, type SharedBand } from '#shared/domain/risk/rings/band.ts';
import { ALL_RULES } from '#shared/domain/risk/rules/all-rules.ts';
import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';
import { companyRecords } from '#test/bench/company-records.ts';
import { arbitraryFacts } from '#test/support/arbitrary-facts.ts';
import { codesFound } from '#test/support/asked.ts';
import { account, band, flow, representative } from '#test/support/company-facts.ts';

const people: fc.Arbitrary<VerifiedPerson[]> = fc.array(
  fc
    .record({
      role: fc.constantFrom('legal_representative', 'member'),
      result: fc.constantFrom('match', 'correctable', 'unchecked', 'mismatch', 'not_found'),
      documentStatus: fc.constantFrom(
        ...(['valid', 'expired', 'deceased', 'missing', 'reported_lost', 'cancelled', 'wanted', undefined] as const),
      ),
      birthYear: fc.constantFrom(0, 1940, 1985, 2006, 2010),
    })
    .map((over) => representative(over)),
  { maxLength: 2 },
);

const months = ['2024-09', '2024-12', '2025-02', '2025-03', '2025-04', '2025-05'];
const accounts: fc.Arbitrary<AccountFacts[]> = fc.array(
  fc
    .record({
      bank: fc.constantFrom('970436', '970418', '970415'),
      representative: fc.constantFrom('same', 'other', 'unknown'),
      phoneOwner: fc.constantFrom('same', 'other'),
      openedOn: fc.constantFrom('2023-01-01', '2025-01-10', undefined),
      listing: fc.constantFrom(undefined, { code: 3, on: '2025-05-01', by: 'police' } as const),
      flows: fc.array(
        fc.record({
          credit: fc.constantFrom(0, 90_000_000, 200_000_000, 3_000_000_000),
          share: fc.constantFrom(0.5, 0.95, 0.97, 1),
          medianHoldMinutes: fc.constantFrom(10, 180, 5000, undefined),
          foreignIpShare: fc.constantFrom(0, 0.08, 0.3),
        }),
        { maxLength: months.length },
      ),
    })
    .map(({ flows, ...over }) =>
      account({
        ...over,
        flows: flows.map(({ share, ...one }, index) =>
          flow(months[index] ?? '', { ...one, debit: Math.round(one.credit * share) }),
        ),
      }),
    ),
  { maxLength: 3 },
);

const bands: fc.Arbitrary<SharedBand[]> = fc.array(
  fc
    .record({
      kind: fc.constantFrom(...SHARED_KINDS),
      size: fc.constantFrom(1, 2, 3, 5, 10, 20),
      spreadDays: fc.constantFrom(0, 30, 90),
      badShare: fc.constantFrom(0, 0.2, 0.5, 0.8),
      worseShare: fc.constantFrom(0, 0.2, 0.5),
    })
    .map((over) => band(over)),
  { maxLength: 3 },
);

/** Makes companies with conspicuous values in every fact that rules use. */
const amiss: fc.Arbitrary<CompanyFacts> = fc
  .tuple(
    arbitraryFacts,
    fc.record({ people, accounts, bands, authorisationDeniedOn: fc.constant('2025-05-05') }, { requiredKeys: [] }),
  )
  .map(([facts, over]) => ({ ...facts, ...over }));

const ABOUT_MONEY = /^(PASS|MONEY|NEW_HANDS|WOKEN|TURNOVER|DORMANT|TRADES|ACCOUNT_WOKEN|FIRST_DAYS_WITHIN|YOUNG)/u;

describe('the generated companies', () => {
  it('the generated companies come in every shape that a rule about money looks for', () => {
    const found = fc.sample(arbitraryFacts, { numRuns: 2000, seed: 1 }).flatMap((facts) => codesFound(facts));
    const seldom = ALL_RULES.filter(({ code }) => ABOUT_MONEY.test(code)).filter(
      ({ code }) => found.filter((one) => one === code).length < 3,
    );
    expect(seldom.map(({ code }) => code)).toEqual([]);
  });
});

const records = companyRecords(1000, 11);
const anyCompany = fc.oneof(amiss, fc.constantFrom(...records));

describe('the needs of a rule', () => {
  it('a rule’s need is present wherever the rule has a finding', () => {
    fc.assert(
      fc.property(anyCompany, (facts) => {
        const reading = profileOf(facts);
        const hidden = ALL_RULES.filter(({ needs, evaluate }) => needs && !needs(reading) && evaluate(reading));
        expect(hidden.map(({ code }) => code)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('an assessment by needs lists the same findings as applying every rule', () => {
    const weighs = (least: number) => (code: string) => (RULE_SET.rules[code]?.weight ?? 0) > least;
    fc.assert(
      fc.property(anyCompany, (facts) => {
        const found = codesFound(facts);
        const listed = (listsLeast: boolean) => assess(facts, { listsLeast }).findings.map(({ code }) => code);
        expect(listed(false)).toEqual(found.some(weighs(0.1)) ? found : []);
        expect(listed(true)).toEqual(found.some(weighs(0)) ? found : []);
      }),
      { numRuns: 1000 },
    );
  });

  it('many rules are not applied to an honest company, because their needs are missing', () => {
    const asked = records.map((facts) => {
      const reading = profileOf(facts);
      return ALL_RULES.filter(({ needs }) => !needs || needs(reading)).length;
    });
    expect(asked.sort((a, b) => a - b)[records.length / 2]).toBeLessThan((ALL_RULES.length * 2) / 3);
  });
});
