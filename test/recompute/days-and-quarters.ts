export const DAY_MS = 86_400_000;

export const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

export const plusDays = (day: string, days: number) =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

export const sum = <T>(all: readonly T[], of: (one: T) => number | undefined) =>
  all.reduce((total, one) => total + (of(one) ?? 0), 0);

export const quarterOf = (month: string): string => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;

const QUARTER_OF = /^(?:(?<year>\d{4})-Q(?<quarter>\d)|(?:Q|Quý )(?<quarter2>\d)\/(?<year2>\d{4}))$/u;

export function periodIn(note: string): string {
  const { year, quarter, quarter2, year2 } = QUARTER_OF.exec(note)?.groups ?? {};
  if (quarter !== undefined) return `${year}-Q${quarter}`;
  if (quarter2 !== undefined) return `${year2}-Q${quarter2}`;
  return /^\d{4}-\d\d/u.test(note) ? note.slice(0, 7) : note;
}

/** The quarters of a period: of a year all four. */
export function quartersIn(period: string): string[] {
  if (period.length === 4) return [1, 2, 3, 4].map((quarter) => `${period}-Q${quarter}`);
  return [period[5] === 'Q' ? period : quarterOf(period)];
}

export const endOf = (period: string): string => {
  if (period === '') return '';
  const month = period[5] === 'Q' ? Number(period[6]) * 3 : Number(period.slice(5, 7));
  return new Date(Date.UTC(Number(period.slice(0, 4)), month || 12, 0)).toISOString().slice(0, 10);
};

/** The first day of a month, a quarter or a year. */
export const startOf = (period: string): string => {
  const month = period[5] === 'Q' ? Number(period[6]) * 3 - 2 : Number(period.slice(5, 7)) || 1;
  return `${period.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
};
