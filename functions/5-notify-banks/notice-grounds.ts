import { foldAccount } from '#shared/domain/risk/facts/fold-accounts.ts';
import type { RecordedAccount } from '#shared/tables/account-fact.ts';
import type { AssessedCompany } from '#shared/tables/assessment-item.ts';
import type { HolderStanding, StandingOf } from './standings.ts';

/** The facts from which an account's notice follows. */
export interface Grounds {
  readonly account: RecordedAccount;
  readonly enterpriseCode: string | undefined;
  /** What the assessment says that lists the account; undefined where none does. */
  readonly standing: Omit<HolderStanding, 'accounts'> | undefined;
  /** Whether the account's representative is another person than the company's. */
  readonly isMismatch: boolean;
  /** What a flag says of the account to its bank. */
  readonly flag: AssessedCompany['accounts'][number]['flag'];
  /** The instants since which the verdicts have stood that were read for this, also those that do not list the account. */
  readonly standSince: readonly string[];
}

/**
 * The company that has the account by its assessment. The register alone decides nothing: a wrong one may name another
 * company and be corrected before any company is assessed, and then no assessment sends a message about the account.
 */
export async function groundsOf(account: RecordedAccount, standingOf: StandingOf): Promise<Grounds> {
  const { accountRef, registers, formerHolders } = account;
  const registered = registers.length > 0 ? foldAccount(registers).enterpriseCode : undefined;
  const earlier = [...registers.map((register) => register.enterpriseCode), ...formerHolders];
  const standSince: string[] = [];
  for (const enterpriseCode of new Set([...(registered === undefined ? [] : [registered]), ...earlier])) {
    const found = await standingOf(enterpriseCode);
    if (found) standSince.push(found.standsSince);
    const own = found?.accounts.get(accountRef);
    if (found && own) {
      const { accounts: _all, ...standing } = found;
      return { account, enterpriseCode, standing, isMismatch: own.mismatch, flag: own.flag, standSince };
    }
  }
  return { account, enterpriseCode: registered, standing: undefined, isMismatch: false, flag: 'nothing', standSince };
}
