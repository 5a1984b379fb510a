import { describe, expect, it } from 'vitest';
import { NamedDecisionSchema } from '#shared/contracts/notice-parts.ts';

const isTaken = (number: string, authority = 'Công an tỉnh Hưng Yên') =>
  NamedDecisionSchema.safeParse({ number, date: '2026-01-04', authority }).success;

describe('the decision that the police name to banks', () => {
  it('a number and an authority in the form of offices are accepted', () => {
    for (const number of ['12/QĐ-CSĐT', '1 234/2026/QĐ-CA', 'Số 7 (bổ sung)', '“15/QĐ”'])
      expect(isTaken(number), number).toBe(true);
  });

  it('a text that a spreadsheet would run is refused', () => {
    for (const text of ['=1+1', '+84', '-1', '@SUM(A1)', '"=1+1', ' =1', '7,=1+1', '７;＝1', "'=1"])
      expect([isTaken(text), isTaken('12/QĐ', text)], text).toEqual([false, false]);
  });

  it('an invisible character and a personal number are refused', () => {
    for (const text of ['12/\u202EQĐ', '12\uFE0F', '\u3164', '12\u200B/QĐ', 'về 033085000123', '0912 345 678'])
      expect([isTaken(text), isTaken('12/QĐ', text)], text).toEqual([false, false]);
  });
});
