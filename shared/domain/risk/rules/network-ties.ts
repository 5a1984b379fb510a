import { hasVisibleActivity } from '../facts/visible-activity.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import type { SharedBand, SharedKind } from '../rings/band.ts';
import { ownSignsOf } from '../rings/own-signs.ts';
import type { Need } from './rule.ts';
import { rounded } from './wording.ts';

/** A value that a company shares with others of whom some have a bad sign. */
export interface Tie {
  readonly band: SharedBand;
  /** Of the other companies, at least so many have a bad sign; and two or more, or a grave one. */
  readonly othersBad: number;
  readonly othersWorse: number;
}

/** How many of the others have a sign: in a small band the company itself weighs too much to be left in. */
function othersWith(share: number, { size }: SharedBand, own: boolean): number {
  return Math.max(0, Math.min(size - 1, share * size - (own ? 1 : 0)));
}

const SEVERAL_SIGNS = 2;
const NO_TIES: readonly Tie[] = [];
/** Several rules ask of one company in turn. */
let latest: { readonly reading: CompanyProfile; readonly ties: readonly Tie[] } | undefined;

// A house's other tenants, and a filing agent's other clients with its phone and e-mail, don't speak against who works there.
const OPEN_TO_ALL: readonly SharedKind[] = ['address', 'agent', 'email', 'phone'];

/** Values shared with others of whom some have a bad sign, the one whose others look worst first. */
export function tiesOf(reading: CompanyProfile): readonly Tie[] {
  if (!hasBadTie(reading)) return NO_TIES;
  if (latest?.reading !== reading) latest = { reading, ties: readTies(reading) };
  return latest.ties;
}

function readTies(reading: CompanyProfile): Tie[] {
  const own = ownSignsOf(reading, SEVERAL_SIGNS);
  const apart = own === 0 && hasVisibleActivity(reading) ? OPEN_TO_ALL : [];
  return reading.facts.bands
    .filter(({ kind, size, badShare }) => size > 1 && badShare > 0 && !apart.includes(kind))
    .map((band) => ({
      band,
      othersBad: rounded(othersWith(band.badShare, band, own >= 1)),
      othersWorse: rounded(othersWith(band.worseShare, band, own >= SEVERAL_SIGNS)),
    }))
    .sort((a, b) => shareOf(b) - shareOf(a) || b.band.size - a.band.size || order(a, b));
}

/** Shares something with a company that has a bad sign. */
export const hasBadTie: Need = ({ facts }) => facts.bands.some(({ size, badShare }) => size > 1 && badShare > 0);

const order = (a: Tie, b: Tie): number => (a.band.kind + a.band.ref < b.band.kind + b.band.ref ? -1 : 1);

/** The share of the others with a bad sign. */
export const shareOf = ({ band, othersBad }: Tie): number => othersBad / (band.size - 1);
