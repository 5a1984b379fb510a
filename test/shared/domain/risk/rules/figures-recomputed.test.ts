import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import type { CompanyFacts, Flow } from '#shared/domain/risk/facts/company-facts.ts';
import type { Finding } from '#shared/domain/risk/rules/finding.ts';
import { daysBetween } from '#shared/domain/vietnamese/dates.ts';
import { arbitraryFacts } from '#test/support/arbitrary-facts.ts';

/** The least monthly movement of a month of business. */
const MOVED = 1_000_000;
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const text = (value: unknown) => (typeof value === 'string' ? value : '');

const flowsOf = ({ accounts }: CompanyFacts): Flow[] =>
  accounts.flatMap(({ flows }) => flows).filter(({ credit, debit }) => credit >= MOVED || debit >= MOVED);
const quarterOf = (month: string) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
const creditOf = (flows: readonly Flow[]) => sum(flows.map(({ credit }) => credit));
const isQuarterly = (rows: readonly { readonly period: string }[]) => rows.every(({ period }) => /Q/u.test(period));

/** Recomputes the figures of a finding from the rows, by its code; undefined for kinds that are not recomputed. */
const RECOMPUTED: readonly (readonly [
  RegExp,
  (facts: CompanyFacts, evidence: Finding['evidence']) => Record<string, unknown> | undefined,
])[] = [
  [
    /^YOUNG_FOR_ITS_MONEY$/u,
    (facts, { month }) => ({
      credit: creditOf(flowsOf(facts).filter(({ period }) => period === month)),
      registeredOn: facts.registeredOn,
      capital: facts.charterCapital,
    }),
  ],
  [
    /^MONEY_(?:UNDECLARED|PARTLY_DECLARED)$/u,
    (facts, { fromQuarter, toQuarter }) => {
      if (!isQuarterly(facts.returns)) return undefined;
      const within = facts.returns.filter(({ period }) => period >= text(fromQuarter) && period <= text(toQuarter));
      const filed = new Set(facts.returns.map(({ period }) => period));
      const paidIn = new Set(flowsOf(facts).map(({ period }) => quarterOf(period)));
      return {
        revenue: sum(within.map(({ revenue = 0 }) => revenue)),
        filed: [...paidIn].filter((quarter) => filed.has(quarter)).length,
      };
    },
  ],
  [
    /^INVOICES_\d/u,
    (facts) => {
      const { returns, invoices } = facts;
      if (!isQuarterly(returns) || !isQuarterly(invoices)) return undefined;
      const declared = new Set(returns.flatMap(({ period, revenue }) => (revenue === undefined ? [] : [period])));
      return {
        revenue: sum(returns.map(({ revenue = 0 }) => revenue)),
        invoiced: sum(invoices.flatMap(({ period, total = 0 }) => (declared.has(period) ? [total] : []))),
      };
    },
  ],
  [/^TURNOVER_WITHOUT_MONEY$/u, (facts) => ({ credit: creditOf(flowsOf(facts)) })],
  [/^TURNOVER_BEYOND_MEANS/u, ({ charterCapital: capital }) => ({ capital })],
  [
    /^CAPITAL_ROUND_TRIP$/u,
    (facts, { on }) => {
      const month = flowsOf(facts).filter(({ period }) => period === text(on).slice(0, 7));
      return { credit: creditOf(month), debit: sum(month.map(({ debit }) => debit)) };
    },
  ],
  [/^NEW_HANDS_THEN_MONEY$/u, (facts, { on }) => ({ ageThen: daysBetween(facts.registeredOn, text(on)) })],
  [
    /^(?:ACCOUNT_OF_ANOTHER_PERSON|ACCOUNTS_MOSTLY_OF_ANOTHER_PERSON)$/u,
    ({ accounts }) => ({
      others: accounts.filter(({ representative }) => representative === 'other').length,
      unsaid: accounts.filter(({ representative }) => representative !== 'other' && representative !== 'same').length,
    }),
  ],
  [/^INSPECTION_/u, (facts, { on }) => ({ on: facts.inspections.find((inspection) => inspection.on === on)?.on })],
  [
    /^LISTED_ACCOUNT$/u,
    ({ accounts }, { to }) => ({ to: accounts.find(({ listing }) => listing?.on === to)?.listing?.on }),
  ],
];

describe('figures in the sentences of findings', () => {
  it('the figures of sales, money, ages and accounts are those of the rows', () => {
    const checked = new Set<string>();
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        for (const { code, message, evidence } of assess(facts).findings) {
          const recompute = RECOMPUTED.find(([codes]) => codes.test(code))?.[1];
          const right = recompute?.(facts, evidence);
          if (right === undefined) continue;
          expect({ ...evidence, ...right }, message).toEqual(evidence);
          checked.add(code);
        }
      }),
      { numRuns: 1600 },
    );
    expect(checked.size).toBeGreaterThan(6);
  });
});
