import { describe, expect, it } from 'vitest';
import { csvCases } from '#test/support/csv-cases.ts';
import { BANKS } from '#shared/domain/vietnamese/data/banks.ts';
import { WALLETS } from '#shared/domain/vietnamese/data/wallets.ts';
import { findInstitution, looksLikeCard, parseAccountNumber } from '#shared/domain/vietnamese/financial-institution.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';

const VIETCOMBANK = { id: '970436', name: 'Vietcombank', kind: 'bank' } as const;
const MOMO = { id: 'MOMO', name: 'Ví MoMo', kind: 'wallet' } as const;

describe('findInstitution', () => {
  it.each(BANKS.map((row) => [row]))(
    'findInstitution finds a bank by BIN, code, short name and name: %j',
    ([bin = '', code = '', shortName = '', name = '']) => {
      for (const text of [
        bin,
        code,
        shortName,
        shortName.toUpperCase(),
        `Ngân hàng ${name}`,
        foldMarks(`Ngân hàng ${name}`),
        name.normalize('NFD'),
      ]) {
        expect([text, findInstitution(text)?.id]).toEqual([text, bin]);
      }
    },
  );

  it.each(WALLETS.map((row) => [row]))(
    'findInstitution finds a wallet by key and brand: %j',
    ([key, brand, ...aliases]) => {
      for (const text of [key, key.toLowerCase(), brand, brand.toLowerCase(), ...aliases])
        expect([text, findInstitution(text)?.id]).toEqual([text, key]);
    },
  );

  it.each(csvCases('institutions.csv', import.meta))('findInstitution reads %s as %s', (text, id) => {
    expect(findInstitution(text)?.id).toBe(id);
  });

  it.each([
    '',
    'Ngân hàng',
    'TMCP',
    '970499',
    'Ngân hàng Thế giới',
    'Ngân hàng Nhà nước',
    'Ngân hàng Phát triển Việt Nam',
    'Vietcombank, Techcombank',
  ])('findInstitution finds no %s', (text) => {
    expect(findInstitution(text)).toBeUndefined();
  });
});

describe('parseAccountNumber', () => {
  it.each([
    ['0012 3456 789', '00123456789'],
    ['0012.345-678', '0012345678'],
    ["'0012345678", '0012345678'],
    ['19035000123456', '19035000123456'],
    ['pmc01234', 'PMC01234'],
    ['1'.repeat(36), '1'.repeat(36)],
  ])('parseAccountNumber reads %s as %s', (text, number) => {
    expect(parseAccountNumber(VIETCOMBANK, text)).toBe(number);
  });

  it.each(['', 'ABC', '12', '1'.repeat(37), '1.23457E+12', '00123456789/1'])(
    'parseAccountNumber refuses %s',
    (text) => {
      expect(parseAccountNumber(VIETCOMBANK, text)).toBeUndefined();
    },
  );

  it('parseAccountNumber keeps the phone of a wallet in national form, and that of a bank as typed', () => {
    expect(['+84912345678', '0912 345 678', '912345678'].map((text) => parseAccountNumber(MOMO, text))).toEqual(
      Array(3).fill('0912345678'),
    );
    expect(parseAccountNumber(VIETCOMBANK, '912345678')).toBe('912345678');
  });
});

describe('looksLikeCard', () => {
  it('looksLikeCard needs 16 digits, a scheme and a valid check digit', () => {
    expect(['4111111111111111', '5555555555554444', '9704000000000018'].map(looksLikeCard)).toEqual([true, true, true]);
    expect(['4111111111111112', '1111111111111117', '411111111111111', '19035000123456'].map(looksLikeCard)).toEqual(
      Array(4).fill(false),
    );
  });
});
