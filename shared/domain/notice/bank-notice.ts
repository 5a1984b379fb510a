/** Measures allowed only when directed (khi có chỉ đạo): switches of the stage's configuration. */
export const MEASURES = ['suspiciousAccounts', 'accountReview', 'foreignIp'] as const;
export type Measure = (typeof MEASURES)[number];

export type NoticeLevel = 'watch' | 'act';

/** What is known of an account that its own bank may have to hear. */
export interface AccountMatter {
  readonly companyFlagged: boolean;
  /** The police have confirmed the company's flag. */
  readonly confirmed: boolean;
  /** Its representative is another person than the company's. */
  readonly representativeMismatch: boolean;
  /** The standing listing: its code, 1…8, and whose word it is. */
  readonly listing?: { readonly code: number; readonly by: 'police' | 'bank' } | undefined;
}

/** What a bank is told: codes of the State Bank's fraud-risk exchange, never the police's reasons about a person. */
export interface BankNoticeMatter {
  readonly level: NoticeLevel;
  readonly reasonCodes: readonly number[];
}

/** Code 1: the account's representative doesn't match the national data; 5: on a warning list of the police. */
const REPRESENTATIVE_MISMATCH = 1;
const WARNED_OF_BY_POLICE = 5;

/**
 * The notice that an account's own bank is due, if any. A listing is spoken of only under `suspiciousAccounts`, a
 * representative's mismatch alone only under `accountReview`. A flag asks to watch until the police confirm it; what the
 * police listed or confirmed asks to act.
 */
export function bankNoticeOf(matter: AccountMatter, measures: readonly Measure[]): BankNoticeMatter | undefined {
  const codes = new Set<number>();
  const listing = measures.includes('suspiciousAccounts') ? matter.listing : undefined;
  if (matter.companyFlagged) codes.add(WARNED_OF_BY_POLICE);
  if (listing) codes.add(listing.code);
  const level = listing?.by === 'police' || (matter.companyFlagged && matter.confirmed) ? 'act' : 'watch';
  if (matter.representativeMismatch && measures.includes('accountReview')) codes.add(REPRESENTATIVE_MISMATCH);
  if (codes.size === 0) return undefined;
  return { level, reasonCodes: [...codes].sort((a, b) => a - b) };
}

/** Blocking is for a competent authority's written decision (NĐ 52/2024 Art. 11, TT 17/2024 Art. 6): a notice asks for review. */
export const BANK_REQUEST = 'Đề nghị rà soát, tăng cường giám sát tài khoản.';
