import { daysBetween, type IsoDate } from '#shared/domain/vietnamese/dates.ts';

/**
 * What companies may share. `holder` is the person behind an account, `agent` the authorised person who files. Of the optional
 * feeds: the account that money goes to (`counterparty`), the device an account is used from, the seller of an invoice circle.
 */
export const SHARED_KINDS = [
  'person',
  'address',
  'phone',
  'email',
  'holder',
  'agent',
  'counterparty',
  'device',
  'invoice',
] as const;
export type SharedKind = (typeof SHARED_KINDS)[number];

/** What a shared value remembers of one company: facts of its own, never a verdict. */
export interface LinkMember {
  readonly enterpriseCode: string;
  readonly registeredOn: IsoDate;
  readonly badSigns: number;
  /** The text does not say for certain that the company has this value: it is left out of every count, and ties the company to others only beside another value. */
  readonly unsure?: true | undefined;
  /** A bank tells of it too that it has this value: no single sender made the link. */
  readonly atBank?: true | undefined;
}

/** The first so many by enterprise code speak for a value, so that a hub costs no more than a ring. */
export const MEMBERS_COUNTED = 60;

const SIZES = [50, 20, 10, 7, 5, 4, 3, 2, 1] as const;
const SHARES = [0.8, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0] as const;
const SPREADS = [365, 90, 30, 0] as const;

/** A shared value's companies in a few bands, so that one more company seldom moves it; a ref is a keyed hash. */
export interface SharedBand {
  readonly kind: SharedKind;
  readonly ref: string;
  /** Lower bound of the band of size: 1, 2, 3, 4, 5, 7, 10, 20, 50. */
  readonly size: number;
  /** Lower bound of the days over which the middle half of them was registered: 0, 30, 90, 365. */
  readonly spreadDays: number;
  /** Lower bound of the share of them with a bad sign of their own facts: 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8. */
  readonly badShare: number;
  /** Lower bound of the share with two or more, or a grave one. */
  readonly worseShare: number;
  /** So many of those with a bad sign, two at most, have the value at a bank too. */
  readonly badAtBank?: number | undefined;
  /** Whether a bank too, or a bank alone, tells of it for the company itself; never stored with the band, which is everybody's. */
  readonly atBank?: 'too' | 'alone' | undefined;
}

/**
 * Whom so many pay, or buy from, is a power company, a treasury or a marketplace: what a few of its payers show says nothing of
 * the others, and no change among them is worth assessing hundreds again.
 */
const A_PUBLIC_SERVICE = 50;
const PAID_BY_MANY: ReadonlySet<SharedKind> = new Set(['counterparty', 'invoice']);

/** Bands a shared value's companies. The order of members decides nothing; beyond `MEMBERS_COUNTED` none is looked at. */
export function bandOf(kind: SharedKind, ref: string, members: readonly LinkMember[]): SharedBand {
  const counted = firstByCode(members.filter(({ unsure }) => !unsure));
  const size = counted.length;
  if (size >= A_PUBLIC_SERVICE && PAID_BY_MANY.has(kind))
    return { kind, ref, size: A_PUBLIC_SERVICE, spreadDays: SPREADS[0], badShare: 0, worseShare: 0 };
  return {
    kind,
    ref,
    size: lowerBound(SIZES, size),
    spreadDays: lowerBound(SPREADS, spreadOf(counted)),
    badShare: lowerBound(SHARES, shareWith(counted, 1)),
    worseShare: lowerBound(SHARES, shareWith(counted, 2)),
    ...badAtBank(counted),
  };
}

const MOST_AT_BANK = 2;

function badAtBank(members: readonly LinkMember[]): Pick<SharedBand, 'badAtBank'> {
  const count = members.filter(({ atBank, badSigns }) => atBank && badSigns > 0).length;
  return count === 0 ? {} : { badAtBank: Math.min(count, MOST_AT_BANK) };
}

/** Everybody's band of a value, as one of its companies has it. */
export const ownBand = (band: SharedBand, { atBank }: Pick<SharedBand, 'atBank'>): SharedBand =>
  atBank ? { ...band, atBank } : band;

function firstByCode(members: readonly LinkMember[]): readonly LinkMember[] {
  const byCode = new Map(members.map((member) => [member.enterpriseCode, member]));
  const sorted = [...byCode.values()].sort((a, b) => (a.enterpriseCode < b.enterpriseCode ? -1 : 1));
  return sorted.slice(0, MEMBERS_COUNTED);
}

/** The middle half, so that one old company doesn't hide a burst; of up to three companies, all. */
function spreadOf(members: readonly LinkMember[]): number {
  const dates = members.map(({ registeredOn }) => registeredOn).sort();
  const cut = dates.length > 3 ? Math.floor(dates.length / 4) : 0;
  const [from, to] = [dates[cut], dates[dates.length - 1 - cut]];
  return from === undefined || to === undefined ? 0 : daysBetween(from, to);
}

const shareWith = (members: readonly LinkMember[], signs: number): number =>
  members.length === 0 ? 0 : members.filter(({ badSigns }) => badSigns >= signs).length / members.length;

const lowerBound = (bounds: readonly number[], value: number): number => bounds.find((bound) => bound <= value) ?? 0;
