import { type Awaited, isNowCovered } from '../awaited.ts';
import type { Span } from '../coverage.ts';
import { type PeerStanding, type PeerTable, peerStanding, peerTable } from '../facts/peers.ts';
import { coverageFor, type ProvinceCoverage } from './coverage-for.ts';
import { officePicture, type OfficePicture } from './offices.ts';
import { OFFICE_KINDS, type OfficeKind, type CompanySample } from './company-sample.ts';

/** What all companies together show: which offices send what, and what is usual among companies of one kind. */
export interface Picture {
  readonly offices: OfficePicture;
  readonly peers: PeerTable;
}

/** Everything is counted anew from what each company shows of itself, so that neither order nor repetition matters. */
export function pictureOf(
  companies: readonly CompanySample[],
  { signals }: Pick<ProvinceCoverage, 'signals'>,
): Picture {
  const covered = Object.fromEntries(OFFICE_KINDS.flatMap((kind) => (signals[kind] ? [[kind, signals[kind]]] : [])));
  return { offices: officePicture(companies, covered), peers: peerTable(companies) };
}

/** What an assessment took from the picture. */
export interface UsedPicture {
  readonly covered: Readonly<Partial<Record<OfficeKind, Span>>>;
  readonly peers: PeerStanding['below'];
}

/** A company's standing among its peers: only what a rule asks, so that other changes of the picture have no company assessed again. */
export function peersOf({ cell, figures }: CompanySample, picture: Picture | undefined): PeerStanding | undefined {
  const standing = picture && peerStanding(cell, figures, picture.peers);
  const hold = standing?.below.holdMinutes;
  return standing !== undefined && hold !== undefined && hold <= FASTEST
    ? { ...standing, below: { holdMinutes: hold } }
    : undefined;
}

/** Rules ask whether 19 of 20 keep their money longer. */
const FASTEST = 0.05;

export const usedPictureOf = (
  { signals }: Pick<ProvinceCoverage, 'signals'>,
  peers: PeerStanding | undefined,
): UsedPicture => ({
  covered: Object.fromEntries(OFFICE_KINDS.flatMap((kind) => (signals[kind] ? [[kind, signals[kind]]] : []))),
  peers: peers?.below ?? {},
});

/**
 * Whether the picture now says less of a company than its assessment used, something that it waited for, or something else
 * of its like.
 */
export function hasMoved(
  {
    sample,
    usedPicture,
    awaits,
  }: { readonly sample: CompanySample; readonly usedPicture: UsedPicture; readonly awaits: Awaited },
  covered: ProvinceCoverage,
  picture: Picture,
): boolean {
  const now = coverageFor(sample, covered, picture.offices);
  if (isNowCovered(awaits, now)) return true;
  if ((peersOf(sample, picture)?.below.holdMinutes ?? null) !== (usedPicture.peers.holdMinutes ?? null)) return true;
  return OFFICE_KINDS.some((kind) => {
    const [before, after] = [usedPicture.covered[kind], now.signals[kind]];
    return before !== undefined && (after === undefined || after.from > before.from || after.to < before.to);
  });
}
