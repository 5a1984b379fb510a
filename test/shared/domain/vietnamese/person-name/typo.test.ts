import { describe, expect, it } from 'vitest';
import { typoBetween } from '#shared/domain/vietnamese/person-name/token-typo.ts';

describe('typoBetween', () => {
  it.each([
    ['trình', 'trìnhh', 'letter_more'],
    ['thiện', 'hiện', 'letter_more'],
    ['hoàn', 'honà', 'swapped'],
    ['phạm', 'phmạ', 'swapped'],
    ['minh', 'ninh', 'other_letter'],
    ['minh', 'mint', 'other_letter'],
  ])('the typo between %s and %s is %s', (one, other, typo) => {
    expect(typoBetween(one, other)).toBe(typo);
    expect(typoBetween(other, one)).toBe(typo);
  });

  it.each([
    ['tùng', 'tuấn'],
    ['kim', 'kiên'],
    ['abcd', 'dcba'],
    ['hoa', 'hoahh'],
    ['abc', 'cba'],
  ])('there is no typo between %s and %s', (one, other) => {
    expect(typoBetween(one, other)).toBeUndefined();
  });
});
