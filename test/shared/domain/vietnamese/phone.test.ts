import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCases } from '#test/support/csv-cases.ts';
import { parsePhones } from '#shared/domain/vietnamese/phone.ts';

const mobile = fc
  .tuple(fc.constantFrom('03', '05', '07', '08', '09'), fc.integer({ min: 0, max: 99_999_999 }))
  .map(([prefix, rest]) => `${prefix}${String(rest).padStart(8, '0')}`);

describe('parsePhones', () => {
  it.each(csvCases('phones.csv', import.meta))('parsePhones reads %s as %s', (text, phones) => {
    expect(parsePhones(text).join(' ')).toBe(phones);
  });

  it('parsePhones gives one number for all its spellings', () => {
    fc.assert(
      fc.property(mobile, (phone) => {
        const rest = phone.slice(1);
        const spellings = [
          phone,
          rest,
          `+84${rest}`,
          `84${rest}`,
          `0084 ${rest}`,
          `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}`,
          `${phone}.0`,
        ];
        expect(spellings.flatMap(parsePhones)).toEqual(spellings.map(() => phone));
      }),
    );
  });

  it('parsePhones finds both of two phones, whatever is between them', () => {
    fc.assert(
      fc.property(mobile, mobile, fc.constantFrom('/', ' / ', ';', ', ', ' - ', ' '), (one, other, between) => {
        expect(parsePhones(`${one}${between}${other}`)).toEqual([...new Set([one, other])]);
      }),
    );
  });
});
