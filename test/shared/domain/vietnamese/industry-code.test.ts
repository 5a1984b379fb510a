import { describe, expect, it } from 'vitest';
import { parseIndustryCode } from '#shared/contracts/feeds/values/person.ts';

describe('parseIndustryCode', () => {
  it.each([
    ['4711', '4711'],
    ['G4711', '4711'],
    ['4711 - Bán lẻ tổng hợp', '4711'],
    ['4711: Bán lẻ', '4711'],
    ['111', '0111'],
    ['4711.0', '4711'],
  ])('parseIndustryCode reads %s as %s', (text, code) => {
    expect(parseIndustryCode(text)).toBe(code);
  });

  it.each(['', 'abc', '47', '47111', '0000', '999', 'Bán lẻ 4711'])('parseIndustryCode refuses %s', (text) => {
    expect(parseIndustryCode(text)).toBeUndefined();
  });
});
