import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { codesFound, findingOfRule } from '#test/support/asked.ts';
import { account, ALL_COVERED, companyFacts, trading } from '#test/support/company-facts.ts';

const CHANGED = { changes: [{ kind: 'representative', on: '2025-09-22' }] } as const;
const selling = trading(600_000_000).returns;
/** Sales until the quarter before the change, and none in it. */
const emptied = selling.map((one) => (one.period < '2025-Q2' ? one : { ...one, revenue: 0 }));
const wallet = account({ bank: 'MOMO', openedOn: '2025-10-04' });
const sold = (over: Partial<CompanyFacts> = {}) =>
  companyFacts({ coverage: ALL_COVERED, ...CHANGED, returns: emptied, accounts: [wallet], ...over });

describe('a company that was sold with its history', () => {
  it('papers alone flag a company whose trade had ended, and whose new head opens a wallet', () => {
    expect(assess(sold())).toMatchObject({ verdict: 'flagged', leansOn: ['registry', 'tax', 'MOMO'] });
    expect(assess(sold({ accounts: [] })).verdict).toBe('clear');
    expect(assess(sold({ returns: selling })).verdict).toBe('clear');
  });

  it('a trade that went on until the change, or goes on after it, has not ended', () => {
    expect(findingOfRule('EMPTIED_THEN_SOLD', sold())?.evidence).toMatchObject({
      quarters: 3,
      lastQuarter: '2025-Q2',
      revenueBefore: 1_800_000_000,
    });
    expect(codesFound(sold({ returns: selling }))).not.toContain('EMPTIED_THEN_SOLD');
    const again = emptied.map((one) => (one.period === '2025-Q3' ? { ...one, revenue: 5_000_000 } : one));
    expect(codesFound(sold({ returns: again }))).not.toContain('EMPTIED_THEN_SOLD');
    expect(codesFound(sold({ returns: trading(0).returns }))).not.toContain('EMPTIED_THEN_SOLD');
  });

  it.each([
    ['a wallet before the change', { ...wallet, openedOn: '2025-09-20' }],
    ['a wallet long after it', { ...wallet, openedOn: '2025-11-20' }],
    ['an account at a bank', { ...wallet, bank: '970436' }],
  ])('new hands open no wallet: %s', (_, one) => {
    expect(codesFound(sold({ accounts: [one] }))).not.toContain('WALLET_OF_NEW_HANDS');
  });
});
