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

  it('only the revenue of the last quarter before the change has to be known', () => {
    const unknownIn = (...periods: string[]) =>
      sold({ returns: emptied.map((one) => (periods.includes(one.period) ? { ...one, revenue: undefined } : one)) });
    const found = findingOfRule('EMPTIED_THEN_SOLD', unknownIn('2024-Q3'));
    expect(found?.evidence).toMatchObject({ quarters: 2, unknownQuarters: 1, revenueBefore: 1_200_000_000 });
    expect(found?.message).toContain('trước đó 2 quý khai doanh thu 1.200.000.000 đồng, 1 quý đã khai khác chưa rõ');
    expect(codesFound(unknownIn('2025-Q2'))).not.toContain('EMPTIED_THEN_SOLD');
    const yearly = [...emptied, { period: '2025', filedOn: '2026-01-20' }];
    expect(codesFound(sold({ returns: yearly }))).not.toContain('EMPTIED_THEN_SOLD');
  });

  it.each([
    ['has left', [4, 4, 1], 'flagged'],
    ['has left, but for a third', [4, 4, 2], 'clear'],
    ['of one has left', [1, 1, 0], 'clear'],
    ['came back under the new head', [4, 1, 4], 'clear'],
  ])('where the staff %s before the change, a wallet of the new head says the same', (_, counts, verdict) => {
    const insured = ['2025-05-01', '2025-08-01', counts.at(-1) === 4 ? '2025-11-01' : '2025-09-01'].map((on, n) => ({
      on,
      count: counts[n] ?? 0,
    }));
    expect(assess(sold({ returns: [], insured })).verdict).toBe(verdict);
  });

  it('staff that left a company which sells under its new head has not left for the sale', () => {
    const insured = [
      { on: '2025-05-01', count: 4 },
      { on: '2025-09-01', count: 0 },
    ];
    expect(codesFound(sold({ insured }))).toContain('STAFF_LEFT_THEN_SOLD');
    const again = emptied.map((one) => (one.period === '2025-Q3' ? { ...one, revenue: 5_000_000 } : one));
    expect(codesFound(sold({ insured, returns: again }))).not.toContain('STAFF_LEFT_THEN_SOLD');
  });

  it.each([
    ['a wallet before the change', { ...wallet, openedOn: '2025-09-20' }],
    ['a wallet long after it', { ...wallet, openedOn: '2025-11-20' }],
    ['an account at a bank', { ...wallet, bank: '970436' }],
  ])('new hands open no wallet: %s', (_, one) => {
    expect(codesFound(sold({ accounts: [one] }))).not.toContain('WALLET_OF_NEW_HANDS');
  });
});
