import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/dates.ts';
import { nextCheckOn } from '#shared/domain/next-check.ts';

const registeredOn = '2024-02-29';
const afterAge = (age: number) => nextCheckOn(registeredOn, addDays(registeredOn, age));

describe('nextCheckOn', () => {
  it('follows the terms of the first year', () => {
    expect([0, 89, 90, 91, 120, 121, 180].map(afterAge)).toEqual(
      [90, 90, 91, 120, 121, 180, 365].map((age) => addDays(registeredOn, age)),
    );
  });

  it('goes on by quarters after it', () => {
    expect([365, 460, 700].map(afterAge)).toEqual(['2025-05-28', '2025-08-28', '2026-02-28']);
  });

  it('always lies ahead, within a quarter after the first year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8000 }), fc.integer({ min: 0, max: 8000 }), (start, age) => {
        const on = addDays('2015-01-01', start);
        const today = addDays(on, age);
        const next = nextCheckOn(on, today);
        expect(next > today).toBe(true);
        if (age >= 365) expect(next <= addDays(today, 93)).toBe(true);
      }),
    );
  });
});
