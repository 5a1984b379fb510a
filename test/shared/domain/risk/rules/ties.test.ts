import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import type { SharedBand } from '#shared/domain/risk/rings/band.ts';
import { codesFound } from '#test/support/asked.ts';
import { ALL_COVERED, band, companyFacts, trading } from '#test/support/company-facts.ts';

const found = (...bands: SharedBand[]) =>
  codesFound(companyFacts({ bands })).filter((code) => !code.startsWith('PASS'));
const ring = (over: Partial<SharedBand> = {}) =>
  band({ size: 5, spreadDays: 365, badShare: 0.6, worseShare: 0.6, ...over });

describe('the rules on shared values', () => {
  it('shared values are a ring where most of their companies have grave signs', () => {
    expect(found(ring())).toEqual(['TIED_TO_MOSTLY_GRAVE']);
  });

  it('shared values are a tie where more than a quarter of the other companies have grave signs', () => {
    expect(found(ring({ badShare: 0.3, worseShare: 0.3 }))).toEqual(['TIED_TO_GRAVE']);
    expect(found(ring({ size: 4, badShare: 0.2, worseShare: 0.2 }))).toEqual(['TIED_TO_GRAVE']);
    expect(found(ring({ badShare: 0.2, worseShare: 0.2 }))).toEqual([]);
  });

  it('shared values are weak evidence if their companies have bad signs but no grave sign', () => {
    expect(found(ring({ worseShare: 0 }))).toEqual(['TIED_TO_MOSTLY_BAD']);
  });

  it('shared values are no finding in a hub, nor with one customer of an invoice mill', () => {
    expect(found(ring({ kind: 'agent', size: 50, badShare: 0.3, worseShare: 0.3 }))).toEqual([]);
    expect(found(ring({ kind: 'invoice', size: 3, badShare: 0.3, worseShare: 0.3 }))).toEqual([]);
  });

  it("shared values count twice where two kinds agree, but not an account’s person and that person's phone", () => {
    expect(found(ring(), ring({ kind: 'email' }))).toContain('SECOND_TIE');
    expect(found(ring({ kind: 'holder' }), ring({ kind: 'phone' }))).not.toContain('SECOND_TIE');
  });

  it('the second tie is of another kind than the tie that a graver rule shows', () => {
    const kinds = (...bands: SharedBand[]) =>
      assess(companyFacts({ bands })).findings.flatMap(({ code, evidence }) =>
        /^(?:TIED_TO_(?:MOSTLY_GRAVE|GRAVE)|SECOND_TIE)$/u.test(code) ? [`${code} ${evidence['kind']}`] : [],
      );
    const partly = { badShare: 0.3, worseShare: 0.3 };
    expect(kinds(ring({ kind: 'counterparty', ...partly }), ring({ kind: 'device', ...partly }))).toEqual([
      'TIED_TO_GRAVE device',
      'SECOND_TIE counterparty',
    ]);
    expect(kinds(ring({ kind: 'device', size: 9, ...partly }), ring({ kind: 'counterparty' }))).toEqual(
      expect.arrayContaining(['TIED_TO_MOSTLY_GRAVE counterparty', 'SECOND_TIE device']),
    );
  });

  it('shared values are a burst where most companies were founded within three months', () => {
    expect(found(ring({ spreadDays: 30 }))).toContain('FOUNDED_TOGETHER');
    expect(found(ring({ spreadDays: 30, badShare: 0.2, worseShare: 0.2 }))).not.toContain('FOUNDED_TOGETHER');
  });

  it('shared values are a burst where two of the others have grave signs, and a relative alone is no ring', () => {
    const trio = ring({ size: 3, spreadDays: 0, badShare: 0.6, worseShare: 0.6 });
    expect(found(trio)).toContain('FOUNDED_TOGETHER');
    expect(found({ ...trio, badShare: 0.3, worseShare: 0.3 })).not.toContain('FOUNDED_TOGETHER');
  });

  it('a shared receiver, agent or account holder is a milder tie than a shared contact or device', () => {
    for (const kind of ['counterparty', 'agent', 'holder'] as const)
      expect(found(ring({ kind, badShare: 0.3, worseShare: 0.3 }))).toEqual(['TIED_TO_GRAVE_IN_PASSING']);
    for (const kind of ['phone', 'device'] as const)
      expect(found(ring({ kind, badShare: 0.3, worseShare: 0.3 }))).toContain('TIED_TO_GRAVE');
  });

  it('a device shared with few companies is a finding, unless a shared person explains it', () => {
    const device = band({ kind: 'device', size: 3 });
    expect(found(device)).toEqual(['DEVICE_OF_OTHERS']);
    expect(found({ ...device, size: 10 })).toEqual([]);
    expect(found({ ...device, size: 1 })).toEqual([]);
    expect(found(device, band({ kind: 'person', size: 2 }))).toEqual([]);
  });

  it.each([
    [7, 0.8],
    [7, 0.6],
    [5, 0.6],
    [3, 0.3],
    [10, 0.3],
  ])('the evidence of a tie counts companies whole, never fewer than its bounds: %i companies, %f', (size, share) => {
    const bands = [ring({ size, badShare: share, worseShare: share, spreadDays: 0 }), ring({ kind: 'email' })];
    const counts = assess(companyFacts({ bands })).findings.flatMap(({ evidence }) =>
      [evidence['othersBad'], evidence['othersWorse']].filter((count) => typeof count === 'number'),
    );
    expect(counts.length).toBeGreaterThan(0);
    for (const count of counts) expect(count).toSatisfy(Number.isInteger);
    expect(Math.max(...counts)).toBeGreaterThanOrEqual(Math.floor(share * size));
  });

  it('a person with many companies is a finding', () => {
    expect(found(band({ kind: 'person', size: 5 }))).toEqual(['PERSON_OF_MANY_COMPANIES']);
    expect(found(band({ kind: 'person', size: 4 }))).toEqual([]);
  });

  it('a company’s own sign is left out of a small group', () => {
    const own = {
      ...trading(500_000_000),
      coverage: ALL_COVERED,
      taxStatuses: [{ on: '2025-01-01', code: '09', sub: '09-05' }],
    };
    const pair = band({ size: 2, badShare: 0.5 });
    expect(codesFound(companyFacts({ ...own, bands: [pair] })).filter((code) => code.startsWith('TIED'))).toEqual([]);
  });
});
