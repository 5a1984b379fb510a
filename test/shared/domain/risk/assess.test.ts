import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import { addDays } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';
import { scorerOf } from '#shared/domain/risk/score.ts';
import { companyRecords } from '#test/bench/company-records.ts';
import {
  account,
  ALL_COVERED,
  band,
  companyFacts,
  flow,
  representative,
  trading,
} from '#test/support/company-facts.ts';

const through = [account({ flows: ['2025-06', '2025-07', '2025-08', '2025-09'].map((month) => flow(month)) })];
const threeBanks = ['970436', '970418', '970415'].map((bank) => account({ accountRef: bank, bank }));
const small = { credit: 200_000_000, debit: 196_000_000, medianHoldMinutes: 240 };
const living = { ...trading(1_000_000_000), coverage: ALL_COVERED, insured: [{ on: '2025-01-01', count: 5 }] };
const verdictOf = (over: Partial<CompanyFacts>) => assess(companyFacts({ coverage: ALL_COVERED, ...over })).verdict;

describe('assess', () => {
  it('assess finds nothing against an active company and lists nothing in its favour', () => {
    expect(assess(companyFacts(living))).toMatchObject({ verdict: 'clear', findings: [] });
    expect(assess(companyFacts(living)).score).toBeLessThan(1);
  });

  it('assess finds nothing without coverage', () => {
    expect(assess(companyFacts()).findings).toEqual([]);
  });

  it('assess scores the calibrated probability that results from the weights listed', () => {
    const scoreOf = scorerOf(RULE_SET);
    for (const facts of companyRecords(500, 3)) {
      const { score, findings } = assess(facts);
      const sum = findings.reduce((total, { weight }) => total + weight, 0);
      expect(score).toBeCloseTo(scoreOf(sum), 1);
    }
  });

  it('assess counts rules about one fact once, the heaviest', () => {
    const accounts = ['a', 'b'].map((accountRef) => account({ accountRef, representative: 'other' }));
    const { findings } = assess(companyFacts({ accounts }));
    const ofFact = findings.filter(({ code }) => code.endsWith('OF_ANOTHER_PERSON'));
    expect(ofFact.map(({ weight }) => weight > 0)).toEqual([true, false]);
  });

  it.each([
    { result: 'not_found' },
    { result: 'mismatch' },
    { documentStatus: 'deceased' },
    { documentStatus: 'reported_lost' },
  ] as const)('assess flags by the hard finding %j alone, however well the company does', (person) => {
    const proven = { contributions: [{ on: '2024-08-01', amount: 1_000_000_000 }] };
    const found = { inspections: [{ on: '2025-01-01', found: true }] };
    expect(verdictOf({ ...living, ...proven, ...found, people: [representative(person)] })).toBe('flagged');
  });

  it('an expired card, a typo or an unchecked person never flags', () => {
    for (const person of [{ documentStatus: 'expired' }, { result: 'correctable' }, { result: 'unchecked' }] as const) {
      expect(verdictOf({ ...living, people: [representative(person)] })).toBe('clear');
    }
  });

  it.each([
    ['suspended', { legalStatuses: [{ on: '2024-12-01', code: '2' }] }],
    ['slow starter', { ...trading(0), registeredOn: '2025-05-01', insured: [{ on: '2025-09-01', count: 2 }] }],
    ['tiny firm', { ...trading(15_000_000) }],
    [
      'fast-moving shop',
      {
        ...living,
        accounts: [account({ flows: ['2025-06', '2025-07'].map((month) => flow(month, { debit: 850_000_000 })) })],
      },
    ],
    ['idle, with accounts at three banks', { ...trading(0), accounts: threeBanks }],
    ['idle and late with its first return', { registeredOn: '2025-04-15', accounts: threeBanks }],
    [
      'paid on within hours for two months',
      {
        ...trading(15_000_000),
        insured: living.insured,
        accounts: [account({ flows: ['2025-06', '2025-07'].map((month) => flow(month, small)) })],
      },
    ],
    [
      'sold and moved',
      {
        ...living,
        changes: [
          { kind: 'representative', on: '2025-06-01' },
          { kind: 'address', on: '2025-06-01' },
        ],
      },
    ],
    ['listed', { ...living, accounts: [account({ listing: { code: 5, on: '2025-06-01', by: 'police' } })] }],
    [
      'served by an agent whom a ring uses too',
      { ...living, bands: [band({ kind: 'agent', size: 50, badShare: 0.4 })] },
    ],
    ['the second company of a family with one bad sign', { ...living, bands: [band({ size: 2, badShare: 0.5 })] }],
    ['young', { registeredOn: addDays('2025-12-31', -80) }],
    ['of a filing agent', { ...living, bands: [band({ kind: 'agent', size: 50 }), band({ kind: 'phone', size: 50 })] }],
    ['with one late return', { ...living, returns: living.returns.slice(1) }],
    ['at an address not found once', { ...living, inspections: [{ on: '2025-06-01', found: false }] }],
  ] satisfies [string, Partial<CompanyFacts>][])('assess does not flag a company for being %s', (_, over) => {
    expect(verdictOf(over)).not.toBe('flagged');
  });

  it('assess flags money that passes through a company without activity', () => {
    expect(verdictOf({ accounts: through })).toBe('flagged');
  });

  it('assess gives no flag once its facts have ended', () => {
    const bad = { accounts: through, ...trading(0) };
    expect(verdictOf(bad)).toBe('flagged');
    expect(verdictOf({ ...bad, accounts: [] })).toBe('clear');
  });

  it('assess leaves out the findings of a switched-off measure', () => {
    const facts = companyFacts({
      accounts: [
        account({
          representative: 'other',
          listing: { code: 3, on: '2025-05-01', by: 'police' },
          flows: [flow('2025-06', { foreignIpShare: 0.9 })],
        }),
      ],
    });
    const codes = (measures: Parameters<typeof assess>[1]) => assess(facts, measures).findings.map(({ code }) => code);
    expect(codes({})).toEqual(expect.arrayContaining(['LISTED_ACCOUNT', 'FOREIGN_IP', 'ACCOUNT_OF_ANOTHER_PERSON']));
    expect(codes({ measures: ['foreignIp'] })).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/LISTED|ANOTHER/u)]),
    );
    expect(codes({ measures: [] }).some((code) => /LISTED|FOREIGN|ANOTHER/u.test(code))).toBe(false);
  });

  it('assess leaves out rules that the set does not name', () => {
    const ruleSet = { ...RULE_SET, rules: { PASS_THROUGH_AT_ONCE: { version: 4, weight: 5 } } };
    const { findings } = assess(companyFacts({ coverage: ALL_COVERED, accounts: through }), { ruleSet });
    expect(findings.map(({ code }) => code)).toEqual(['PASS_THROUGH_AT_ONCE']);
  });

  it('assess does not depend on the order of its input', () => {
    const facts = companyFacts({
      coverage: ALL_COVERED,
      accounts: [...through, account({ accountRef: 'b', bank: '970418', representative: 'other' })],
      bands: [band({ badShare: 0.6 }), band({ kind: 'email', badShare: 0.6 }), band({ kind: 'phone', size: 20 })],
      people: [representative(), representative({ role: 'member', result: 'mismatch' })],
    });
    const expected = assess(facts);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...facts.bands], { minLength: 3 }),
        fc.shuffledSubarray([...facts.accounts], { minLength: 2 }),
        (bands, accounts) => {
          const { score, verdict } = assess({ ...facts, bands, accounts });
          expect({ score, verdict }).toEqual({ score: expected.score, verdict: expected.verdict });
        },
      ),
    );
  });
});
