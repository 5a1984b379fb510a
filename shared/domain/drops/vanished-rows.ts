/**
 * The months of the rows that have each content: a kind of row (`invoices`), or under it a kind of signal, a role or a
 * filled column (`registrations/phone`), and under a kind of signal its value. A month is the number of months since year 0, so that months can be compared.
 */
export type MonthsByContent = Readonly<Record<string, readonly number[]>>;

/** A content that a sender's rows had and have no more. */
export interface Vanished {
  readonly content: string;
  /** The last month with it, as `2026-03`. */
  readonly last: string;
}

/** The newest months of a content that a file keeps. */
const MONTHS_KEPT = 24;
/** A content of fewer months is not expected to come again. */
const LEAST_MONTHS = 6;
/** A content has vanished when it is lacking for this multiple of its longest absence before. */
const TIMES = 2;
const YEAR = 12;

export const monthOf = (day: string): number => Number(day.slice(0, 4)) * YEAR + Number(day.slice(5, 7)) - 1;
const monthText = (month: number): string =>
  `${Math.floor(month / YEAR)}-${String((month % YEAR) + 1).padStart(2, '0')}`;

export function joinMonths(...all: readonly MonthsByContent[]): MonthsByContent {
  const joined = Map.groupBy(all.flatMap(Object.entries<readonly number[]>), ([content]) => content);
  return Object.fromEntries(
    [...joined].map(([content, entries]) => [content, sorted(entries.flatMap(([, months]) => months))]),
  );
}

/** The months that a file keeps. */
export const newestMonths = (months: MonthsByContent): MonthsByContent =>
  Object.fromEntries(Object.entries(months).map(([content, own]) => [content, sorted(own).slice(-MONTHS_KEPT)]));

/**
 * The contents that a sender's rows had regularly and have no more, although later months have rows: of any kind for a
 * kind of row, and of the same kind for what is under it. Months without such rows say nothing, so that a sender that is
 * late has lost nothing; nor does the newest month, of which rows may still come.
 */
export function vanishedFrom(months: MonthsByContent): Vanished[] {
  const kinds = Object.entries(months).filter(([content]) => !content.includes('/'));
  const all = sorted(kinds.flatMap(([, own]) => own));
  return Object.entries(months).flatMap(([content, own]) => {
    const slash = content.lastIndexOf('/');
    const around = slash < 0 ? all : (months[content.slice(0, slash)] ?? []);
    const places = own.map((month) => around.indexOf(month));
    const last = places.at(-1);
    if (last === undefined || places.length < LEAST_MONTHS) return [];
    const absence = Math.max(...places.slice(1).map((place, n) => place - (places[n] ?? place)));
    return around.length - 2 - last < TIMES * absence ? [] : [{ content, last: monthText(own.at(-1) ?? 0) }];
  });
}

const sorted = (months: readonly number[]): number[] => [...new Set(months)].sort((a, b) => a - b);
