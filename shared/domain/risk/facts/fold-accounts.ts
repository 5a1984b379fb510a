import { addDays, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { AuthorityDecision } from '../decision.ts';
import type { AccountFacts } from './company-facts.ts';

/** A row of a bank's register of business accounts (tài khoản thanh toán của tổ chức), or of a wallet provider's. */
export interface AccountRow {
  /** A BIN or a wallet's key. */
  readonly bank: string;
  readonly accountNumber: string;
  readonly enterpriseCode: string;
  readonly holderName?: string | undefined;
  readonly representativeName?: string | undefined;
  readonly representativeDocumentNumber?: string | undefined;
  readonly phone?: string | undefined;
  readonly openedOn?: IsoDate | undefined;
  /** 1 2 3 4 5 99. */
  readonly status?: string | undefined;
  /** Ngày cập nhật: dates the row; one without it is older than any with it. */
  readonly updatedOn?: IsoDate | undefined;
}

/** A row of the list of suspicious accounts. Code 0 clears. */
export interface ListingRow {
  readonly code: number;
  readonly on: IsoDate;
  /** Who says so: the police, or `bank#` and the account's own bank. The police where nobody is named. */
  readonly by?: string | undefined;
  /** The last day on which it stands, where its author gave one. */
  readonly until?: IsoDate | undefined;
  /** A competent authority's decision on the account, which the police pass on. */
  readonly decision?: AuthorityDecision | undefined;
}

/**
 * The row that holds for one account: the latest updated. Of one date the row whose values sort first, so that order
 * decides nothing.
 * @throws RangeError where there is no row.
 */
export function foldAccount(rows: readonly AccountRow[]): AccountRow {
  const [latest] = [...rows].sort(
    (a, b) => descending(a.updatedOn ?? '', b.updatedOn ?? '') || ascending(textOf(a), textOf(b)),
  );
  if (!latest) throw new RangeError('an account has at least one row');
  return latest;
}

/**
 * The listing in force on `asOf`: the latest dated, a clearing of the same date wins; nothing where it is cleared or its
 * last day has passed. The police's word comes first, and their clearing ends what the bank said until then; a bank
 * clears its own word alone.
 * @param keptDays how long a listing stands at most, and where its author gave no last day
 */
export function foldListing(rows: readonly ListingRow[], asOf: IsoDate, keptDays: number): AccountFacts['listing'] {
  const known = rows.filter(({ on }) => on <= asOf);
  const police = latestOf(known.filter(isOfPolice));
  const bank = latestOf(known.filter((row) => !isOfPolice(row)));
  const isInForce = (row: ListingRow) => row.code > 0 && lastDayOf(row, keptDays) >= asOf;
  const inForce = police && isInForce(police) ? police : bank;
  const cleared = police?.code === 0 && inForce !== undefined && inForce.on <= police.on;
  if (!inForce || !isInForce(inForce) || cleared) return undefined;
  const { code, on, decision } = inForce;
  const listing = { code, on, until: lastDayOf(inForce, keptDays) };
  return isOfPolice(inForce) ? { ...listing, by: 'police', ...(decision && { decision }) } : { ...listing, by: 'bank' };
}

/** Never beyond what is kept: what cleared it would be forgotten before it ends. */
function lastDayOf({ on, until }: ListingRow, keptDays: number): IsoDate {
  const kept = addDays(on, keptDays);
  return until !== undefined && until < kept ? until : kept;
}

const isOfPolice = ({ by }: ListingRow) => by === undefined || by === 'police';
const latestOf = (rows: readonly ListingRow[]): ListingRow | undefined =>
  [...rows].sort(
    (a, b) =>
      descending(a.on, b.on) ||
      a.code - b.code ||
      ascending(a.until ?? '~', b.until ?? '~') ||
      ascending(decisionText(a), decisionText(b)),
  )[0];

/** A listing with a decision sorts first: the decision may come later on the same day. */
const decisionText = ({ decision }: ListingRow): string =>
  decision ? [decision.number, decision.date, decision.authority].join('\n') : '~';

const textOf = (row: AccountRow): string =>
  [
    row.enterpriseCode,
    row.holderName,
    row.representativeName,
    row.representativeDocumentNumber,
    row.phone,
    row.openedOn,
    row.status,
  ].join('\n');

const ascending = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
const descending = (a: string, b: string): number => ascending(b, a);
