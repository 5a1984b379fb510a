import { daysBetween } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts } from './company-facts.ts';
import type { CompanyProfile } from './company-profile.ts';
import { PEER_INDICATORS, type PeerComparison, type PeerFigures, type PeerIndicator } from './peer-comparison.ts';

/** The quantiles of one cell at `PEER_STEPS`, rounded so that they seldom change. */
export interface PeerCell {
  readonly count: number;
  readonly quantiles: Readonly<Partial<Record<PeerIndicator, readonly number[]>>>;
}
export type PeerQuantiles = Readonly<Record<string, PeerCell>>;

export const PEER_STEPS = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99] as const;

/** The least number of companies for a meaningful quantile. */
const ENOUGH = 40;
/** The least monthly money for which shares are compared. */
const WORTH_COMPARING = 50_000_000;

/** The figures of a company that is compared. */
export function peerFigures({
  stretches: [money],
  staff,
  declared,
}: Pick<CompanyProfile, 'stretches' | 'staff' | 'declared'>): PeerFigures {
  const moved = money !== undefined && money.credit >= WORTH_COMPARING ? money : undefined;
  const figures = {
    outShare: moved?.outShare,
    holdMinutes: moved?.holdMinutes,
    evenness: moved && moved.monthsCompared > 2 ? moved.mostOutShare - moved.leastOutShare : undefined,
    declaredShare: declared.answerable >= WORTH_COMPARING ? declared.revenue / declared.answerable : undefined,
    insured: staff.insured,
  };
  const known = Object.entries(figures).filter((entry): entry is [PeerIndicator, number] => entry[1] !== undefined);
  return Object.fromEntries(known.map(([measure, value]) => [measure, significant(value)]));
}

const CAPITALS = [1_000_000_000, 5_000_000_000] as const;
const AGES = [365, 1095] as const;

/** The key of a cell: trade (VSIC section), size by charter capital, and age by year. */
export function peerCellOf({
  mainIndustryCode,
  charterCapital,
  registeredOn,
  asOf,
}: Pick<CompanyFacts, 'mainIndustryCode' | 'charterCapital' | 'registeredOn' | 'asOf'>): string {
  const size = CAPITALS.filter((bound) => charterCapital >= bound).length;
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
  const cells = new Map<string, { count: number; values: Map<PeerIndicator, number[]> }>();
  for (const { cell, figures } of companies) {
    for (const key of widening(cell)) {
      const into = cells.get(key) ?? { count: 0, values: new Map<PeerIndicator, number[]>() };
      cells.set(key, into);
      into.count += 1;
      for (const measure of PEER_INDICATORS) {
        const value = figures[measure];
        if (value === undefined) continue;
        const list = into.values.get(measure);
        if (list) list.push(value);
        else into.values.set(measure, [value]);
      }
    }
  }
  return Object.fromEntries(
    [...cells]
      .filter(([, { count }]) => count >= ENOUGH)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, { count, values }]) => [key, { count: significant(count), quantiles: quantilesOf(values) }]),
  );
}

function quantilesOf(values: ReadonlyMap<PeerIndicator, number[]>): PeerCell['quantiles'] {
  const enough = [...values].filter(([, list]) => list.length >= ENOUGH);
  return Object.fromEntries(
    enough.map(([measure, list]) => {
      const sorted = Float64Array.from(list).sort();
      return [measure, PEER_STEPS.map((step) => significant(sorted[Math.floor(step * (sorted.length - 1))] ?? 0))];
    }),
  );
}

/** Compares each figure with the narrowest cell that has enough companies; undefined where none has. */
export function peerComparisonOf(cell: string, figures: PeerFigures, table: PeerQuantiles): PeerComparison | undefined {
  const keys = widening(cell).filter((key) => table[key] !== undefined);
  const [own] = keys;
  const known = own === undefined ? undefined : table[own];
  if (own === undefined || known === undefined) return undefined;
  const below: Partial<Record<PeerIndicator, number>> = {};
  for (const measure of PEER_INDICATORS) {
    const value = figures[measure];
    const quantiles = keys.map((key) => table[key]?.quantiles[measure]).find((found) => found !== undefined);
    if (value !== undefined && quantiles !== undefined) below[measure] = shareBelow(quantiles, value);
  }
  return { cell: own, count: known.count, below };
}

const shareBelow = (quantiles: readonly number[], value: number): number => {
  const place = quantiles.findLastIndex((quantile) => quantile < value);
  return PEER_STEPS[place] ?? 0;
};

/** Rounds to two significant digits. */
const significant = (value: number): number => Number(value.toPrecision(2));

/** The last division of each section of VSIC (QĐ 27/2018/QĐ-TTg, QĐ 36/2025/QĐ-TTg). */
const SECTIONS: readonly (readonly [last: number, section: string])[] = [
  [3, 'A'],
  [9, 'B'],
  [33, 'C'],
  [35, 'D'],
  [39, 'E'],
  [43, 'F'],
  [47, 'G'],
  [53, 'H'],
  [56, 'I'],
  [63, 'J'],
  [66, 'K'],
  [68, 'L'],
  [75, 'M'],
  [82, 'N'],
  [84, 'O'],
  [85, 'P'],
  [88, 'Q'],
  [93, 'R'],
  [96, 'S'],
  [98, 'T'],
  [99, 'U'],
];

const sectionOf = (code: string | undefined): string => {
  const division = Number(code?.slice(0, 2));
  return SECTIONS.find(([last]) => division <= last)?.[1] ?? '-';
};
