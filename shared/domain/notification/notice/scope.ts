import { basesOn } from '#shared/domain/risk/rules/law-in-force.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';

/** The subject of a notice: the account alone, every account that the company has at this bank, or the company. */
export const NOTICE_SUBJECTS = ['account', 'company_accounts', 'company'] as const;
/** The only purposes for which the receiver may use a notice. */
export const NOTICE_PURPOSES = ['review', 'carry_out_decision', 'investigation'] as const;
/**
 * The people inside the receiver who may see a notice: those responsible for fraud and money laundering, or the
 * investigators.
 */
export const NOTICE_READERS = ['fraud_risk_staff', 'investigators'] as const;

/** The permitted use of a notice and its permitted readers (phạm vi; Luật 91/2025/QH15 Art. 3). */
export interface NoticeScope {
  readonly concerns: (typeof NOTICE_SUBJECTS)[number];
  readonly purpose: (typeof NOTICE_PURPOSES)[number];
  readonly readers: (typeof NOTICE_READERS)[number];
  /** The legal basis (căn cứ pháp lý) of sending the notice and of this use, by the law of the notice's day. */
  readonly legalBasis: readonly string[];
}

const LIMITED = 'Luật 91/2025/QH15 Điều 3, Điều 19';
/** The law bans buying, selling and lending accounts (Art. 8) and says who may order blocking (Art. 11). */
const ACCOUNT_ABUSE = 'NĐ 52/2024/NĐ-CP Điều 8';
const ACCOUNT_BLOCKING = 'NĐ 52/2024/NĐ-CP Điều 11';
/** The fines for accounts in another's or a false name and for rented, lent or sold ones (codes 1 and 2). */
const ACCOUNT_FINES = 'NĐ 340/2025/NĐ-CP Điều 30';
const OF_FINES: ReadonlySet<number> = new Set([1, 2]);
const REGISTRY_TELLS = 'NĐ 168/2025/NĐ-CP Điều 21';

/**
 * A flag, or a decision that confirms it, concerns a company, so its bank reviews all its accounts. Anything else
 * concerns one account.
 */
export function bankScope(about: {
  readonly ofCompany: boolean;
  readonly isDecided: boolean;
  readonly reasonCodes: readonly number[];
  readonly on: IsoDate;
}): NoticeScope {
  const fines = about.reasonCodes.some((code) => OF_FINES.has(code)) ? [ACCOUNT_FINES] : [];
  return {
    concerns: about.ofCompany ? 'company_accounts' : 'account',
    purpose: about.isDecided ? 'carry_out_decision' : 'review',
    readers: 'fraud_risk_staff',
    legalBasis: basesOn([ACCOUNT_ABUSE, ...fines, ...(about.isDecided ? [ACCOUNT_BLOCKING] : []), LIMITED], about.on),
  };
}

export const policeScope = (on: IsoDate, concerns: 'account' | 'company' = 'company'): NoticeScope => ({
  concerns,
  purpose: 'investigation',
  readers: 'investigators',
  legalBasis: basesOn([REGISTRY_TELLS, LIMITED], on),
});
