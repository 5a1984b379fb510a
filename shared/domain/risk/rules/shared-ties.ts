import type { CompanyProfile } from '../facts/company-profile.ts';
import type { SharedBand } from '../rings/band.ts';
import { ownSignsOf } from './own-signs.ts';
import type { RulePrecondition } from './rule.ts';
import { rounded } from './wording.ts';

/** A value that a company shares with others of whom some have a bad sign. */
export interface SharedTie {
  readonly band: SharedBand;
  /** Of the other companies, at least so many have a bad sign; and two or more, or a grave one. */
  readonly othersBad: number;
  readonly othersWorse: number;
}

/** How many of the others have a sign: in a small band the company itself weighs too much to be left in. */
const othersWith = (share: number, { size }: SharedBand, own: boolean): number =>
  Math.max(0, Math.min(size - 1, share * size - (own ? 1 : 0)));

const SEVERAL_SIGNS = 2;

const known = new WeakMap<CompanyProfile, readonly SharedTie[]>();

/** Values shared with others of whom some have a bad sign, the one whose others look worst first. Several rules ask for them. */
export function tiesOf(reading: CompanyProfile): readonly SharedTie[] {
  const ties = known.get(reading) ?? findTies(reading);
  known.set(reading, ties);
  return ties;
}

function findTies(reading: CompanyProfile): readonly SharedTie[] {
  const own = ownSignsOf(reading, SEVERAL_SIGNS);
  return reading.facts.bands
    .filter(({ size, badShare }) => size > 1 && badShare > 0)
    .map((band) => ({
      band,
      othersBad: rounded(othersWith(band.badShare, band, own >= 1)),
      othersWorse: rounded(othersWith(band.worseShare, band, own >= SEVERAL_SIGNS)),
    }))
    .sort((a, b) => shareOf(b) - shareOf(a) || b.band.size - a.band.size || order(a, b));
}

/** Shares something with a company that has a bad sign. */
export const hasBadTie: RulePrecondition = ({ facts }) =>
  facts.bands.some(({ size, badShare }) => size > 1 && badShare > 0);

/** The reference last: it is made with a key that changes. */
const order = (a: SharedTie, b: SharedTie): number => (placeOf(a) < placeOf(b) ? -1 : 1);

const placeOf = ({ band: { kind, spreadDays, badShare, worseShare, ref } }: SharedTie): string =>
  [kind, spreadDays, badShare, worseShare, ref].join(' ');

/** What the others' signs come to, the graver twice. */
const shareOf = ({ band, othersBad, othersWorse }: SharedTie): number => (othersBad + othersWorse) / (band.size - 1);
