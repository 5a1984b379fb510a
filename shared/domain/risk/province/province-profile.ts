import { type Awaited, isNowCovered } from '../awaited.ts';
import type { Span } from '../coverage.ts';
import { type PeerQuantiles, peerComparisonOf, peerQuantiles } from '../facts/peers.ts';
import type { PeerComparison } from '../facts/peer-comparison.ts';
import type { CompanyFacts, Coverage } from '../facts/company-facts.ts';
import { type CommonSigns, commonSignsIn, commonSignsOf } from './cohorts.ts';
import {
  type CountsAlone,
  countsAloneFor,
  countsAloneIn,
  type DoubtedSender,
  doubtedSenders,
} from '../senders/counts-alone.ts';
import type { Sender } from '../senders/sender.ts';
import { unusualSenders } from '../senders/unusual.ts';
import { coverageFor, type ProvinceCoverage } from './coverage-for.ts';
import { wholeBanksOf } from './whole-banks.ts';
import { officeProfilesOf, type OfficeProfiles } from './offices.ts';
import type { CompanySample } from './company-sample.ts';
import { OFFICE_KINDS, type OfficeKind } from './office-kinds.ts';

/** The result of the survey of all companies: which offices send what, and what is usual among companies of one kind. */
export interface ProvinceProfile {
  readonly offices: OfficeProfiles;
  readonly peers: PeerQuantiles;
  /** The banks that send rows of all accounts. */
  readonly wholeBanks: readonly string[];
  readonly countsAlone: CountsAlone;
  readonly doubted: readonly DoubtedSender[];
  readonly commonSigns: CommonSigns;
}

/** Makes the profile from all samples, so that neither order nor repetition matters. */
export function provinceProfileOf(
  companies: readonly CompanySample[],
  { signals }: Pick<ProvinceCoverage, 'signals'>,
): ProvinceProfile {
  const leaning = companies.flatMap((company) => company.leaning ?? []);
  const covered = Object.fromEntries(OFFICE_KINDS.flatMap((kind) => (signals[kind] ? [[kind, signals[kind]]] : [])));
  return {
    offices: officeProfilesOf(companies, covered),
    peers: peerQuantiles(companies),
    wholeBanks: wholeBanksOf(companies),
    countsAlone: countsAloneIn(leaning),
    doubted: [...doubtedSenders(leaning), ...unusualSenders(companies)],
    commonSigns: commonSignsIn(companies),
  };
}

/** The part of the profile that an assessment used; without `peers` none of its findings compares. */
export interface UsedProvinceProfile {
  readonly covered: Readonly<Partial<Record<OfficeKind, Span>>>;
  readonly revenuesDoubtful?: true | undefined;
  /** Whether the police extracts were those of everybody. */
  readonly everybody?: true | undefined;
  /** Whether declarations of owners were received. */
  readonly ownersDeclared?: true | undefined;
  readonly peers?: PeerComparison | undefined;
  /** The covered days of each bank that sends rows of all accounts, but none of an account of the company. */
  readonly unused?: Readonly<Record<string, Span>> | undefined;
  /** Those of the senders on whom its evidence leans whose word alone counted; undefined where there are none. */
  readonly countsAlone?: readonly Sender[] | undefined;
  /** What it shows that was usual among those that registered with it; undefined where there is nothing. */
  readonly commonSigns?: readonly string[] | undefined;
}

/**
 * Compares a company with its peers only in the figures that a rule uses, so that other changes of the profile cause no
 * assessments.
 */
export function peersOf(
  { cell, figures }: CompanySample,
  profile: ProvinceProfile | undefined,
): PeerComparison | undefined {
  const comparison = profile && peerComparisonOf(cell, figures, profile.peers);
  return comparison !== undefined && comparison.below <= FASTEST
    ? { ...comparison, count: atLeast(comparison.count) }
    : undefined;
}

