import { PUBLIC_HOLIDAYS, SATURDAYS_WORKED } from './data/holidays.ts';
import { addDays, type IsoDate } from './dates.ts';

const EVERY_YEAR = new Set(['01-01', '04-30', '05-01', '09-02']);
const OFF = new Set(PUBLIC_HOLIDAYS);
const WORKED = new Set(SATURDAYS_WORKED);

/** Ngày làm việc: Monday to Friday, without public holidays (Bộ luật Lao động 45/2019 Art. 112), with the Saturdays worked instead. */
export function isWorkingDay(date: IsoDate): boolean {
  if (WORKED.has(date)) return true;
  const weekday = new Date(Date.parse(date)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !EVERY_YEAR.has(date.slice(5)) && !OFF.has(date);
}

/** The date itself if it is worked, else the next day that is: where a term ends that falls on a day off. */
export function workingDayFrom(date: IsoDate): IsoDate {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/** The `count`-th working day after the date; the date itself is not counted. */
export function addWorkingDays(date: IsoDate, count: number): IsoDate {
  let day = date;
  for (let left = count; left > 0; left -= 1) day = workingDayFrom(addDays(day, 1));
  return day;
}
