import { addDays, addMonths, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import {
  addWorkingDays,
  VIETNAM_CALENDAR,
  type WorkingCalendar,
  workingDayFrom,
} from '#shared/domain/vietnamese/working-days.ts';
import { type ClockName, LEGAL_CLOCKS, type LegalClock } from './legal-clocks.ts';

/** The status of a duty. `due`: its last day has not passed; `late`: the day has passed and it is not done; `kept`: done in time; `missed`: done too late. */
export type ClockStatus = 'due' | 'late' | 'kept' | 'missed';

/**
 * The last day of a clock that counts days or months; of one that counts hours the day on which it ends where it began
 * at midnight's end. A term of calendar days or months that ends on a day off moves on to the next day worked (Bộ luật Dân sự 91/2015/QH13
 * Điều 148); what a company owes is counted as the rules count it, to the day.
 */
export function dueOn(name: ClockName, from: IsoDate, calendar: WorkingCalendar = VIETNAM_CALENDAR): IsoDate {
  const clock: LegalClock = LEGAL_CLOCKS[name];
  if (clock.unit === 'working-days') return addWorkingDays(from, clock.count, calendar);
  if (clock.unit === 'hours') return addDays(from, Math.ceil(clock.count / 24));
  const last = clock.unit === 'months' ? addMonths(from, clock.count) : addDays(from, clock.count);
  return clock.owes === 'company' ? last : workingDayFrom(last, calendar);
}

/** When a clock that counts hours ends (ISO instant). */
export const dueAt = (name: ClockName, from: string): string =>
  new Date(Date.parse(from) + LEGAL_CLOCKS[name].count * 3_600_000).toISOString();

/** How a duty stands at the end of a day. @param doneOn undefined while it is undone */
export function clockStatusOf(due: IsoDate, doneOn: IsoDate | undefined, today: IsoDate): ClockStatus {
  if (doneOn !== undefined && doneOn <= today) return doneOn <= due ? 'kept' : 'missed';
  return today <= due ? 'due' : 'late';
}
