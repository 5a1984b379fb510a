/** The subject of a notice: the account alone, every account that the company has at this bank, or the company. */
export const NOTICE_SUBJECTS = ['account', 'company_accounts', 'company'] as const;
/** The only purposes that its receiver may use it for. */
export const NOTICE_PURPOSES = ['review', 'carry_out_decision', 'investigation'] as const;
/** Who inside the receiver may see it: those who watch for fraud and laundering, or the investigators. */
export const NOTICE_READERS = ['fraud_risk_staff', 'investigators'] as const;

/** The permitted use of a notice, and by whom (phạm vi; Luật 91/2025/QH15 Art. 3). */
export interface NoticeScope {
  readonly concerns: (typeof NOTICE_SUBJECTS)[number];
  readonly purpose: (typeof NOTICE_PURPOSES)[number];
  readonly readers: (typeof NOTICE_READERS)[number];
  /** Căn cứ pháp lý of handing it over and of using it so. */
  readonly legalBasis: readonly string[];
}

const LIMITED = 'Luật 91/2025/QH15 Điều 3, Điều 19';
/** Buying, selling and lending accounts is banned (Art. 8); who may order an account blocked (Art. 11). */
const ACCOUNT_ABUSE = 'NĐ 52/2024/NĐ-CP Điều 8';
const ACCOUNT_BLOCKING = 'NĐ 52/2024/NĐ-CP Điều 11';
const REGISTRY_TELLS = 'NĐ 168/2025/NĐ-CP Điều 21';

/**
 * A flag concerns a company, so its bank looks at all its accounts; so does a decision that confirms the flag. Anything else
 * concerns one account.
 */
export function bankScope(about: { readonly ofCompany: boolean; readonly isDecided: boolean }): NoticeScope {
  return {
    concerns: about.ofCompany ? 'company_accounts' : 'account',
    purpose: about.isDecided ? 'carry_out_decision' : 'review',
    readers: 'fraud_risk_staff',
    legalBasis: about.isDecided ? [ACCOUNT_ABUSE, ACCOUNT_BLOCKING, LIMITED] : [ACCOUNT_ABUSE, LIMITED],
  };
}

export const POLICE_SCOPE: NoticeScope = {
  concerns: 'company',
  purpose: 'investigation',
  readers: 'investigators',
  legalBasis: [REGISTRY_TELLS, LIMITED],
};
