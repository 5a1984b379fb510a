import { foldAccount } from '#shared/domain/risk/facts/fold-accounts.ts';
import type { AccountTouched } from '#shared/contracts/messages.ts';
import type { RecordedAccount } from '#shared/tables/account-fact.ts';
import type { Accounts } from '#shared/tables/accounts.ts';
import type { AssessedCompany } from '#shared/tables/assessment-item.ts';
import type { Assessments } from '#shared/tables/assessments.ts';

export interface GroundsPorts {
  readonly accounts: Pick<Accounts, 'recorded'>;
  readonly assessments: Pick<Assessments, 'get'>;
}

/** The facts from which an account's notice follows. */
export interface Grounds {
  readonly account: RecordedAccount;
  readonly enterpriseCode: string | undefined;
  /** The assessment that lists the account; undefined where none does. */
  readonly assessed: AssessedCompany | undefined;
  /** The instants since which the verdicts have stood that were read for this, also those that do not list the account. */
  readonly standSince: readonly string[];
}

/** Undefined where nothing is known of the account. */
export async function groundsOf({ accountRef }: AccountTouched, ports: GroundsPorts): Promise<Grounds | undefined> {
  const account = await ports.accounts.recorded(accountRef);
  return account && { account, ...(await holderOf(account, ports)) };
}

/**
 * The company that has the account by its assessment. The register alone decides nothing: a wrong one may name another
 * company and be corrected before any company is assessed, and then no assessment sends a message about the account.
 */
async function holderOf(
  { accountRef, registers, formerHolders }: RecordedAccount,
  { assessments }: GroundsPorts,
): Promise<Omit<Grounds, 'account'>> {
  const registered = registers.length > 0 ? foldAccount(registers).enterpriseCode : undefined;
  const earlier = [...registers.map((register) => register.enterpriseCode), ...formerHolders];
  const standSince: string[] = [];
  for (const enterpriseCode of new Set([...(registered === undefined ? [] : [registered]), ...earlier])) {
    const assessed = await assessments.get(enterpriseCode);
    if (assessed) standSince.push(assessed.standsSince);
    if (assessed?.accounts.some((one) => one.accountRef === accountRef))
      return { enterpriseCode, assessed, standSince };
  }
  return { enterpriseCode: registered, assessed: undefined, standSince };
}
