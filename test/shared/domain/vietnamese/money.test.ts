import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, parseMoney } from '#shared/domain/vietnamese/money.ts';

describe('parseMoney', () => {
  it.each([
    ['1.000.000.000', 1e9],
    ['1000000000', 1e9],
    ['1,000,000,000', 1e9],
    ['1 000 000 000', 1e9],
    ['1.000.000,00', 1e6],
    ['1000000000.0', 1e9],
    ['10 tỷ', 1e10],
    ['10 TỶ ĐỒNG', 1e10],
    ['10ty', 1e10],
    ['10 tỉ', 1e10],
    ['1,5 tỷ', 1.5e9],
    ['1.5 tỷ', 1.5e9],
    ['2 tỷ 500 triệu', 2.5e9],
    ['2 tỷ 500 triệu đồng', 2.5e9],
    ['1.500 triệu', 1.5e9],
    ['500 triệu', 5e8],
    ['500tr', 5e8],
    ['2,5 nghìn tỷ', 2.5e12],
    ['1.000.000.000 VNĐ', 1e9],
    ['1000000000 đồng', 1e9],
    ['1.000.000.000đ', 1e9],
    ['VND 1.000.000', 1e6],
    ['2.5E9', 2.5e9],
    ['1E+09', 1e9],
    ['1 tỷ rưỡi', 1.5e9],
    ['2 triệu rưỡi đồng', 2.5e6],
    ['1 tỷ 5 trăm triệu', 1.5e9],
    ['5 trăm triệu', 5e8],
    ['2 chục tỷ', 2e10],
    ['10 tỷ, 500 triệu', 1.05e10],
    ['10 tỷ đồng chẵn', 1e10],
    ['10.000.000.000 đồng (Mười tỷ đồng chẵn)', 1e10],
    ['10 tỷ (mười tỷ đồng chẵn)', 1e10],
    ['10.000.000.000 (VNĐ)', 1e10],
    ['10.000.000.000 ₫', 1e10],
    ['₫10.000.000.000', 1e10],
    ['10.000.000.000 VNÐ', 1e10],
    ['10.000.000.000 đồng./.', 1e10],
    ['10 tỷ.', 1e10],
    ['10.000,0 triệu đồng', 1e10],
    ['1.500,5 triệu', 1_500_500_000],
    ['0', 0],
    ['9000000000000000', 9e15],
  ])('parseMoney reads %s as %d', (text, amount) => {
    expect(parseMoney(text)).toBe(amount);
    expect(parseMoney(text.normalize('NFD'))).toBe(amount);
  });

  it.each([
    '',
    '-5',
    '1000.5',
    '0,5',
    'một tỷ',
    'mười tỷ',
    'rưỡi',
    '1,5 tỷ rưỡi',
    '(5.000.000)',
    '5 tỷ 500',
    '1.000.000 (USD)',
    '1,500.5 triệu USD',
    '-10 tỷ',
    '50.000 USD',
    '10 billion',
    '100 USD',
    '$100',
    '100 €',
    '1,500 triệu',
    '500 triệu 2 tỷ',
    '2 tỷ 5',
    '1.00.000',
    '10.000.00',
    '1.23457E+11',
    '9000000000000001',
    '1e30',
    '1,2345678912 tỷ',
    'tỷ',
    '12 tháng',
    'NaN',
  ])('parseMoney refuses %s', (text) => {
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
