import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import type { Address } from '#shared/domain/vietnamese/address/address.ts';
import type { Span } from '../coverage.ts';
import { type CompanyFacts, type Coverage, SIGNAL_KINDS, type SignalKind } from '../facts/company-facts.ts';
import { peerCellOf, peerFigures } from '../facts/peers.ts';
import type { PeerFigures } from '../facts/peer-comparison.ts';
import { profileOf } from '../facts/company-profile.ts';
import { filesReturns } from '../facts/returns.ts';

/** Kinds of signals that an office sends for all companies of its area: where no company has one, the office does not send that kind. */
export const OFFICE_KINDS = ['TO_KHAI_THUE', 'HOA_DON', 'BHXH'] as const;
export type OfficeKind = (typeof OFFICE_KINDS)[number];

/** Where a company's offices are: keys of the commune and of the former district, as far as its address tells. */
export interface OfficeAreas {
  readonly commune?: string | undefined;
  /** The commune's own name, folded. */
  readonly communeName?: string | undefined;
  readonly district?: string | undefined;
}

/** What a company shows of its offices and of its like: its own facts alone, so that nothing here is circular. */
export interface CompanySample {
  readonly place: OfficeAreas;
  readonly registeredOn: string;
  /** It has to file returns at all. */
  readonly files: boolean;
  /** By kind the days of its first and its last row. */
  readonly spans: Readonly<Partial<Record<SignalKind, Span>>>;
  readonly cell: string;
  readonly figures: PeerFigures;
}

/** What was covered has no part in it: what a company shows is counted into what is covered. */
const NOTHING_COVERED: Coverage = { signals: {}, identities: 'none', subscribers: false, flows: {} };

export function sampleOf(own: Omit<CompanyFacts, 'bands' | 'coverage' | 'peers'>, address: Address): CompanySample {
  const facts: CompanyFacts = { ...own, coverage: NOTHING_COVERED, bands: [] };
  return {
    place: placeOf(address),
    registeredOn: facts.registeredOn,
    files: filesReturns(facts),
    spans: spansOf(facts),
    cell: peerCellOf(facts),
    figures: peerFigures(profileOf(facts)),
  };
}

/** The commune's key holds before and after the merger of 2025; of a district the name alone is left. */
function placeOf({ commune, communeKey, district }: Address): OfficeAreas {
  return { commune: communeKey, communeName: nameOf(commune), district: nameOf(district) };
}

const nameOf = (unit: string | undefined): string | undefined =>
  unit === undefined ? undefined : foldMarks(unit.replace(/^(?:Huyện|Thị xã|Thành phố|Quận|Xã|Phường|Thị trấn) /u, ''));

function spansOf({ returns, invoices, insured, contributions }: CompanyFacts): CompanySample['spans'] {
  const days: Partial<Record<SignalKind, string[]>> = {
    TO_KHAI_THUE: returns.map(({ filedOn }) => filedOn),
    HOA_DON: invoices.map(({ on }) => on),
    BHXH: insured.map(({ on }) => on),
    GOP_VON: contributions.map(({ on }) => on),
  };
  const spans: Partial<Record<SignalKind, Span>> = {};
  for (const kind of SIGNAL_KINDS) {
    const sorted = days[kind]?.sort() ?? [];
    const [from, to] = [sorted[0], sorted.at(-1)];
    if (from !== undefined && to !== undefined) spans[kind] = { from, to };
  }
  return spans;
}
