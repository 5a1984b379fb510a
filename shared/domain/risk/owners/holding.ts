import type { BirthDate, IsoDate } from '#shared/domain/vietnamese/dates.ts';

/** Whose a share is: a natural person or an organisation, by the number of its papers. */
export interface Holder {
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  /** A personal number, or the code of an organisation; '' where it is not known. */
  readonly number: string;
  readonly dateOfBirth?: BirthDate | undefined;
}

/** The row of a file that says something, as `<feed>/<file>` and the number in its sheet. */
export interface SaidBy {
  readonly file: string;
  readonly row: number;
}

/**
 * The share of one holder in one company as the list of members or of founding shareholders has it (Mẫu 6, 7), since a day.
 * Shares are parts of one hundred; a share of nought ends what the holder had before.
 */
export interface Holding {
  readonly holder: Holder;
  /** Of the charter capital. */
  readonly share: number;
  /** Of the shares with votes; as `share` where it is absent. */
  readonly votingShare?: number | undefined;
  readonly since: IsoDate;
  readonly from?: SaidBy | undefined;
}

/** A beneficial owner, or an organisation with a large share, as the company declared it (Mẫu 10, 11). */
export interface DeclaredOwner {
  /** Undefined where the company declared that it has none. */
  readonly holder: Holder | undefined;
  readonly share?: number | undefined;
  readonly votingShare?: number | undefined;
  /** The kind of control (quyền chi phối) in the company's words. */
  readonly control?: string | undefined;
  readonly declaredOn: IsoDate;
  readonly from?: SaidBy | undefined;
}

/** Identifies a holder: its number, otherwise its name with the date of birth. */
export const holderKey = ({ kind, number, name, dateOfBirth = '' }: Holder): string =>
  number === '' ? `${kind} ${name.toLocaleLowerCase('vi')} ${dateOfBirth}` : `${kind} ${number}`;

/** The holdings of a day: of each holder the last one that had begun, and of two of one day the larger one. Those of nought are left out. */
export function holdingsOn(holdings: readonly Holding[], day: IsoDate): readonly Holding[] {
  const last = new Map<string, Holding>();
  for (const one of holdings.filter(({ since }) => since <= day).toSorted(byDay)) {
    const before = last.get(holderKey(one.holder));
    if (before?.since !== one.since || bySize(before, one) < 0) last.set(holderKey(one.holder), one);
  }
  return [...last.values()].filter((one) => one.share > 0 || votesOf(one) > 0);
}

/** The rows that give one holder several shares since one day, the larger ones first. */
export function severalOfOneDay(holdings: readonly Holding[]): readonly (readonly Holding[])[] {
  const ofDay = Map.groupBy(holdings, ({ holder, since }) => `${holderKey(holder)} ${since}`);
  return [...ofDay.values()]
    .map((rows) => [...new Map(rows.map((one) => [`${one.share} ${votesOf(one)}`, one])).values()])
    .filter((rows) => rows.length > 1)
    .map((rows) => rows.toSorted((a, b) => bySize(b, a)));
}

const votesOf = ({ share, votingShare = share }: Holding): number => votingShare;

const byDay = (a: Holding, b: Holding): number => (a.since === b.since ? 0 : a.since < b.since ? -1 : 1);
const bySize = (a: Holding, b: Holding): number => a.share - b.share || votesOf(a) - votesOf(b);
