import { addDays, type IsoDate, formatDate } from '#shared/domain/vietnamese/dates.ts';
import type { AuthorityDecision } from '#shared/domain/risk/decision.ts';
import type { CrimeWindow } from '#shared/domain/risk/crime-window.ts';
import type { Measure } from '#shared/domain/risk/measure.ts';
import { bankScope, type NoticeScope } from './scope.ts';

const REVIEW = 'Đề nghị rà soát, tăng cường giám sát tài khoản.';

/**
 * The request to a bank, which is a review. Only a competent authority's written decision may order blocking (phong
 * tỏa; NĐ 52/2024 Art. 11, TT 17/2024 Art. 6), so the text mentions blocking only together with such a decision and
 * asks for nothing beyond it.
 */
function bankRequest(decision: AuthorityDecision | undefined): string {
  if (decision === undefined) return REVIEW;
  const { number, date, authority } = decision;
  return (
    `${REVIEW} Căn cứ văn bản số ${number} ngày ${formatDate(date)} của ${authority}: ` +
    'việc phong tỏa, nếu văn bản yêu cầu, chỉ thực hiện đúng đối tượng, phạm vi và thời hạn ghi trong văn bản đó.'
  );
}

export type NoticeLevel = 'watch' | 'act';

/** The risk of an account, as far as its own bank may know it. */
export interface AccountRisk {
  readonly companyFlagged: boolean;
  /** Whether the flag concerns this account alone, because it is unlike itself. */
  readonly accountFlagged?: boolean | undefined;
  /** From when to when the money ran for which the company is flagged. */
  readonly window?: CrimeWindow | undefined;
  /** Whether the police have confirmed the company's flag. */
  readonly confirmed: boolean;
  /** The written decision that the police named in their confirmation. */
  readonly decision?: AuthorityDecision | undefined;
  /** Whether the account's representative is another person than the company's. */
  readonly representativeMismatch: boolean;
  /** The listing in force: its code 1…8, its author, its last day, and the decision that the police passed on with it. */
  readonly listing?:
    | {
        readonly code: number;
        readonly by: 'police' | 'bank';
        readonly until?: IsoDate | undefined;
        readonly decision?: AuthorityDecision | undefined;
      }
    | undefined;
}

/** The content for a bank: codes of the State Bank's fraud-risk exchange, and never the police's reasons about a person. */
export interface BankNoticeTerms {
  readonly level: NoticeLevel;
  readonly reasonCodes: readonly number[];
  readonly scope: NoticeScope;
  /** From when to when the money ran, so that the bank knows which payments are meant. */
  readonly window?: CrimeWindow | undefined;
  /** The request to the bank, in Vietnamese. */
  readonly request: string;
  readonly decision?: AuthorityDecision | undefined;
}

/**
 * The State Bank's codes: 1 means that the account's representative doesn't match the national data, 3 that it takes money in
 * and passes it on at once, 5 that it is on a warning list of the police.
 */
const REPRESENTATIVE_MISMATCH = 1;
const PASSED_ON_AT_ONCE = 3;
const WARNED_OF_BY_POLICE = 5;

/**
 * The notice that an account's own bank should have, if any. A listing counts only under `suspiciousAccounts`, a
 * representative's mismatch alone only under `accountReview`. A flag asks to watch until the police confirm it; what
 * the police listed or confirmed asks to act. A decision is passed on while its listing or confirmed flag is in force;
 * the one on the account itself comes first.
 */
export function bankNoticeOf(
  risk: AccountRisk,
  measures: readonly Measure[],
  on: IsoDate,
): BankNoticeTerms | undefined {
  const codes = new Set<number>();
  const listing = countedListing(risk, measures);
  const isFlagged = risk.companyFlagged || risk.accountFlagged === true;
  const isConfirmed = isFlagged && risk.confirmed;
  if (risk.accountFlagged) codes.add(PASSED_ON_AT_ONCE);
  if (risk.companyFlagged) codes.add(WARNED_OF_BY_POLICE);
  if (listing) codes.add(listing.code);
  if (risk.representativeMismatch && measures.includes('accountReview')) codes.add(REPRESENTATIVE_MISMATCH);
  if (codes.size === 0) return undefined;
  const decision = listing?.decision ?? (isConfirmed ? risk.decision : undefined);
  const reasonCodes = [...codes].sort((a, b) => a - b);
  return {
    level: listing?.by === 'police' || isConfirmed ? 'act' : 'watch',
    reasonCodes,
    // A decision on one account does not concern the company's other accounts
    scope: bankScope({
      ofCompany: risk.companyFlagged && !listing?.decision,
      isDecided: decision !== undefined,
      reasonCodes,
      on,
    }),
    request: bankRequest(decision),
    ...(isFlagged && risk.window && { window: risk.window }),
    ...(decision && { decision }),
  };
}

/** The last day of the notice unless it is renewed, which is never after the end of its listing. */
export function lastDayOf(
  risk: AccountRisk,
  measures: readonly Measure[],
  { today, noticeDays }: { readonly today: IsoDate; readonly noticeDays: number },
): IsoDate {
  const term = addDays(today, noticeDays);
  const until = countedListing(risk, measures)?.until;
  return until !== undefined && until < term ? until : term;
}

const countedListing = ({ listing }: AccountRisk, measures: readonly Measure[]) =>
  measures.includes('suspiciousAccounts') ? listing : undefined;
