import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import type { AccountFacts, CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { arbitraryFacts } from '#test/support/arbitrary-facts.ts';
import { account, flow } from '#test/support/company-facts.ts';

const runs = { numRuns: 500 };
const scoreOf = (facts: CompanyFacts) => assess(facts).score;
const reversed = <T>(rows: readonly T[]): T[] => [...rows].reverse();
const onFirst = (facts: CompanyFacts, changed: (first: AccountFacts) => AccountFacts): CompanyFacts => ({
  ...facts,
  accounts: facts.accounts.map((one, index) => (index === 0 ? changed(one) : one)),
});

describe('a score', () => {
  it('a score does not depend on the order of accounts, months and periods', () => {
    const property = fc.property(arbitraryFacts, (facts) => {
      const other = {
        ...facts,
        returns: reversed(facts.returns),
        invoices: reversed(facts.invoices),
        accounts: reversed(facts.accounts).map((one) => ({ ...one, flows: reversed(one.flows) })),
      };
      expect(scoreOf(other)).toBe(scoreOf(facts));
    });
    fc.assert(property, runs);
  });

  it('a score is not changed by a month of interest or fees', () => {
    const trifle = fc.constantFrom(
      { credit: 1, debit: 0 },
      { credit: 0, debit: 22_000 },
      { credit: 900_000, debit: 0 },
    );
    const month = fc.constantFrom('2023-12', '2024-05', '2024-12', '2025-06');
    const property = fc.property(arbitraryFacts, month, trifle, (facts, period, moved) => {
      const other = onFirst(facts, (one) => ({ ...one, flows: [...one.flows, flow(period, moved)] }));
      fc.pre((facts.accounts[0]?.flows.length ?? 0) > 0);
      expect(scoreOf(other)).toBe(scoreOf(facts));
    });
    fc.assert(property, runs);
  });

  it('a score is not raised by an account without movements', () => {
    const property = fc.property(arbitraryFacts, (facts) => {
      const accounts = [...facts.accounts, account({ accountRef: 'empty', openedOn: '2024-01-01' })];
      expect(scoreOf({ ...facts, accounts })).toBeLessThanOrEqual(scoreOf(facts));
    });
    fc.assert(property, runs);
  });

  it('a score is not raised by an old account with only fees', () => {
    const flows = ['2023-12', '2025-01'].map((month) => flow(month, { credit: 0, debit: 22_000 }));
    const property = fc.property(arbitraryFacts, (facts) => {
      const accounts = [...facts.accounts, account({ accountRef: 'old', openedOn: '2020-01-01', flows })];
      expect(scoreOf({ ...facts, accounts })).toBeLessThanOrEqual(scoreOf(facts));
    });
    fc.assert(property, runs);
  });

  it('a score is not raised by an invoice of one đồng', () => {
    const property = fc.property(arbitraryFacts, fc.constantFrom('2024-Q1', '2025-Q1', '2025-Q2'), (facts, period) => {
      const invoices = [...facts.invoices, { period, on: '2025-05-05', total: 1 }];
      expect(scoreOf({ ...facts, invoices })).toBeLessThanOrEqual(scoreOf(facts));
    });
    fc.assert(property, runs);
  });
});
