import { describe, expect, it } from 'vitest';
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

  it.each([
    ['Ngân hàng TMCP Ngoại thương Việt Nam (Vietcombank)', '970436'],
    ['970436 - Vietcombank', '970436'],
    ['NGAN HANG TMCP NGOAI THUONG VIET NAM - CN HUNG YEN', '970436'],
    ['BIDV chi nhánh Hưng Yên', '970418'],
    ['Ngân hàng Thương mại Cổ phần Kỹ thương Việt Nam', '970407'],
    ['970436.0', '970436'],
    ['LienVietPostBank', '970449'],
    ['Vikki Bank', '970406'],
    ['DongA Bank', '970406'],
    ['MBV', '970414'],
    ['VCBNeo', '970444'],
    ['BVBank', '970454'],
    ['Ngân hàng CSXH', '999888'],
    ['NH Chính sách XH tỉnh Hưng Yên', '999888'],
    ['NHCSXH - PGD Khoái Châu', '999888'],
    ['Ngân hàng Hợp tác', '970446'],
    ['NHNo&PTNT Việt Nam', '970405'],
    ['Ngân hàng NN&PTNT chi nhánh Hưng Yên', '970405'],
    ['NH ĐT&PT Việt Nam', '970418'],
    ['Ngân hàng Đầu tư & Phát triển VN', '970418'],
    ['Cake by VPBank', '546034'],
    ['Ví điện tử MoMo', 'MOMO'],
    ['ViettelPay', 'VIETTELMONEY'],
  ])('findInstitution reads %s as %s', (text, id) => {
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
