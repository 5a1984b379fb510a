import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCases } from '#test/support/csv-cases.ts';
import type { DocumentType } from '#shared/domain/identity/registration.ts';
import { PROVINCES } from '#shared/domain/vietnamese/data/provinces.ts';
import {
  cardExpiry,
  maskNumber,
  parseDocumentNumber,
  readPersonalNumber,
} from '#shared/domain/identity/identity-document.ts';

const citizen = fc
  .record({
    province: fc.constantFrom(...PROVINCES.keys()),
    gender: fc.constantFrom('male', 'female'),
    year: fc.integer({ min: 1930, max: 2020 }),
    rest: fc.nat({ max: 999_999 }),
  })
  .map(({ province, gender, year, rest }) => {
    const century = (year < 2000 ? 0 : 2) + (gender === 'male' ? 0 : 1);
    return {
      province,
      gender,
      year,
      number: `${province}${century}${String(year % 100).padStart(2, '0')}${String(rest).padStart(6, '0')}`,
    };
  });

describe('parseDocumentNumber', () => {
  it.each([
    ['CCCD', '033073666390', '033073666390', false],
    ['CC', '033 073 666 390', '033073666390', false],
    ['CCCD', '33073666390', '033073666390', true],
    ['CCCD', '33073666390.0', '033073666390', true],
    ['CCCD', '3.307366639E10', '033073666390', true],
    ['CCCD', '120073666390', '120073666390', false],
    ['CMND', '151515139', '151515139', false],
    ['CMND', '15151513', '015151513', true],
    ['CMND', '033073666390', '033073666390', false],
    ['HC', 'g 95514161', 'G95514161', false],
    ['HC', 'B-1234567', 'B1234567', false],
  ] as const)('the document number %s %s is read as %s', (type, text, number, repaired) => {
    expect(parseDocumentNumber(type, text)).toEqual({ ok: true, number, repaired });
  });

  it('parseDocumentNumber restores two zeros that a numeric cell lost, also where the birth year differs', () => {
    const hint = { dateOfBirth: '1996-03-24' };
    const restored = { ok: true, number: '001173483409', repaired: true };
    expect(parseDocumentNumber('CCCD', '1173483409', { ...hint, numericCell: true })).toEqual(restored);
    expect(parseDocumentNumber('CCCD', '1173483409', { ...hint, numericCell: false })).toMatchObject({ why: 'length' });
    expect(parseDocumentNumber('CCCD', '1773483409', { ...hint, numericCell: true })).toMatchObject({ why: 'length' });
  });

  it.each(csvCases('numbers-refused.csv', import.meta))(
    'the document number %s %s is refused for its %s',
    (type, text, why) => {
      expect(parseDocumentNumber(type as DocumentType, text)).toEqual({ ok: false, why });
    },
  );

  it('parseDocumentNumber restores lost zeros, but never a missing last digit', () => {
    fc.assert(
      fc.property(citizen, ({ number, year }) => {
        expect(parseDocumentNumber('CCCD', String(Number(number)), { dateOfBirth: String(year) })).toEqual({
          ok: true,
          number,
          repaired: true,
        });
        expect(parseDocumentNumber('CCCD', number.slice(0, 11))).toEqual({ ok: false, why: 'length' });
        expect(
          parseDocumentNumber('CCCD', String(Number(number.slice(0, 11))), { dateOfBirth: `${year}-05-01` }).ok,
        ).toBe(false);
      }),
      { examples: [[{ province: '033', gender: 'male', year: 1973, number: '033073666390' }]] },
    );
  });

  it('parseDocumentNumber does not put a zero before a short CMND that was text', () => {
    expect(parseDocumentNumber('CMND', '15151513', { numericCell: false })).toEqual({ ok: false, why: 'length' });
  });
});

describe('readPersonalNumber', () => {
  it('readPersonalNumber reads province, gender and year', () => {
    fc.assert(
      fc.property(citizen, ({ province, gender, year, number }) => {
        expect(readPersonalNumber(number)).toEqual({ provinceCode: province, gender, birthYear: year });
      }),
    );
    expect(['151515139', '003073666390', 'abc'].map(readPersonalNumber)).toEqual([undefined, undefined, undefined]);
    expect(readPersonalNumber('120073666390')).toEqual({ provinceCode: '120', gender: 'male', birthYear: 1973 });
  });
});

describe('cardExpiry', () => {
  it.each([
    ['2000-05-05', '2022-05-05', '2025-05-05'],
    ['2000-05-05', '2023-05-04', '2025-05-05'],
    ['2000-05-05', '2023-05-05', '2040-05-05'],
    ['1985-05-05', '2023-05-05', '2045-05-05'],
    ['1964-05-05', '2022-05-04', '2024-05-05'],
    ['1964-05-05', '2022-05-05', 'never'],
    ['2000-02-29', '2021-03-01', '2025-03-01'],
    ['2000', '2021-03-01', undefined],
    ['2000-05-05', '1999-01-01', undefined],
  ])('a card of a person born on %s and issued on %s expires on %s', (born, issued, expiry) => {
    expect(cardExpiry(born, issued)).toBe(expiry);
  });
});

describe('maskNumber', () => {
  it('maskNumber shows the last 4 characters and never a whole number', () => {
    expect(['033073666390', 'G95514161', '123'].map(maskNumber)).toEqual(['****6390', '****4161', '****']);
  });
});
