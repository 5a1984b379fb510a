import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import { type IsoDate, parseDate } from '#shared/domain/vietnamese/dates.ts';
import type { WorklistEntry } from './worklist-entry.ts';

/** The parts of a sentence that differ from company to company: days, amounts and quoted values. */
const OWN_PART = /(\d{2}\/\d{2}\/\d{4}|\d[\d.]* đồng|“[^”]*”)/u;

/** A line of the worklist: one entry, or all entries of several companies that ask for the same. */
export interface WorkLine<T> {
  readonly entries: readonly [T, ...T[]];
  /** The sentence of all entries. A part that differs is numbered, with its first and last day where it is a day. */
  readonly sentence: string;
  /** The numbered parts of an entry's own sentence; empty where the line says all of it. */
  readonly ownParts: (entry: T) => string;
  /** How many companies and, where it differs, how many entries. */
  readonly size: string;
}

/** What entries of one class have in common: the kind, the field and the sentence without the company's own parts. */
export const classKeyOf = ({ kind, field, why }: WorklistEntry): string =>
  [kind, field, ...partsOf(why).filter((_, n) => n % 2 === 0)].join('\n');

/** Joins the entries of a class into one line if they are of several companies; the order is that of the first entries. */
export function workLines<T extends { readonly enterpriseCode: string }>(
  rows: readonly T[],
  entryOf: (row: T) => WorklistEntry,
): WorkLine<T>[] {
  const classes = Map.groupBy(rows, (row) => classKeyOf(entryOf(row)));
  return [...classes.values()].flatMap((ofClass) => {
    const companies = new Set(ofClass.map(({ enterpriseCode }) => enterpriseCode)).size;
    const whyOf = (row: T) => entryOf(row).why;
    return companies > 1 ? lineOf(ofClass, companies, whyOf) : ofClass.flatMap((row) => lineOf([row], 1, whyOf));
  });
}

function lineOf<T>(rows: readonly T[], companies: number, whyOf: (row: T) => string): WorkLine<T>[] {
  const [first, ...others] = rows;
  if (first === undefined) return [];
  const sentences = rows.map((row) => partsOf(whyOf(row)));
  const parts = partsOf(whyOf(first));
  const differing = parts.flatMap((part, n) => (sentences.every((one) => one[n] === part) ? [] : [n]));
  const numbered = (n: number) => `[${differing.indexOf(n) + 1}: ${rangeOf(sentences.map((one) => one[n] ?? ''))}]`;
  const tasks = rows.length === companies ? '' : `, ${formatCount(rows.length)} việc`;
  return [
    {
      entries: [first, ...others],
      sentence: parts.map((part, n) => (differing.includes(n) ? numbered(n) : part)).join(''),
      ownParts: (row) => differing.map((n, place) => `[${place + 1}] ${partsOf(whyOf(row))[n] ?? ''}`).join('; '),
      size: `${formatCount(companies)} doanh nghiệp${tasks}`,
    },
  ];
}

/** Fixed text at even places, a company's own parts at odd places. */
const partsOf = (why: string): string[] => why.split(OWN_PART);

function rangeOf(values: readonly string[]): string {
  const days = values.flatMap((text): { text: string; day: IsoDate }[] => {
    const day = parseDate(text);
    return day === undefined ? [] : [{ text, day }];
  });
  const ordered = days.sort((a, b) => (a.day < b.day ? -1 : 1));
  const [first, last] = [ordered[0], ordered.at(-1)];
  return first && last && days.length === values.length ? `từ ${first.text} đến ${last.text}` : 'xem từng dòng';
}
