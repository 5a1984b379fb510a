import { describe, expect, it } from 'vitest';
import { addWorkingDays, isWorkingDay, workingDayFrom } from '#shared/domain/vietnamese/due-days.ts';

describe('working days', () => {
  it('working days leave out weekends, fixed holidays, Tết and Giỗ Tổ, and count worked Saturdays', () => {
    const off = [
      '2025-04-05',
      '2025-04-06',
      '2025-01-01',
      '2025-04-30',
      '2025-05-01',
      '2025-09-02',
      '2025-01-28',
      '2025-04-07',
      '2025-05-02',
    ];
    expect(off.filter((day) => isWorkingDay(day))).toEqual([]);
    expect(['2025-04-26', '2025-04-08', '2025-02-03'].every((day) => isWorkingDay(day))).toBe(true);
  });

  it('a term that ends on a day off moves to the next working day', () => {
    expect(workingDayFrom('2025-04-30')).toBe('2025-05-05');
    expect(workingDayFrom('2025-04-29')).toBe('2025-04-29');
  });

  it('a term in working days counts from the day after', () => {
    expect(addWorkingDays('2025-04-25', 3)).toBe('2025-04-29');
    expect(addWorkingDays('2025-01-24', 1)).toBe('2025-02-03');
    expect(addWorkingDays('2025-04-25', 0)).toBe('2025-04-25');
  });
});
