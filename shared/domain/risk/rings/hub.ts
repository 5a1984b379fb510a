import type { SharedKind } from './band.ts';
import type { CompanyColumns } from './company-columns.ts';

/** A shared value weighed: the run of its companies, in order of registration, that looks most like a ring. */
export interface WeighedValue {
  readonly from: number;
  readonly to: number;
  /** The logarithm of the odds that these companies are a ring and not innocent; the value is a tie only above 0. */
  readonly score: number;
}

// How often honest companies share a value of the kind; the evidence of a ring must first exceed it. A filing
// agent works for anybody and a building has many companies; two strangers hardly ever share a phone or an e-mail.
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
// Two companies alone that share a value are nearly always a family, a founder's second shop or a typing slip.
const PAIR_INNOCENCE = 2;

// How registrations follow one another: in bursts a few days apart, over some months, or at any time. Rings and
// innocent sharers do all three, but not as often.
const PACES = [
  { meanGapDays: 5, inRings: 0.25, ordinary: 0.08 },
  { meanGapDays: 40, inRings: 0.35, ordinary: 0.12 },
] as const;
const ANY_TIME = { inRings: 0.4, ordinary: 0.8 } as const;

/**
 * What the days between two registrations at one value say for a ring: natural logarithm of the odds, from -0.7 to
 * 1.1. `usualGap` is what companies that came by chance would leave between them; where it is short already, as at a
 * filing agent with thousands, a short gap says nothing.
 */
export function gapWeight(gapDays: number, usualGap: number): number {
  let inRings: number = ANY_TIME.inRings;
  let ordinary: number = ANY_TIME.ordinary;
  for (const pace of PACES) {
    // The gap's likelihood at this pace against the usual one; no pace is slower than the usual.
    const times =
      usualGap <= pace.meanGapDays
        ? 1
        : (usualGap / pace.meanGapDays) * Math.exp(gapDays / usualGap - gapDays / pace.meanGapDays);
    inRings += pace.inRings * times;
    ordinary += pace.ordinary * times;
  }
  return Math.log(inRings / ordinary);
}

/** A value of this score or less is a hub's or nobody's: it isn't even looked at together with others. */
export const NEGLIGIBLE_WEIGHT = -3;

/**
 * Weighs the companies of one value, given in order of registration, by how tight their days are and by what their
 * own facts say (`weights`). A hub (filing agent, shared office) has its companies spread over the years and most of
 * them healthy, so that no run of them scores; no list of hubs is kept and no size alone makes one.
 * `total` counts all companies at the value where only some are handed in; `spanDays` is the province's time.
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
    // A run is the best of many where the value has many companies: what it wins by choice is taken off.
    const score = sum - Math.log(total / run);
    if (score > best.score) best = { from, to: i + 1, score };
  }
  const run = best.to - best.from;
  const innocence = INNOCENCE[kind] + (run === 2 ? PAIR_INNOCENCE : 0);
  const further = isOnePerson(kind) ? Math.max(0, run - USUAL_OF_A_PERSON) * FURTHER_COMPANY : 0;
  const score = best.score - innocence + further;
  // Where these companies are most of the value's companies, the value is the ring's own, and the companies at both ends belong to the ring too.
  return run * 2 >= total ? { from: 0, to: size, score } : { ...best, score };
}

/** Whether all companies at a value of this kind are in one person's hands, and not merely at one desk. */
export function isOnePerson(kind: SharedKind): boolean {
  return kind === 'person' || kind === 'holder';
}

/** What the days between two companies by themselves say for a ring; about three weeks and less are near. */
export function pairWeight(a: number, b: number, { day, spanDays }: CompanyColumns): number {
  return gapWeight(Math.abs((day[a] ?? 0) - (day[b] ?? 0)), spanDays / 2);
}

const NEAR = 0.7;

/** Whether two companies were registered so close to each other that chance hardly did it. */
export function registeredCloseTogether(a: number, b: number, columns: CompanyColumns): boolean {
  return pairWeight(a, b, columns) >= NEAR;
}
