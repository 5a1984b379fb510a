import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { arbitraryFacts } from '#test/support/arbitrary-facts.ts';
import { codesFound } from '#test/support/asked.ts';
import { account, ALL_HEARD, companyFacts, flow, trading } from '#test/support/company-facts.ts';

/** Questions that little or no revenue answers. */
const OF_LITTLE_SOLD =
  /^(NO_TRADE|INVOICES_|MONEY_(UNDECLARED|TOKEN|MOSTLY)|PASS_THROUGH_(FAST|UNDECLARED|ONE_ACCOUNT)|DORMANT)/u;
const littleSold = (facts: CompanyFacts) => codesFound(facts).filter((code) => OF_LITTLE_SOLD.test(code));

describe('a return whose revenue was not given', () => {
  const unvalued = ({ returns, ...facts }: CompanyFacts): CompanyFacts => ({
    ...facts,
    returns: returns.map(({ period, filedOn }) => ({ period, filedOn })),
  });

  it('is filed', () => {
    expect(codesFound(unvalued(companyFacts({ ...trading(0), coverage: ALL_HEARD })))).not.toContain('NO_TAX_RETURN');
  });

  it('is no return of zero', () => {
    const flows = ['2025-03', '2025-04', '2025-05'].map((month) => flow(month, { medianHoldMinutes: 100 }));
    const idle = companyFacts({ returns: trading(0).returns, coverage: ALL_HEARD, accounts: [account({ flows })] });
    expect(littleSold(idle)).toEqual(['NO_TRADE_FOR_A_YEAR', 'NO_TRADE', 'PASS_THROUGH_FAST', 'MONEY_UNDECLARED']);
    expect(littleSold(unvalued(idle))).toEqual([]);
  });

  it('holds little revenue against nobody', () => {
    fc.assert(
      fc.property(
        arbitraryFacts.filter(({ returns }) => returns.length > 0),
        (facts) => {
          expect(littleSold({ ...unvalued(facts), bands: [] })).toEqual([]);
        },
      ),
    );
  });
});

describe('invoices whose total was not given', () => {
  it('are no word of nothing sold', () => {
    const idle = companyFacts({ returns: trading(0).returns, coverage: ALL_HEARD });
    const invoices = [{ period: '2025-Q2', on: '2025-07-10' }];
    expect(littleSold(idle)).toContain('NO_TRADE');
    expect(littleSold({ ...idle, invoices })).toEqual([]);
  });
});
