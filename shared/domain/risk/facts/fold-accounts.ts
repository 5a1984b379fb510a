import { ascending, descending } from '#shared/domain/vietnamese/text/text-order.ts';
import { addDays, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { AuthorityDecision } from '../decision.ts';
import { type CrimeReport, standingReports } from './crime-reports.ts';
import type { AccountFacts } from './company-facts.ts';

/** A row of a bank's register of business accounts (tài khoản thanh toán của tổ chức), or of a wallet provider's. */
export interface AccountRow {
  /** The bank's BIN or the wallet's key. */
  readonly bank: string;
  readonly accountNumber: string;
  readonly enterpriseCode: string;
  readonly holderName?: string | undefined;
  readonly representativeName?: string | undefined;
  readonly representativeDocumentNumber?: string | undefined;
  readonly phone?: string | undefined;
  readonly openedOn?: IsoDate | undefined;
  /** The account's status: 1, 2, 3, 4, 5 or 99. */
  readonly status?: string | undefined;
  /** The day of update (ngày cập nhật), which dates the row; a row without it counts as older than any with it. */
  readonly updatedOn?: IsoDate | undefined;
}

/** A row of the list of suspicious accounts; code 0 clears an account. */
export interface ListingRow {
  readonly code: number;
  readonly on: IsoDate;
  /** The author: the police, or `bank#` and the account's own bank. A row without an author is the police's. */
  readonly by?: string | undefined;
  /** The listing's last day, where its author gave one. */
  readonly until?: IsoDate | undefined;
  /** The victim's report that the row is, of which only what stands counts. */
  readonly report?: CrimeReport | undefined;
  /** A competent authority's decision on the account, which the police pass on. */
  readonly decision?: AuthorityDecision | undefined;
}

/**
 * The valid row of one account, which is the latest updated. Of two rows of one date it is the one whose values sort
 * first, so that their order does not matter. @throws RangeError where there is no row.
 */
export function foldAccount(rows: readonly AccountRow[]): AccountRow {
  const [latest] = [...rows].sort(
    (a, b) => descending(a.updatedOn ?? '', b.updatedOn ?? '') || ascending(textOf(a), textOf(b)),
  );
  if (!latest) throw new RangeError('an account has at least one row');
  return latest;
}

/**
 * The listing in force on `asOf`: the latest one, or none where it is cleared or its last day has passed; a clearing of
 * the same date goes first. The police's listing goes before the bank's, and their clearing also ends the bank's
 * earlier listings. A bank's clearing ends only its own. A victim's report lists the account while it stands. @param keptDays the longest time of a listing, and its length
 * where its author gave no last day
 */
export function foldListing(rows: readonly ListingRow[], asOf: IsoDate, keptDays: number): AccountFacts['listing'] {
  const reports = standingReports(
    rows.flatMap(({ report }) => report ?? []),
    asOf,
  );
  const known = rows.filter(({ on, report }) => on <= asOf && (!report || reports.includes(report)));
  const police = latestOf(known.filter(isOfPolice));
  const bank = latestOf(known.filter((row) => !isOfPolice(row)));
  const isInForce = (row: ListingRow) => row.code > 0 && lastDayOf(row, keptDays) >= asOf;
  const inForce = police && isInForce(police) ? police : bank;
  const cleared = police?.code === 0 && inForce !== undefined && inForce.on <= police.on;
  if (!inForce || !isInForce(inForce) || cleared) return undefined;
  const { code, on, decision } = inForce;
  const moneySince = reports.flatMap(({ transferredOn }) => transferredOn ?? []).sort()[0];
  const listing = { code, on, until: lastDayOf(inForce, keptDays), ...(moneySince !== undefined && { moneySince }) };
  return isOfPolice(inForce) ? { ...listing, by: 'police', ...(decision && { decision }) } : { ...listing, by: 'bank' };
}

/** A listing never lasts longer than its rows are stored, because its clearing would be deleted before it ends. */
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

/** A listing with a decision sorts first, because the decision may come later on the same day. */
const decisionText = ({ decision }: ListingRow): string =>
  decision ? [decision.number, decision.date, decision.authority].join('\n') : '~';

/** What the day of update does not decide. A new field of a row must be added here. */
const textOf = (row: AccountRow): string => {
  const { enterpriseCode, holderName, representativeName, representativeDocumentNumber, phone, openedOn, status } = row;
  const content = {
    enterpriseCode,
    holderName,
    representativeName,
    representativeDocumentNumber,
    phone,
    openedOn,
    status,
  } satisfies Record<Exclude<keyof AccountRow, 'bank' | 'accountNumber' | 'updatedOn'>, unknown>;
  return Object.values(content).join('\n');
};