/** A rule asks whether 19 of 20 peers keep their money longer. */
const FASTEST = 0.05;

/** The number of peers in steps, so that one more company does not change a notice. */
const PEER_COUNTS = [1000, 500, 200, 100, 50, 30] as const;
const atLeast = (count: number): number => PEER_COUNTS.find((step) => step <= count) ?? 1;

export const usedProvinceProfileOf = (
  {
    coverage,
    peers,
    countsAlone = [],
    commonSigns = [],
  }: Pick<CompanyFacts, 'coverage' | 'peers' | 'countsAlone' | 'commonSigns'>,
  { unreportedAt }: Pick<CompanySample, 'unreportedAt'>,
): UsedProvinceProfile => ({
  revenuesDoubtful: coverage.revenuesDoubtful,
  ...(coverage.identities === 'whole' && { everybody: true }),
  ...(coverage.ownersDeclared && { ownersDeclared: true }),
  covered: Object.fromEntries(
    OFFICE_KINDS.flatMap((kind) => (coverage.signals[kind] ? [[kind, coverage.signals[kind]]] : [])),
  ),
  peers,
  unused: unusedAt(unreportedAt, coverage),
  ...(countsAlone.length > 0 && { countsAlone }),
  ...(commonSigns.length > 0 && { commonSigns }),
});

/** Undefined where there is no such bank, so that most companies store nothing. */
function unusedAt(
  unreportedAt: readonly string[] | undefined,
  { flows, wholeBanks = [] }: Pick<Coverage, 'flows' | 'wholeBanks'>,
): UsedProvinceProfile['unused'] {
  const unused = (unreportedAt ?? []).flatMap((bank): [string, Span][] => {
    const days = wholeBanks.includes(bank) ? flows[bank] : undefined;
    return days ? [[bank, days]] : [];
  });
  return unused.length === 0 ? undefined : Object.fromEntries(unused);
}

/**
 * Whether the profile now gives a company less coverage than its assessment used, coverage that it waited for, or
 * another comparison with its peers.
 */
export function hasProvinceProfileChanged(
  {
    sample,
    usedProfile,
    awaits,
  }: { readonly sample: CompanySample; readonly usedProfile: UsedProvinceProfile; readonly awaits: Awaited },
  covered: ProvinceCoverage,
  profile: ProvinceProfile,
): boolean {
  const now = coverageFor(sample, covered, profile.offices, profile.wholeBanks);
  if (isNowCovered(awaits, now) || now.revenuesDoubtful !== usedProfile.revenuesDoubtful) return true;
  if (usedProfile.everybody && now.identities !== 'whole') return true;
  if (usedProfile.ownersDeclared && !now.ownersDeclared) return true;
  if (!isSameUse(usedProfile.unused, unusedAt(sample.unreportedAt, now))) return true;
  if (listed(usedProfile.countsAlone) !== listed(countsAloneFor(sample.leaning?.enterpriseCode, profile.countsAlone)))
    return true;
  if (listed(usedProfile.commonSigns) !== listed(commonSignsOf(sample, profile.commonSigns))) return true;
  const [peers, used] = [peersOf(sample, profile), usedProfile.peers];
  if (peers?.cell !== used?.cell || peers?.count !== used?.count || peers?.below !== used?.below) return true;
  return OFFICE_KINDS.some((kind) => {
    const [before, after] = [usedProfile.covered[kind], now.signals[kind]];
    return before !== undefined && (after === undefined || after.from > before.from || after.to < before.to);
  });
}

const listed = (names: readonly string[] = []): string => names.join(' ');

function isSameUse(before: UsedProvinceProfile['unused'] = {}, now: UsedProvinceProfile['unused'] = {}): boolean {
  const banks = Object.keys(now);
  return (
    banks.length === Object.keys(before).length &&
    banks.every((bank) => before[bank]?.from === now[bank]?.from && before[bank]?.to === now[bank]?.to)
  );
}
