import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCases } from '#test/support/csv-cases.ts';
import {
  addDays,
  addMonths,
  dateFromSpreadsheet,
  daysBetween,
  dayInVietnam,
  formatDate,
  parseBirthDate,
  parseDate,
} from '#shared/domain/vietnamese/dates.ts';

const day = fc
  .date({ min: new Date('1900-03-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('parseDate', () => {
  it.each(csvCases('dates.csv', import.meta))('parseDate reads %s as %s', (text, date) => {
    expect(parseDate(text)).toBe(date);
  });

  it.each(csvCases('dates-refused.csv', import.meta))('parseDate refuses %s', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  it('parseDate reads back what formatDate writes', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect([parseDate(formatDate(date)), parseDate(date)]).toEqual([date, date]);
      }),
    );
  });
});

describe('parseBirthDate', () => {
  it('parseBirthDate takes a year alone, and a year whose day is unknown', () => {
    const alone = ['1975', '00/00/1975', '--/--/1975', '03/1975', '1975.0'];
    alone.push('__/__/1975', '//1975', '?/?/1975', '1975-00-00', 'Năm 1975', 'sinh năm 1975');
    for (const text of alone) expect([text, parseBirthDate(text)]).toEqual([text, '1975']);
    expect(parseBirthDate('03/04/1975')).toBe('1975-04-03');
    expect(['75', '0975', '40/1975', '31/04/1975'].map(parseBirthDate)).toEqual(Array(4).fill(undefined));
  });
});

describe('dateFromSpreadsheet', () => {
  it('dateFromSpreadsheet counts as spreadsheets do, with the leap day of 1900 that did not exist', () => {
    expect([1, 59, 60, 61, 45_658, 45_658.99].map(dateFromSpreadsheet)).toEqual([
      '1900-01-01',
      '1900-02-28',
      undefined,
      '1900-03-01',
      '2025-01-01',
      '2025-01-01',
    ]);
    expect([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2_958_466].map(dateFromSpreadsheet)).toEqual(
      Array(5).fill(undefined),
    );
  });

  it('a midnight that is written up to a minute early is the next day, and the last second of a day is not', () => {
    const at = (time: string) => 45_657 + Date.parse(`1970-01-01T${time}Z`) / 86_400_000;
    expect(['23:58:59', '23:59:00', '23:59:30', '23:59:59'].map((time) => dateFromSpreadsheet(at(time)))).toEqual([
      '2024-12-31',
      '2025-01-01',
      '2025-01-01',
      '2024-12-31',
    ]);
    expect(parseDate('2024-12-31T16:59:30.000Z')).toBe('2025-01-01');
    for (const time of ['23:59:30', '23:59:59']) expect(parseDate(`2024-12-31T${time}+07:00`)).toBe('2024-12-31');
  });
});

describe('arithmetic', () => {
  it('dates are added and measured in days', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (date, n) => {
        expect(daysBetween(date, addDays(date, n))).toBe(n);
        const asDate = new Date(Date.parse(date) + n * 86_400_000);
        expect(addDays(date, n)).toBe(asDate.toISOString().slice(0, 10));
      }),
    );
  });

  it('dates are added in months and stay in the month', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2024-12-31', 2)).toBe('2025-02-28');
    expect(addMonths('2025-03-31', -1)).toBe('2025-02-28');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
  });

  it('dates follow the day in Việt Nam', () => {
    expect(dayInVietnam(new Date('2025-12-31T16:59:59Z'))).toBe('2025-12-31');
    expect(dayInVietnam(new Date('2025-12-31T17:00:00Z'))).toBe('2026-01-01');
  });

  it('a year alone is written as a year', () => {
    expect([formatDate('1975'), formatDate('1975-04-03')]).toEqual(['1975', '03/04/1975']);
  });
});
