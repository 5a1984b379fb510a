import { type Awaited, isNowCovered } from '../awaited.ts';
import type { Heard } from '../facts/company-facts.ts';
import { type PeerStanding, type PeerTable, peerStanding, peerTable } from '../facts/peers.ts';
import { coverageFor, type ProvinceHeard } from './coverage-for.ts';
import { officePicture, type OfficePicture } from './offices.ts';
import { OFFICE_KINDS, type OfficeKind, type Shown } from './shown.ts';

/** What all companies together show: which offices send what, and what is usual among companies of one kind. */
export interface Picture {
  readonly offices: OfficePicture;
  readonly peers: PeerTable;
}

/** Everything is counted anew from what each company shows of itself, so that neither order nor repetition matters. */
export function pictureOf(companies: readonly Shown[], { signals }: Pick<ProvinceHeard, 'signals'>): Picture {
  const heard = Object.fromEntries(OFFICE_KINDS.flatMap((kind) => (signals[kind] ? [[kind, signals[kind]]] : [])));
  return { offices: officePicture(companies, heard), peers: peerTable(companies) };
}

/** What an assessment took from the picture. */
export interface Leaning {
  readonly heard: Readonly<Partial<Record<OfficeKind, Heard>>>;
  readonly peers: PeerStanding['below'];
}

/** What an assessment is told of a company's like: only what a rule asks, so that other moves of the picture send nobody. */
export function peersOf({ cell, figures }: Shown, picture: Picture | undefined): PeerStanding | undefined {
  const standing = picture && peerStanding(cell, figures, picture.peers);
  const hold = standing?.below.holdMinutes;
  return standing !== undefined && hold !== undefined && hold <= FASTEST
    ? { ...standing, below: { holdMinutes: hold } }
    : undefined;
}

/** Rules ask whether 19 of 20 keep their money longer. */
const FASTEST = 0.05;

export const leaningOf = ({ signals }: Pick<ProvinceHeard, 'signals'>, peers: PeerStanding | undefined): Leaning => ({
  heard: Object.fromEntries(OFFICE_KINDS.flatMap((kind) => (signals[kind] ? [[kind, signals[kind]]] : []))),
  peers: peers?.below ?? {},
});

/**
 * Whether the picture now says less of a company than its assessment leant on, something that it waited for, or something else
 * of its like.
 */
export function hasMoved(
  { shown, leant, awaits }: { readonly shown: Shown; readonly leant: Leaning; readonly awaits: Awaited },
  heard: ProvinceHeard,
  picture: Picture,
): boolean {
  const now = coverageFor(shown, heard, picture.offices);
  if (isNowCovered(awaits, now)) return true;
  if ((peersOf(shown, picture)?.below.holdMinutes ?? null) !== (leant.peers.holdMinutes ?? null)) return true;
  return OFFICE_KINDS.some((kind) => {
    const [before, after] = [leant.heard[kind], now.signals[kind]];
    return before !== undefined && (after === undefined || after.from > before.from || after.to < before.to);
  });
}
