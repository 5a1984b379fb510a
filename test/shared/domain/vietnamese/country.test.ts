import { describe, expect, it } from 'vitest';
import { csvCases } from '#test/support/csv-cases.ts';
import { countryCode } from '#shared/domain/vietnamese/country.ts';

describe('a country as officers name it', () => {
  it.each(csvCases('countries.csv', import.meta))('a country named %s has its code', (name, code) => {
    expect(countryCode(name)).toBe(code);
  });

  it('a country that nobody knows has no code', () => {
    expect(['', 'xx', 'Hành tinh khác', '123'].map((name) => countryCode(name))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
