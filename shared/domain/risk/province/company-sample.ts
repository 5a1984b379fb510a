import { periodEnd } from '#shared/domain/vietnamese/periods.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import { daysBetween } from '#shared/domain/vietnamese/dates.ts';
import type { Address } from '#shared/domain/vietnamese/address/address.ts';
import type { Span } from '../coverage.ts';
import { type CompanyFacts, type Coverage, SIGNAL_KINDS, type SignalKind } from '../facts/company-facts.ts';
import { peerCellOf, peerFigures } from '../facts/peers.ts';
import { YEAR_DAYS } from '../activity/activity.ts';
import { MOST_WITHOUT_TRADE } from '../activity/silent-accounts.ts';
import type { PeerFigures } from '../facts/peer-comparison.ts';
import { type CompanyProfile, profileOf } from '../facts/company-profile.ts';
import { filesReturns } from '../facts/returns.ts';
import { monthsOf } from '../facts/flows.ts';
import { cohortSampleOf } from './cohort-sample.ts';
import type { CohortSample } from './cohorts.ts';
import type { Leaning } from '../senders/counts-alone.ts';
import type { Heard } from '../senders/unusual.ts';
import { type SentByBanks, sentByBanks, unreportedBanks } from './whole-banks.ts';

/** The areas of a company's offices: keys of the commune and of the former district, as far as its address contains them. */
export interface OfficeAreas {
  readonly commune?: string | undefined;
  /** The commune's name in folded form. */
  readonly communeName?: string | undefined;
  readonly district?: string | undefined;
}

/**
 * The data of a company for the survey of offices and peers. They come only from its own facts, so that nothing is
 * circular.
 */
export interface CompanySample extends CohortSample, Heard {
  readonly place: OfficeAreas;
  readonly registeredOn: string;
  /** Whether the company has to file returns. */
  readonly files: boolean;
  /** The days of the company's first and last row by kind. */
  readonly spans: Readonly<Partial<Record<SignalKind, Span>>>;
  /** The last day on which the social insurance office or its banks show it at work; undefined where neither does. */
  readonly workedUntil?: string | undefined;
  /** Whether it invoiced far more than its returns declare; undefined where the two cannot be compared. */
  readonly declaresLittle?: boolean | undefined;
  /** Whether the banks of a company at work sent rows of its accounts. */
  readonly sentBy?: SentByBanks | undefined;
  /** The banks of its accounts of which no row was sent. */
  readonly unreportedAt?: readonly string[] | undefined;
  /** Of a company that is flagged or watched: the senders on whom that leans. */
  readonly leaning?: Leaning | undefined;
  readonly cell: string;
  readonly figures: PeerFigures;
}

/** Makes the sample without the coverage, because the coverage is computed from the samples. */
const NOTHING_COVERED: Coverage = { signals: {}, identities: 'none', subscribers: false, flows: {} };

export function sampleOf(own: Omit<CompanyFacts, 'bands' | 'coverage' | 'peers'>, address: Address): CompanySample {
  const facts: CompanyFacts = { ...own, coverage: NOTHING_COVERED, bands: [] };
  const profile = profileOf(facts);
  const asked = profileOf({ ...facts, coverage: { ...NOTHING_COVERED, subscribers: true } });
  return {
    place: placeOf(address),
    registeredOn: facts.registeredOn,
    files: filesReturns(facts),
    spans: spansOf(facts),
    workedUntil: workedUntil(facts),
    declaresLittle: declaresLittle(profile),
    sentBy: sentByBanks(facts),
    unreportedAt: unreportedBanks(facts),
    cell: peerCellOf(facts),
    figures: peerFigures(profile),
    ...cohortSampleOf(asked),
  };
}

/** The invoices from which they are compared with the returns of their quarters, đồng. */
const WORTH_COMPARING = 100_000_000;
/** Hardly any honest company invoices so many times what it declares; wrong units or empty revenues look like that. */
const FAR_MORE = 8;

const declaresLittle = ({ invoicedDeclared, returns }: CompanyProfile): boolean | undefined =>
  returns.known && invoicedDeclared >= WORTH_COMPARING ? invoicedDeclared >= returns.revenue * FAR_MORE : undefined;

/** The number of months with money in a year that show business; shells seldom use an account for so long. */
const MONTHS_OF_BUSINESS = 6;

/** The last day of somebody insured, or of a month with money where there were enough of them in the year before. */
function workedUntil({ insured, accounts }: CompanyFacts): string | undefined {
  const staffed = insured.findLast(({ count }) => count > 0)?.on;
  const months = monthsOf(accounts).filter(({ credit }) => credit > MOST_WITHOUT_TRADE);
  const [last, first] = [months.at(-1), months.at(-MONTHS_OF_BUSINESS)];
  if (
    last === undefined ||
    first === undefined ||
    daysBetween(`${first.period}-01`, periodEnd(last.period)) > YEAR_DAYS
  )
    return staffed;
  const paid = periodEnd(last.period);
  return staffed === undefined || paid > staffed ? paid : staffed;
}

/** The commune's key is the same before and after the merger of 2025; a former district has only its name. */
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
