import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/vietnamese/dates.ts';
import { dueOn, clockStatusOf, lastOverdueStart, VIETNAM_CALENDAR } from '#shared/domain/vietnamese/due-days.ts';
import { type ClockName, LEGAL_CLOCKS } from '#shared/domain/vietnamese/legal-clocks.ts';

describe('a legal clock', () => {
  it('a legal clock counts 90 days of capital to the day, and 30 more', () => {
    expect(dueOn('capitalContribution', '2025-01-01')).toBe('2025-04-01');
    expect(dueOn('capitalReduction', '2025-04-01')).toBe('2025-05-01');
  });

  it('a legal clock counts working days over Tết', () => {
    expect(dueOn('bankAcknowledgement', '2025-01-24')).toBe('2025-02-05');
    expect(dueOn('revocationDecision', '2025-04-28')).toBe('2025-05-06');
  });

  it('a legal clock extends the police’s 30 days to the next working day', () => {
    expect(dueOn('policeAnswer', '2025-03-31')).toBe('2025-05-05');
  });

  it('a legal clock gives other days where the calendar of holidays is another', () => {
    const moved = { ...VIETNAM_CALENDAR, holidays: new Set([...VIETNAM_CALENDAR.holidays, '2025-06-11']) };
    expect(dueOn('bankAcknowledgement', '2025-06-09')).toBe('2025-06-12');
    expect(dueOn('bankAcknowledgement', '2025-06-09', moved)).toBe('2025-06-13');
  });

  it('a legal clock counts six months by the calendar', () => {
    expect(dueOn('complianceReport', '2025-08-31')).toBe('2026-02-28');
  });

  it.each([
    [undefined, '2025-03-10', 'due'],
    [undefined, '2025-03-11', 'late'],
    ['2025-03-10', '2025-04-01', 'kept'],
    ['2025-03-11', '2025-04-01', 'missed'],
    ['2025-03-11', '2025-03-10', 'due'],
  ] as const)('due on 10 March and done on %s stands on %s as %s', (doneOn, today, standing) => {
    expect(clockStatusOf('2025-03-10', doneOn, today)).toBe(standing);
  });

  it('a legal clock names its source, which may be an agreement of the authorities', () => {
    for (const name of Object.keys(LEGAL_CLOCKS) as ClockName[])
      expect(LEGAL_CLOCKS[name].source.length).toBeGreaterThan(10);
  });

  it('the last day from which a deadline has passed is just before the first day from which it has not', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(LEGAL_CLOCKS) as ClockName[])),
        fc.integer({ min: 0, max: 400 }),
        (name, day) => {
          const today = addDays('2026-01-01', day);
          const last = lastOverdueStart(name, today);
          expect(dueOn(name, last) < today).toBe(true);
          expect(dueOn(name, addDays(last, 1)) >= today).toBe(true);
        },
      ),
    );
  });
});
