import { describe, expect, it } from 'vitest';
import type { SharedBand } from '#shared/domain/risk/rings/band.ts';
import { ALL_HEARD, band, companyFacts, trading } from '#test/support/company-facts.ts';
import { ask, codesFound } from '#test/support/asked.ts';

const clean = { ...trading(500_000_000), coverage: ALL_HEARD, insured: [{ on: '2025-01-01', count: 3 }] };
const network = (bands: SharedBand[], over = {}) =>
  codesFound(companyFacts({ ...clean, ...over, bands })).filter((code) => /NETWORK|_COMPANIES/u.test(code));

describe('network rules', () => {
  it('leave alone who shares nothing, and who shares a hub that serves a ring too', () => {
    expect(network([band({ size: 1 })])).toEqual([]);
    expect(network([band({ kind: 'agent', size: 50, badShare: 0.2 }), band({ kind: 'phone', size: 20 })])).toEqual([]);
    expect(network([band({ kind: 'agent', size: 50, badShare: 0.4, worseShare: 0.3 })])).toEqual([]);
    expect(network([band({ size: 20, badShare: 0.6, worseShare: 0.4 })])).toEqual(['NETWORK_MOSTLY_BAD']);
  });

  it('find those who share with companies that look bad, by how many and how badly', () => {
    const codes = ['NETWORK_MOSTLY_BAD', 'NETWORK_SEVERAL_GRAVE', 'NETWORK_GRAVE'];
    expect(network([band({ badShare: 0.6, worseShare: 0.4 })])).toEqual(codes);
    expect(network([band({ badShare: 0.6, worseShare: 0.2 })])).toEqual(['NETWORK_MOSTLY_BAD', 'NETWORK_GRAVE']);
    expect(network([band({ size: 10, badShare: 0.4 })])).toEqual(['NETWORK_PARTLY_BAD']);
    expect(network([band({ badShare: 0.2 })])).toEqual(['NETWORK_SOME_BAD']);
  });

  it('take two that look bad for no ring, as relatives who both file late: somebody looks grave in it, or three look bad', () => {
    expect(network([band({ size: 3, badShare: 0.8 })])).toEqual(['NETWORK_PARTLY_BAD']);
    expect(network([band({ size: 4, badShare: 0.8 })])).toEqual(['NETWORK_MOSTLY_BAD']);
    expect(network([band({ size: 3, badShare: 0.8, worseShare: 0.3 })])).toContain('NETWORK_MOSTLY_BAD');
  });

  it('take the one partner of a pair for less than a group', () => {
    expect(network([band({ size: 2, badShare: 0.5 })])).toEqual(['NETWORK_BAD_PARTNER']);
    expect(network([band({ size: 2, badShare: 0.5, worseShare: 0.5 })])).toEqual(['NETWORK_GRAVE_PARTNER']);
  });

  it('do not hold a company’s own sign against it a second time', () => {
    const own = { inspections: [{ on: '2025-05-01', found: false }] };
    expect(network([band({ size: 2, badShare: 0.4 })], own)).toEqual([]);
    expect(network([band({ size: 3, badShare: 0.2 })], own)).toEqual([]);
  });

  it('count a second tie of another kind, and none of the same', () => {
    const bad = band({ badShare: 0.6 });
    expect(network([bad, { ...bad, kind: 'email' }])).toContain('NETWORK_SECOND_TIE');
    expect(network([bad, { ...bad, ref: 'other' }])).not.toContain('NETWORK_SECOND_TIE');
  });

  it('take a keeper of accounts and the phone left with them for one tie', () => {
    const bad = band({ kind: 'holder', badShare: 0.6 });
    expect(network([bad, { ...bad, kind: 'phone' }])).not.toContain('NETWORK_SECOND_TIE');
    expect(network([bad, { ...bad, kind: 'phone' }, { ...bad, kind: 'address' }])).toContain('NETWORK_SECOND_TIE');
  });

  it('do not hold other tenants of a house against one who is visibly at work there', () => {
    const atWork = { insured: [{ on: '2025-01-01', count: 12 }] };
    const bad = band({ size: 10, badShare: 0.5, worseShare: 0.5 });
    expect(network([bad], atWork)).toEqual([]);
    for (const kind of ['agent', 'email', 'phone'] as const) expect(network([{ ...bad, kind }], atWork)).toEqual([]);
    expect(network([{ ...bad, kind: 'person' }], atWork)).toContain('NETWORK_SEVERAL_GRAVE');
    expect(network([bad])).toContain('NETWORK_SEVERAL_GRAVE');
    const inspections = [{ on: '2025-05-01', found: false }];
    expect(network([bad], { ...atWork, inspections })).toContain('NETWORK_SEVERAL_GRAVE');
  });

  it('see a burst, not at a filing agent, and one person behind many companies', () => {
    expect(network([band({ size: 3, spreadDays: 0 })])).toEqual(['NETWORK_BURST']);
    expect(network([band({ kind: 'agent', size: 3, spreadDays: 0 })])).toEqual([]);
    expect(network([band({ kind: 'person', size: 5, spreadDays: 365 })])).toEqual(['REP_MANY_COMPANIES']);
    expect(network([band({ kind: 'person', size: 10, spreadDays: 365 })])).toEqual(['REP_TEN_COMPANIES']);
  });

  it('say it in the figures of the band', () => {
    expect(ask('NETWORK_MOSTLY_BAD', companyFacts({ ...clean, bands: [band({ badShare: 0.6 })] }))?.evidence).toEqual({
      ...{ kind: 'address', companies: 5, badShare: 0.6, worseShare: 0, spreadDays: 90, othersBad: 3, othersWorse: 0 },
    });
  });
});
