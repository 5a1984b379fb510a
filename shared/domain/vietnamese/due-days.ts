import { addDays, addMonths, type IsoDate } from './dates.ts';
import { type ClockName, LEGAL_CLOCKS, type LegalClock } from './legal-clocks.ts';
import { PUBLIC_HOLIDAYS, SATURDAYS_WORKED } from './data/holidays.ts';

/** The days off other than weekends, and the weekend days that are worked instead. */
interface WorkingCalendar {
  readonly holidays: ReadonlySet<IsoDate>;
  readonly worked: ReadonlySet<IsoDate>;
}

/** The holidays with the same solar date each year. */
const EVERY_YEAR = new Set(['01-01', '04-30', '05-01', '09-02']);

export const VIETNAM_CALENDAR: WorkingCalendar = {
  holidays: new Set(PUBLIC_HOLIDAYS),
  worked: new Set(SATURDAYS_WORKED),
};

/**
 * Whether a day is a working day (ngày làm việc): Monday to Friday without public holidays (Bộ luật Lao động 45/2019
 * Art. 112), and the Saturdays that are worked instead.
 */
export function isWorkingDay(date: IsoDate, { holidays, worked }: WorkingCalendar = VIETNAM_CALENDAR): boolean {
  if (worked.has(date)) return true;
  const weekday = new Date(Date.parse(date)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !EVERY_YEAR.has(date.slice(5)) && !holidays.has(date);
}

/** The date itself if it is a working day, otherwise the next one, on which a term ends that would end on a day off. */
export function workingDayFrom(date: IsoDate, calendar: WorkingCalendar = VIETNAM_CALENDAR): IsoDate {
  let day = date;
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1);
  return day;
}

/** The `count`-th working day after the date; the date itself is not counted. */
export function addWorkingDays(date: IsoDate, count: number, calendar: WorkingCalendar = VIETNAM_CALENDAR): IsoDate {
  let day = date;
  for (let left = count; left > 0; left -= 1) day = workingDayFrom(addDays(day, 1), calendar);
  return day;
}

/**
 * The status of a duty. `due`: the last day has not passed; `late`: the last day has passed and the duty is not done;
 * `kept`: it was done in time; `missed`: it was done too late.
 */
export type ClockStatus = 'due' | 'late' | 'kept' | 'missed';

/**
 * The last day of a deadline in days or months; for a deadline in hours, the day on which it ends if it began at the
 * end of the day. A term of calendar days or months that ends on a day off is extended to the next working day (Bộ luật
 * Dân sự 91/2015/QH13 Điều 148). A company's own duties are counted to the exact day, as the rules count them.
 */
export function dueOn(name: ClockName, from: IsoDate, calendar: WorkingCalendar = VIETNAM_CALENDAR): IsoDate {
  const clock: LegalClock = LEGAL_CLOCKS[name];
  if (clock.unit === 'working-days') return addWorkingDays(from, clock.count, calendar);
  if (clock.unit === 'hours') return addDays(from, Math.ceil(clock.count / 24));
  const last = clock.unit === 'months' ? addMonths(from, clock.count) : addDays(from, clock.count);
  return clock.owes === 'company' ? last : workingDayFrom(last, calendar);
}

/** The last day from which a deadline has passed by the end of the day before `today`. */
export function lastOverdueStart(name: ClockName, today: IsoDate): IsoDate {
  let from = today;
  while (dueOn(name, from) >= today) from = addDays(from, -1);
  return from;
}

/** The status of a duty at the end of a day. @param doneOn undefined while the duty is not done */
export function clockStatusOf(due: IsoDate, doneOn: IsoDate | undefined, today: IsoDate): ClockStatus {
  if (doneOn !== undefined && doneOn <= today) return doneOn <= due ? 'kept' : 'missed';
  return today <= due ? 'due' : 'late';
}
