import type { LinkMember, SharedKind } from './band.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';

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

/** Companies as columns. `day` counts from 1970-01-01, and `weight` is the evidence of the company's own facts for a ring. */
export interface CompanyColumns {
  readonly companies: readonly LinkMember[];
  readonly day: Int32Array;
  readonly weight: Float64Array;
  /** The days from the province's first registration to its last. */
  readonly spanDays: number;
}

const DAYS_A_CENTURY_CYCLE = 146_097;
const DAYS_TO_1970 = 719_468;
const ZERO = 48;

const digits = (text: string, at: number, end: number): number => {
  let value = 0;
  for (let i = at; i < end; i += 1) value = value * 10 + text.charCodeAt(i) - ZERO;
  return value;
};

/** Converts a day `yyyy-mm-dd` to days since 1970-01-01 by arithmetic, because a province has hundreds of thousands of them. */
export function dayNumber(date: IsoDate): number {
  const month = digits(date, 5, 7);
  const year = digits(date, 0, 4) - (month <= 2 ? 1 : 0);
  const cycle = Math.floor(year / 400);
  const yearOfCycle = year - cycle * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + digits(date, 8, 10) - 1;
  const dayOfCycle = yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return cycle * DAYS_A_CENTURY_CYCLE + dayOfCycle - DAYS_TO_1970;
}

/** Makes columns of companies, weighted by their population; `asOf` gives their age. */
export function companyColumns(
  companies: readonly LinkMember[],
  day: Int32Array,
  population: Population,
  asOf: number,
): CompanyColumns {
  const bySigns = signWeights(population);
  const weight = new Float64Array(companies.length);
  companies.forEach(({ badSigns }, index) => {
    weight[index] = weightOfBadSigns(badSigns, asOf - (day[index] ?? 0), bySigns);
  });
  return { companies, day, weight, spanDays: population.spanDays };
}

/** The registration days of companies, in their order. */
export function registrationDays(companies: readonly LinkMember[]): Int32Array {
  return Int32Array.from(companies, (company) => dayNumber(company.registeredOn));
}

/** The weighed shared value: the run of its companies, in order of registration, that looks most like a ring. */
export interface WeighedValue {
  readonly from: number;
  readonly to: number;
  /** The logarithm of the odds that these companies are a ring; the value is a tie only above 0. */
  readonly score: number;
}

// The logarithm of how often honest companies share a value of the kind, which is subtracted from the
// evidence. A filing agent works for anybody and a building has many companies, but two strangers hardly ever
// share a phone or an e-mail.
const INNOCENCE: Readonly<Record<SharedKind, number>> = {
  person: 1.5,
  address: 1.5,
  phone: 1,
  email: 1,
  holder: 1,
  agent: 3,
  counterparty: 2.5,
  device: 1.5,
  invoice: 3,
};
// Hardly any honest person has more companies than this; each further one is evidence against the person.
const USUAL_OF_A_PERSON = 4;
const FURTHER_COMPANY = 0.5;
// A value with only two companies nearly always comes from a family, a founder's second shop or a typo.
const PAIR_INNOCENCE = 2;

// The shares of registrations that follow in bursts a few days apart or over some months, in rings and among
// honest companies.
const PACES = [
  { meanGapDays: 5, inRings: 0.25, ordinary: 0.08 },
  { meanGapDays: 40, inRings: 0.35, ordinary: 0.12 },
] as const;
const ANY_TIME = { inRings: 0.4, ordinary: 0.8 } as const;

/**
 * The evidence for a ring from the days between two registrations at one value: the natural logarithm of the odds, from
 * -0.7 to 1.1. `usualGap` is the gap between companies that came by chance. Where it is already short, as at a filing
 * agent with thousands of companies, a short gap is no evidence.
 */
export function gapWeight(gapDays: number, usualGap: number): number {
  let inRings: number = ANY_TIME.inRings;
  let ordinary: number = ANY_TIME.ordinary;
  for (const pace of PACES) {
    // The likelihood ratio of the gap at this pace and at the usual one; no pace is slower than the
    // usual one.
    const times =
      usualGap <= pace.meanGapDays
        ? 1
        : (usualGap / pace.meanGapDays) * Math.exp(gapDays / usualGap - gapDays / pace.meanGapDays);
    inRings += pace.inRings * times;
    ordinary += pace.ordinary * times;
  }
  return Math.log(inRings / ordinary);
}

/** A value of this score or less is not considered even together with others. */
export const NEGLIGIBLE_WEIGHT = -3;

/**
 * Weighs the companies of one value, given in order of registration, by the gaps between their days and by their own
 * facts (`weights`). The companies of a hub (filing agent, shared office) are spread over years and mostly honest, so
 * no run of them has a high score; hubs need no list and no limit of size. `total` is the number of all companies at
 * the value where only some are passed; `spanDays` is the time span of the province.
 */
export function weighValue(
  kind: SharedKind,
  days: ArrayLike<number>,
  weights: ArrayLike<number>,
  total: number,
  spanDays: number,
): WeighedValue {
  const size = days.length;
  const usualGap = spanDays / total;
  let best: WeighedValue = { from: 0, to: 0, score: Number.NEGATIVE_INFINITY };
  let from = 0;
  let sum = 0;
  for (let i = 0; i < size; i += 1) {
    const step = i === from ? 0 : gapWeight((days[i] ?? 0) - (days[i - 1] ?? 0), usualGap);
    if (i > from && sum + step <= 0) {
      from = i;
      sum = weights[i] ?? 0;
    } else {
      sum += step + (weights[i] ?? 0);
    }
    const run = i - from + 1;
    if (run < 2) continue;
    // The best run of many has a high score by selection alone, so this gain is subtracted.
    const score = sum - Math.log(total / run);
    if (score > best.score) best = { from, to: i + 1, score };
  }
  const run = best.to - best.from;
  const innocence = INNOCENCE[kind] + (run === 2 ? PAIR_INNOCENCE : 0);
  const further = isOnePerson(kind) ? Math.max(0, run - USUAL_OF_A_PERSON) * FURTHER_COMPANY : 0;
  const score = best.score - innocence + further;
  // Where these companies are most of the value's companies, the value belongs to the ring, and so do the companies at both ends.
  return run * 2 >= total ? { from: 0, to: size, score } : { ...best, score };
}

/** Whether one person controls all companies at a value of this kind, unlike at a filing agent's. */
export function isOnePerson(kind: SharedKind): boolean {
  return kind === 'person' || kind === 'holder';
}

/** The evidence for a ring from the days between two companies alone; up to about three weeks count as near. */
export function pairWeight(a: number, b: number, { day, spanDays }: CompanyColumns): number {
  return gapWeight(Math.abs((day[a] ?? 0) - (day[b] ?? 0)), spanDays / 2);
}

const NEAR = 0.7;

/** Whether two companies were registered so close to each other that chance hardly did it. */
export function registeredCloseTogether(a: number, b: number, columns: CompanyColumns): boolean {
  return pairWeight(a, b, columns) >= NEAR;
}
