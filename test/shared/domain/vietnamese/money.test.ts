import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCases } from '#test/support/csv-cases.ts';
import { formatMoney, parseMoney } from '#shared/domain/vietnamese/money.ts';

describe('parseMoney', () => {
  it.each(csvCases('money.csv', import.meta))('parseMoney reads %s as %s', (text, amount) => {
    expect(parseMoney(text)).toBe(Number(amount));
    expect(parseMoney(text.normalize('NFD'))).toBe(Number(amount));
  });

  it.each(csvCases('money-refused.csv', import.meta))('parseMoney refuses %s', (text) => {
    expect(parseMoney(text)).toBeUndefined();
  });

  it('parseMoney reads back what formatMoney writes, and every grouping of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9e15 }), (amount) => {
        expect(parseMoney(formatMoney(amount))).toBe(amount);
        expect(parseMoney(formatMoney(amount).replaceAll('.', ','))).toBe(amount);
        expect(parseMoney(String(amount))).toBe(amount);
      }),
    );
  });

  it('parseMoney scales tỷ and triệu exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 }), (billions, millions) => {
        const amount = billions * 1e9 + millions * 1e6;
        expect(parseMoney(`${billions} tỷ ${millions} triệu`)).toBe(amount);
        expect(parseMoney(`${billions},${String(millions).padStart(3, '0')}0 tỷ`)).toBe(amount);
      }),
    );
  });
});

describe('formatMoney', () => {
  it('formatMoney groups by dots', () => {
    expect([0, 999, 1000, 1_000_000_000].map(formatMoney)).toEqual([
      '0 đồng',
      '999 đồng',
      '1.000 đồng',
      '1.000.000.000 đồng',
    ]);
  });

  it("formatMoney writes whole đồng, also of a year's revenue that is divided by quarters", () => {
    expect([11_187_036_922.000002, 999_999_999.9999999, 333_333_333.3333333].map(formatMoney)).toEqual([
      '11.187.036.922 đồng',
      '1.000.000.000 đồng',
      '333.333.333 đồng',
    ]);
  });
});
