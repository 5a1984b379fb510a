import { daysBetween, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { Sender } from '../senders/sender.ts';

/**
 * The kinds of values that companies may share. `holder` is the person behind an account, and `agent` the authorised
 * person who files. From optional feeds come the account that receives money (`counterparty`), the device from which an
 * account is used, and the seller of an invoice circle.
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

/** The data about one company at a shared value: its own facts and never a verdict. */
export interface LinkMember {
  readonly enterpriseCode: string;
  readonly registeredOn: IsoDate;
  readonly badSigns: number;
  /** The number of signs without the rows of one sender, for each sender where it is lower. */
  readonly badSignsWithout?: Readonly<Record<Sender, number>> | undefined;
  /** Whether nobody but the registration office has ever mentioned it. It then counts only if it has a sign. */
  readonly onlyRegistered?: true | undefined;
  /**
   * Whether it is uncertain that the company has this value. Such a member is left out of all counts, and the value
   * ties the company to others only beside another value.
   */
  readonly unsure?: true | undefined;
  /** Whether only an earlier registration of the company has the value. Such a member counts for what was before. */
  readonly former?: true | undefined;
  /** Whether the company had another value by an earlier registration. Without a sign it then was no member before. */
  readonly joined?: true | undefined;
  /** Whether a bank also reports the value for the company, so that no single sender made the link. */
  readonly atBank?: true | undefined;
  /** Whether only a bank reports the value for the company, so that one bank can have made the link. */
  readonly onlyAtBank?: true | undefined;
  /** The banks that report this receiver or device of the company. Without the only one it is no member. */
  readonly toldBy?: readonly Sender[] | undefined;
}

/** The most members of a value that count, in order of enterprise code, so that a hub costs no more than a ring. */
export const MEMBERS_COUNTED = 60;
/** Of a receiver or device more are read, because one bank may name many companies to hide the others. */
const MEMBERS_READ_AT_BANKS = 600;
const AT_BANKS: ReadonlySet<SharedKind> = new Set<SharedKind>(['counterparty', 'device']);
export const membersRead = (kind: SharedKind): number => (AT_BANKS.has(kind) ? MEMBERS_READ_AT_BANKS : MEMBERS_COUNTED);

const SIZES = [50, 20, 10, 7, 5, 4, 3, 2, 1] as const;
/**
 * The steps of size that rules ask about where hardly any company of the value has a bad sign: a person of many companies,
 * a device, and an account that receives money. For a value of another kind no rule asks anything then.
 */
const HARMLESS_SIZES: Readonly<Partial<Record<SharedKind, readonly number[]>>> = {
  person: [50, 20, 10, 7, 5, 2, 1],
  device: [10, 7, 5, 4, 3, 2, 1],
  counterparty: [20, 10, 4, 2, 1],
};
const NO_STEPS = [1] as const;
const SHARES = [0.8, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0] as const;
const SPREADS = [365, 90, 30, 0] as const;

/**
 * The companies of a shared value, described in a few bands so that one more company seldom changes them; `ref` is a
 * keyed hash.
 */
export interface SharedBand {
  readonly kind: SharedKind;
  readonly ref: string;
  /**
   * The lower bound of the band of size: 1, 2, 3, 4, 5, 7, 10, 20, 50. Where `badShare` is 0 there are fewer steps, and most
   * kinds of values have 1.
   */
  readonly size: number;
  /**
   * The lower bound of the days over which the middle half of the companies was registered: 0, 30, 90, 365; always 365 where
   * `badShare` is 0.
   */
  readonly spreadDays: number;
  /** The lower bound of the share of companies with a bad sign in their own facts: 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8. */
  readonly badShare: number;
  /** The lower bound of the share of companies with two or more bad signs or a grave one. */
  readonly worseShare: number;
  /** Both shares, and the size where it is another one, without the rows of one sender, for each that makes a difference. */
  readonly without?: Readonly<Record<Sender, BandWithout>> | undefined;
  /** What it would be if nobody had left the value by a later registration, nor joined it without a sign, where that differs. */
  readonly before?: Measured | undefined;
  /** The number, at most two, of companies with a bad sign for which a bank also reports the value. */
  readonly badAtBank?: number | undefined;
  /** Whether at least half of the companies with a bad sign have the value from a bank alone. */
  readonly badOnlyAtBank?: true | undefined;
  /**
   * Whether a bank also, or only a bank, reports the value for the company itself. It is never stored with the band,
   * which belongs to all companies.
   */
  readonly atBank?: 'too' | 'alone' | undefined;
  /** Whether a later registration brought the company itself to the value; never stored either. */
  readonly joined?: true | undefined;
}

/** What remains of a band without a sender's rows, and whether it made signs and did not only name companies. */
export type BandWithout = Pick<SharedBand, 'badShare' | 'worseShare'> & {
  readonly size?: number | undefined;
  readonly spreadDays?: number | undefined;
  readonly madeSigns?: true | undefined;
};

/**
 * The size from which a receiver or seller is a hub, such as a power company, a treasury or a marketplace. Bad signs of
 * a few of its payers say nothing about the others, and no change among them causes hundreds of assessments.
 */
const A_PUBLIC_SERVICE = 50;
const PAID_BY_MANY: ReadonlySet<SharedKind> = new Set(['counterparty', 'invoice']);

/**
 * Computes the band of a shared value's companies, independently of their order, and of at most `MEMBERS_COUNTED` of them.
 * Where hardly any of them has a bad sign, it has only what rules then ask, so that the companies of an honest office
 * building or bookkeeper are not assessed again each time that another one joins.
 */
export function bandOf(kind: SharedKind, ref: string, members: readonly LinkMember[]): SharedBand {
  const everBefore = byCode(members.filter(({ unsure }) => !unsure));
  const sure = everBefore.filter(({ former }) => !former);
  const counted = countedOf(sure);
  const all = measured(kind, counted);
  const past = everBefore.filter(({ joined, badSigns }) => !joined || badSigns > 0);
  const isSame = sure.length === everBefore.length && past.length === everBefore.length;
  const before = isSame ? all : measured(kind, countedOf(past));
  return {
    kind,
    ref,
    ...all,
    ...(isHub(kind, all) ? {} : badAtBank(counted)),
    ...withoutSenders(kind, sure, all),
    // What hardly anybody bad had before ties nobody
    ...(before.badShare > 0 && !isSameMeasure(before, all) && { before }),
  };
}

type Measured = Pick<SharedBand, 'size' | 'spreadDays' | 'badShare' | 'worseShare'>;

const isSameMeasure = (one: Measured, other: Measured): boolean =>
  one.size === other.size && one.spreadDays === other.spreadDays && isSameShare(one, other);

const isHub = (kind: SharedKind, { size }: Measured): boolean => size >= A_PUBLIC_SERVICE && PAID_BY_MANY.has(kind);

/** Invented companies must not hide a ring, but where nobody has a sign there is none to hide. */
function countedOf(sure: readonly LinkMember[]): readonly LinkMember[] {
  const hasBad = sure.some(({ badSigns }) => badSigns > 0);
  const some = hasBad ? sure.filter(({ badSigns, onlyRegistered }) => badSigns > 0 || !onlyRegistered) : sure;
  return some.slice(0, MEMBERS_COUNTED);
}

function measured(kind: SharedKind, counted: readonly LinkMember[]): Measured {
  const badShare = lowerBound(SHARES, shareWith(counted, 1));
  if (counted.length >= A_PUBLIC_SERVICE && PAID_BY_MANY.has(kind))
    return { size: A_PUBLIC_SERVICE, spreadDays: SPREADS[0], badShare: 0, worseShare: 0 };
  const sizes = badShare > 0 ? SIZES : (HARMLESS_SIZES[kind] ?? NO_STEPS);
  return {
    size: lowerBound(sizes, counted.length),
    spreadDays: badShare > 0 ? lowerBound(SPREADS, spreadOf(counted)) : SPREADS[0],
    badShare,
    worseShare: lowerBound(SHARES, shareWith(counted, 2)),
  };
}

/** The size from which no rule asks who shares a value where nobody has a bad sign. */
const MANY = 10;

/** What remains without the rows of one sender, for each that makes a difference. */
function withoutSenders(kind: SharedKind, sure: readonly LinkMember[], all: Measured): Pick<SharedBand, 'without'> {
  const senders = new Set(
    sure.flatMap(({ badSignsWithout = {}, toldBy = [] }) => [...Object.keys(badSignsWithout), ...toldBy]),
  );
  const without = [...senders].sort().flatMap((sender): [Sender, BandWithout][] => {
    const less = sure.map((one) => signsWithout(one, sender));
    const rest = measured(kind, countedOf(less.filter(({ toldBy }) => toldBy?.length !== 1 || toldBy[0] !== sender)));
    const { size, spreadDays, badShare, worseShare } = rest;
    const isSameSize = size === all.size || all.size === 1 || (badShare === 0 && size >= MANY);
    if (isSameSize && isSameShare(rest, all)) return [];
    const madeSigns = !isSameShare(measured(kind, countedOf(less)), all);
    const others = { ...(size !== all.size && { size }), ...(spreadDays !== all.spreadDays && { spreadDays }) };
    return [[sender, { badShare, worseShare, ...others, ...(madeSigns && { madeSigns }) }]];
  });
  return without.length === 0 ? {} : { without: Object.fromEntries(without) };
}

const isSameShare = (one: Measured, other: Measured): boolean =>
  one.badShare === other.badShare && one.worseShare === other.worseShare;

const signsWithout = (member: LinkMember, sender: Sender): LinkMember => ({
  ...member,
  badSigns: member.badSignsWithout?.[sender] ?? member.badSigns,
});

const MOST_AT_BANK = 2;

function badAtBank(members: readonly LinkMember[]): Pick<SharedBand, 'badAtBank' | 'badOnlyAtBank'> {
  const bad = members.filter(({ badSigns }) => badSigns > 0);
  const count = bad.filter(({ atBank }) => atBank).length;
  const alone = bad.filter(({ onlyAtBank }) => onlyAtBank).length;
  return {
    ...(count > 0 && { badAtBank: Math.min(count, MOST_AT_BANK) }),
    ...(alone > 0 && alone * 2 >= bad.length && { badOnlyAtBank: true }),
  };
}

function byCode(members: readonly LinkMember[]): readonly LinkMember[] {
  const known = new Map(members.map((member) => [member.enterpriseCode, member]));
  return [...known.values()].sort((a, b) => (a.enterpriseCode < b.enterpriseCode ? -1 : 1));
}

/**
 * The days of the middle half of the companies, so that one old company doesn't hide a burst; of up to three companies,
 * of all.
 */
function spreadOf(members: readonly LinkMember[]): number {
  const dates = members.map(({ registeredOn }) => registeredOn).sort();
  const cut = dates.length > 3 ? Math.floor(dates.length / 4) : 0;
  const [from, to] = [dates[cut], dates[dates.length - 1 - cut]];
  return from === undefined || to === undefined ? 0 : daysBetween(from, to);
}

const shareWith = (members: readonly LinkMember[], signs: number): number =>
  members.length === 0 ? 0 : members.filter(({ badSigns }) => badSigns >= signs).length / members.length;

const lowerBound = (bounds: readonly number[], value: number): number => bounds.find((bound) => bound <= value) ?? 0;
