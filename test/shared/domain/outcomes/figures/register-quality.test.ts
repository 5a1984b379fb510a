import { describe, expect, it } from 'vitest';
import { qualityOf } from '#shared/domain/outcomes/figures/company-quality.ts';
import { type QualityOfCompany, registerQuality } from '#shared/domain/outcomes/figures/register-quality.ts';
import { wilsonInterval, qualityTables } from '#shared/domain/outcomes/report/quality-tables.ts';
import { isInRandomSample } from '#shared/domain/risk/activity/activity.ts';
import { companyFacts, representative } from '#test/support/company-facts.ts';

const COMPLETE = { legalForm: 'TNHH1TV', mainIndustryCode: '4711', charterCapital: 1_000_000_000 };
const day = (n: number) => `${2000 + Math.floor(n / 2)}-${n % 2 === 0 ? '03' : '09'}-01`;
/** The half-years of which a company's code is drawn, and one of which it is not. */
const drawn = Array.from({ length: 4000 }, (_, n) => day(n)).filter((on) => isInRandomSample('0900000011', on));

describe('how true the register is of a company', () => {
  it('a company lacks what the register does not know of it', () => {
    const completeWith = (more: object) =>
      qualityOf(companyFacts({ ...COMPLETE, people: [representative()], ...more })).complete;
    expect(completeWith({})).toBe(true);
    for (const lack of [
      { charterCapital: undefined },
      { legalForm: undefined },
      { mainIndustryCode: undefined },
      { address: { specific: false, apartment: false } },
      { people: [] },
      { people: [representative({ maskedDocumentNumber: '' })] },
    ])
      expect(completeWith(lack)).toBe(false);
  });

  it('people who were not compared say nothing, and one who differs is enough', () => {
    const agrees = (...results: ('match' | 'variation' | 'mismatch' | 'correctable' | 'unchecked')[]) =>
      qualityOf(companyFacts({ people: results.map((result) => representative({ result })) })).agrees;
    expect(agrees('unchecked')).toBeUndefined();
    expect(agrees('match', 'variation', 'unchecked')).toBe(true);
    expect(agrees('match', 'correctable')).toBe(false);
  });

  it('only visits that were drawn by lot count, and the last of them', () => {
    const [first = '', second = ''] = drawn;
    const found = (...inspections: { on: string; found: boolean }[]) =>
      qualityOf(companyFacts({ enterpriseCode: '0900000011', inspections })).found;
    expect(found({ on: second, found: false }, { on: first, found: true })).toBe(false);
    const another = Array.from({ length: 9 }, (_, n) => day(n)).find((on) => !drawn.includes(on)) ?? '';
    expect(found({ on: another, found: true })).toBeUndefined();
  });
});

it('counts by commune and month, leaves terms out that have not ended, and hides small groups', () => {
  const company = (n: number): QualityOfCompany => ({
    commune: n < 40 ? '12103' : undefined,
    registeredOn: n < 40 ? '2025-08-01' : '2025-09-01',
    quality: { complete: n % 2 === 0, ...(n < 10 && { agrees: true }), ...(n === 0 && { found: false }) },
    duties: { capitalContribution: n % 4 === 0 ? 'kept' : 'late', ownersDeclaration: 'due' },
  });
  const quality = registerQuality(Array.from({ length: 50 }, (_, n) => company(n)));
  expect(quality.all).toEqual({
    complete: { part: 25, whole: 50 },
    timely: { part: 13, whole: 50 },
    agreeing: { part: 10, whole: 10 },
    found: { part: 0, whole: 1 },
  });
  expect(quality.byMonth['2025-09']?.complete).toEqual({ part: 5, whole: 10 });
  const [byCommune, byMonth] = qualityTables(quality);
  expect(byCommune?.rows.map(([name]) => name)).toEqual(['Phường Mỹ Hào', 'Địa chỉ chưa rõ xã, phường']);
  expect(byCommune?.total).toEqual(['Cả tỉnh', '50% (36,6–63,4)', '26% (15,9–39,6)', '100% (72,2–100)', 'dưới 5']);
  expect(byMonth?.rows).toEqual([
    ['08/2025', '50% (35,2–64,8)', '25% (14,2–40,2)', 'dưới 30', 'dưới 30'],
    ['09/2025', 'dưới 30', 'dưới 30', undefined, undefined],
  ]);
});

it('Wilson’s interval has the bounds at which a share is just unlikely, and is none without a whole', () => {
  expect(wilsonInterval({ part: 0, whole: 0 })).toBeUndefined();
  for (const whole of [5, 30, 400])
    for (let part = 0; part <= whole; part += 1)
      for (const bound of wilsonInterval({ part, whole }) ?? []) {
        const assumed = bound / 100;
        const spread = Math.sqrt((assumed * (1 - assumed)) / whole);
        const isEnd = (part === 0 && bound === 0) || (part === whole && bound === 100);
        if (!isEnd) expect(Math.abs(part / whole - assumed) / 1.959963984540054).toBeCloseTo(spread, 2);
      }
});
