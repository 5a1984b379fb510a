import type { LinkMember } from './band.ts';

/**
 * The ordinary values of the province: the shares of its companies by bad signs (none, one, two or more), and its time
 * span.
 */
export interface Population {
  readonly signShares: readonly [number, number, number];
  /** The days over which the province's companies were registered. */
  readonly spanDays: number;
}

/**
 * The assumption before a province has been measured: seven of eight companies have no bad sign, and registrations span
 * two years.
 */
export const UNMEASURED_POPULATION: Population = { signShares: [0.87, 0.1, 0.03], spanDays: 730 };

// The assumed shares in rings, which try to look active: a quarter of their companies show no sign,
// and almost half show more than one.
const RING_SHARES = [0.25, 0.3, 0.45] as const;
const STRONGEST = 2.5;
const SHORTEST_SPAN_DAYS = 60;
// Below this share of companies with a sign, the feeds with signs are hardly covered.
const COVERED_SHARE = 0.02;

/** Measures a population; with few companies the shares stay close to the unmeasured ones. */
export function measurePopulation(companies: readonly LinkMember[], day: Int32Array): Population {
  const counts: [number, number, number] = [0, 0, 0];
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  companies.forEach(({ badSigns }, index) => {
    if (badSigns <= 0) counts[0] += 1;
    else if (badSigns === 1) counts[1] += 1;
    else counts[2] += 1;
    const on = day[index] ?? 0;
    if (on < first) first = on;
    if (on > last) last = on;
  });
  const total = companies.length + PRIOR_COMPANIES;
  const [none, one, more] = UNMEASURED_POPULATION.signShares;
  const lean = (count: number, share: number): number => (count + share * PRIOR_COMPANIES) / total;
  const spanDays = companies.length < 2 ? SHORTEST_SPAN_DAYS : Math.max(SHORTEST_SPAN_DAYS, last - first);
  return { signShares: [lean(counts[0], none), lean(counts[1], one), lean(counts[2], more)], spanDays };
}

const PRIOR_COMPANIES = 20;

/**
 * The weights of evidence (logarithms of the odds) of no, one, and more bad signs for belonging to a ring. Where nobody
 * shows signs the feeds are not covered, and a missing sign is no evidence.
 */
export function signWeights(population: Population): readonly [number, number, number] {
  const [none, one, more] = population.signShares;
  const covered = Math.min(1, (one + more) / COVERED_SHARE);
  const weigh = (ring: number, ordinary: number): number =>
    Math.max(-STRONGEST, Math.min(STRONGEST, Math.log(ring / Math.max(ordinary, 1e-6))));
  return [covered * weigh(RING_SHARES[0], none), weigh(RING_SHARES[1], one), weigh(RING_SHARES[2], more)];
}

/**
 * The weight of one company's bad signs. A young company has had little time for a sign, so a missing sign counts half
 * at first, and fully after half a year.
 */
export function weightOfBadSigns(
  badSigns: number,
  ageDays: number,
  bySigns: readonly [number, number, number],
): number {
  if (badSigns >= 2) return bySigns[2];
  return badSigns > 0 ? bySigns[1] : bySigns[0] * Math.min(1, Math.max(0.5, ageDays / 180));
}
