import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_VARIANTS, typoVariants } from '#shared/domain/identity/match/typo-variants.ts';
import { declared } from '#test/support/people.ts';

const values = (...asked: Parameters<typeof typoVariants>) => typoVariants(...asked).map(({ value }) => value);

describe('typoVariants', () => {
  it('typoVariants swaps neighbouring digits where the number is unknown, and keeps those for gender and year', () => {
    expect(values(declared({ documentNumber: '033190123465' }), { found: false })).toEqual([
      '033190123456',
      '033190123645',
      '033190124365',
      '033190132465',
      '033190213465',
    ]);
  });

  it('typoVariants first corrects digits for gender and year that contradict the person', () => {
    expect(values(declared({ documentNumber: '033109123456' }), { found: false })).toEqual(['033190123456']);
  });

  it('typoVariants corrects the number where both name and birth belong to another person', () => {
    const said = { found: true, fullName: false, dateOfBirth: false };
    expect(typoVariants(declared(), said).every(({ field }) => field === 'documentNumber')).toBe(true);
  });

  it('typoVariants swaps day and month first, and asks about real days only', () => {
    const said = { found: true, fullName: true, dateOfBirth: false };
    expect(values(declared({ dateOfBirth: '1987-03-12' }), said)).toEqual(['1987-12-03', '1987-03-21', '1978-03-12']);
    expect(values(declared({ dateOfBirth: '1987-03-31' }), said)).toEqual(['1987-03-13', '1978-03-31']);
  });

  it('typoVariants has variants without marks for a name without marks, and with the common middle name restored', () => {
    const said = { found: true, fullName: false, dateOfBirth: true };
    expect(typoVariants(declared({ fullName: 'NGUYEN LY' }), said)).toMatchObject([
      { value: 'NGUYEN LY', as: 'variation', ignoreMarks: true },
      { value: 'NGUYEN LI', as: 'variation' },
      { value: 'NGUYEN Thị LY', as: 'correctable' },
    ]);
    expect(values(declared({ fullName: 'Trần Quý', gender: 'male' }), said)).toEqual(['Trần Quí', 'Trần Văn Quý']);
    expect(values(declared({ fullName: 'Nguyễn Thị Lan' }), said)).toEqual([]);
  });

  it('typoVariants has variants with the bare name, the other position of a tone mark and a full middle name', () => {
    const said = { found: true, fullName: false, dateOfBirth: true };
    const asked = (fullName: string) =>
      typoVariants(declared({ fullName }), said).map(({ value, as }) => `${value}: ${as}`);
    expect(asked('Bà Nguyễn Thị Lan (Giám đốc)')).toEqual(['Nguyễn Thị Lan: variation']);
    expect(asked('Nguyeenx Thij Lan')).toEqual(['Nguyễn Thị Lan: correctable']);
    expect(asked('NguyÔn ThÞ Lan')).toEqual(['Nguyễn Thị Lan: variation']);
    expect(asked('Trần Thị Thúy Hòa')).toEqual(['Trần Thị Thuý Hoà: match']);
    expect(asked('TRẦN THỊ HOÀ')).toEqual(['TRẦN THỊ HÒA: match']);
    expect(asked('Nguyễn T. Lan')).toEqual(['Nguyễn Thị Lan: correctable']);
    expect(asked('Ba Nguyen Thi Lan')).toEqual(['Nguyen Thi Lan: variation', 'Nguyen Thi Lan: variation']);
  });

  it('typoVariants doubts the gender only where the number does', () => {
    const said = { found: true, fullName: true, dateOfBirth: true, gender: false };
    expect(values(declared({ gender: 'male' }), said)).toEqual(['female']);
    expect(values(declared(), said)).toEqual([]);
  });

  it('typoVariants never asks more than five questions, and never the one already asked', () => {
    const answers = fc.record({
      found: fc.boolean(),
      fullName: fc.boolean(),
      dateOfBirth: fc.boolean(),
      gender: fc.boolean(),
    });
    const person = fc.record({
      documentNumber: fc.stringMatching(/^(\d{12}|\d{9})$/),
      dateOfBirth: fc.constantFrom('1990', '1990-03-11', '1999-09-09'),
      fullName: fc.constantFrom('Ly My Ky Ty Hy', 'Lê Thị Hoa', 'Tran A', 'Bà Lê T. Hòa', 'Ong Tran Ly (A)'),
    });
    fc.assert(
      fc.property(person, answers, (typed, said) => {
        const variants = typoVariants(declared(typed), said);
        expect(variants.length).toBeLessThanOrEqual(MOST_VARIANTS);
        const asked = [{ person: declared(typed), ignoreMarks: undefined }, ...variants].map((one) =>
          JSON.stringify([one.person, one.ignoreMarks ?? false]),
        );
        expect(new Set(asked).size).toBe(asked.length);
      }),
    );
  });
});
