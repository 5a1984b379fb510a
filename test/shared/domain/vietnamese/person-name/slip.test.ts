import { describe, expect, it } from 'vitest';
import { slipBetween } from '#shared/domain/vietnamese/person-name/slip.ts';

describe('slipBetween', () => {
  it.each([
    ['trình', 'trìnhh', 'letter_more'],
    ['thiện', 'hiện', 'letter_more'],
    ['hoàn', 'honà', 'swapped'],
    ['phạm', 'phmạ', 'swapped'],
    ['minh', 'ninh', 'other_letter'],
    ['minh', 'mint', 'other_letter'],
  ])('the slip between %s and %s is %s', (one, other, slip) => {
    expect(slipBetween(one, other)).toBe(slip);
    expect(slipBetween(other, one)).toBe(slip);
  });

  it.each([
    ['tùng', 'tuấn'],
    ['kim', 'kiên'],
    ['abcd', 'dcba'],
    ['hoa', 'hoahh'],
    ['abc', 'cba'],
  ])('there is no slip between %s and %s', (one, other) => {
    expect(slipBetween(one, other)).toBeUndefined();
  });
});
