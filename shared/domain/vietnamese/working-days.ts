import { PUBLIC_HOLIDAYS, SATURDAYS_WORKED } from './data/holidays.ts';
import { addDays, type IsoDate } from './dates.ts';

/** The days off other than weekends, and the weekend days that are worked instead. */
export interface WorkingCalendar {
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
