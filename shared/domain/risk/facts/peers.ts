import { daysBetween } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts } from './company-facts.ts';
import type { CompanyProfile } from './company-profile.ts';
import type { PeerComparison, PeerFigures } from './peer-comparison.ts';

/** The companies of one cell of which it is known how long money stays, with the quantiles at `PEER_STEPS`. */
export interface PeerCell {
  /** The number of others beside each, rounded down so that it seldom changes. */
  readonly count: number;
  readonly quantiles: readonly number[];
}
export type PeerQuantiles = Readonly<Record<string, PeerCell>>;

export const PEER_STEPS = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99] as const;

/** The least number of companies for a meaningful quantile. */
const ENOUGH = 40;
/** The least monthly money for which shares are compared. */
const WORTH_COMPARING = 50_000_000;

/** The figures of a company that is compared. */
export function peerFigures({ stretches: [money] }: Pick<CompanyProfile, 'stretches'>): PeerFigures {
  if (money?.holdMinutes === undefined || money.credit < WORTH_COMPARING) return {};
  return { holdMinutes: significant(money.holdMinutes) };
}

const CAPITALS = [1_000_000_000, 5_000_000_000] as const;
const CAPITALS_IN_WORDS = [
  'vốn điều lệ dưới 1 tỷ đồng',
  'vốn điều lệ từ 1 tỷ đến dưới 5 tỷ đồng',
  'vốn điều lệ từ 5 tỷ đồng',
];
const AGES = [365, 1095] as const;
const AGES_IN_WORDS = ['đăng ký chưa đủ 1 năm', 'đăng ký từ 1 đến dưới 3 năm', 'đăng ký từ 3 năm'];

/** The key of a cell: trade (VSIC section), size by charter capital, and age by year. */
export function peerCellOf({
  mainIndustryCode,
  charterCapital,
  registeredOn,
  asOf,
}: Pick<CompanyFacts, 'mainIndustryCode' | 'charterCapital' | 'registeredOn' | 'asOf'>): string {
  const size = charterCapital === undefined ? '-' : CAPITALS.filter((bound) => charterCapital >= bound).length;
  const age = AGES.filter((bound) => daysBetween(registeredOn, asOf) >= bound).length;
  return `${sectionOf(mainIndustryCode)}|${size}|${age}`;
}

/** The cells from narrow to wide: the company's own, without the age, without the size, and all companies. */
const widening = (cell: string): readonly string[] => {
  const [trade = '-', size = '*'] = cell.split('|');
  return [cell, `${trade}|${size}|*`, `${trade}|*|*`, '*|*|*'];
};

/** Computes the quantiles of every cell and of the wider ones, independently of the order of companies. */
export function peerQuantiles(
  companies: Iterable<{ readonly cell: string; readonly figures: PeerFigures }>,
): PeerQuantiles {
  const cells = new Map<string, number[]>();
  for (const { cell, figures } of companies) {
    if (figures.holdMinutes === undefined) continue;
    for (const key of widening(cell)) {
      const values = cells.get(key);
      if (values) values.push(figures.holdMinutes);
      else cells.set(key, [figures.holdMinutes]);
    }
  }
  return Object.fromEntries(
    [...cells]
      .filter(([, values]) => values.length >= ENOUGH)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, values]) => [key, { count: atLeast(values.length - 1), quantiles: quantilesOf(values) }]),
  );
}

/** For each step the first value after those that this share of the others may have, where one of them is the company's own. */
function quantilesOf(values: readonly number[]): readonly number[] {
  const sorted = Float64Array.from(values).sort();
  return PEER_STEPS.map((step) => significant(sorted[Math.floor(step * (sorted.length - 1)) + 1] ?? 0));
}

/** Compares a company with the narrowest cell that has enough companies; undefined where none has, or its own figure is unknown. */
export function peerComparisonOf(
  own: string,
  { holdMinutes }: PeerFigures,
  table: PeerQuantiles,
): PeerComparison | undefined {
  const cell = widening(own).find((key) => table[key] !== undefined);
  const known = cell === undefined ? undefined : table[cell];
  if (cell === undefined || known === undefined || holdMinutes === undefined) return undefined;
  return { cell, count: known.count, below: shareUpTo(known.quantiles, holdMinutes) };
}

const shareUpTo = (quantiles: readonly number[], value: number): number => {
  const place = quantiles.findLastIndex((quantile) => quantile <= value);
  return PEER_STEPS[place] ?? 0;
};

/** Rounds to two significant digits. */
const significant = (value: number): number => Number(value.toPrecision(2));

/** A count with its further digits left out, of which there are at least as many. */
function atLeast(count: number): number {
  const step = 10 ** Math.max(0, String(count).length - 2);
  return Math.floor(count / step) * step;
}

/** The first and the last division of each section of VSIC (QĐ 27/2018/QĐ-TTg, QĐ 36/2025/QĐ-TTg). */
const SECTIONS: readonly (readonly [first: number, last: number, section: string])[] = [
  [1, 3, 'A'],
  [5, 9, 'B'],
  [10, 33, 'C'],
  [35, 35, 'D'],
  [36, 39, 'E'],
  [41, 43, 'F'],
  [45, 47, 'G'],
  [49, 53, 'H'],
  [55, 56, 'I'],
  [58, 63, 'J'],
  [64, 66, 'K'],
  [68, 68, 'L'],
  [69, 75, 'M'],
  [77, 82, 'N'],
  [84, 84, 'O'],
  [85, 85, 'P'],
  [86, 88, 'Q'],
  [90, 93, 'R'],
  [94, 96, 'S'],
  [97, 98, 'T'],
  [99, 99, 'U'],
];

/** Says which companies a cell contains. A trade is told by its divisions, because VSIC 2025 has other letters for some sections. */
export function peersInWords(cell: string): string {
  const [trade = '-', size = '*', age = '*'] = cell.split('|');
  return [
    tradeInWords(trade),
    ...(size === '*' ? [] : [CAPITALS_IN_WORDS[Number(size)] ?? 'chưa rõ vốn điều lệ']),
    ...(age === '*' ? [] : [AGES_IN_WORDS[Number(age)] ?? '']),
  ].join(', ');
}

function tradeInWords(trade: string): string {
  if (trade === '*') return 'mọi ngành';
  const found = SECTIONS.find(([, , section]) => section === trade);
  if (found === undefined) return 'không ghi mã ngành';
  const [first, last] = found.map((division) => String(division).padStart(2, '0'));
  return first === last ? `có mã ngành ${first}` : `có mã ngành từ ${first} đến ${last}`;
}

const sectionOf = (code: string | undefined): string => {
  const division = Number(code?.slice(0, 2));
  return SECTIONS.find(([, last]) => division <= last)?.[2] ?? '-';
};
