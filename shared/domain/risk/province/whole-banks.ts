import { addDays } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts } from '../facts/company-facts.ts';
import { SETTLED_DAYS } from '../activity/silent-accounts.ts';

/** The least number of accounts for a conclusion about a bank. */
const ENOUGH_ACCOUNTS = 20;
/** Companies at work leave hardly any account unused: at the banks of four provinces at most 3 in a hundred. */
const USUAL_SHARE = 0.05;

/** Whether each bank sent rows of all accounts of a company. */
export type SentByBanks = Readonly<Record<string, boolean>>;

/**
 * The banks of accounts that a company at work had for half a year: whether each sent rows of all of them. Only the social
 * insurance office shows who is at work here, because a bank must not vouch for itself. Undefined where it names nobody.
 */
export function sentByBanks({
  insured,
  accounts,
}: Pick<CompanyFacts, 'insured' | 'accounts'>): SentByBanks | undefined {
  const staffed = insured.findLast(({ count }) => count > 0)?.on;
  if (staffed === undefined) return undefined;
  const latest = addDays(staffed, -SETTLED_DAYS);
  const sent: Record<string, boolean> = {};
  for (const { bank, openedOn, flows } of accounts)
    if (openedOn !== undefined && openedOn <= latest) sent[bank] = (sent[bank] ?? true) && flows.length > 0;
  return Object.keys(sent).length === 0 ? undefined : sent;
}

/** The banks of accounts of which no row was sent, each once, in order. */
export const unreportedBanks = ({ accounts }: Pick<CompanyFacts, 'accounts'>): readonly string[] =>
  [...new Set(accounts.flatMap(({ bank, flows }) => (flows.length === 0 ? [bank] : [])))].sort();

/** The banks that send rows of all accounts, as those of companies at work show, in order. */
export function wholeBanksOf(companies: readonly { readonly sentBy?: SentByBanks | undefined }[]): readonly string[] {
  const banks = new Map<string, { accounts: number; missing: number }>();
  for (const { sentBy = {} } of companies)
    for (const [bank, sent] of Object.entries(sentBy)) {
      const { accounts, missing } = banks.get(bank) ?? { accounts: 0, missing: 0 };
      banks.set(bank, { accounts: accounts + 1, missing: missing + (sent ? 0 : 1) });
    }
  return [...banks]
    .filter(([, { accounts, missing }]) => accounts >= ENOUGH_ACCOUNTS && missing <= accounts * USUAL_SHARE)
    .map(([bank]) => bank)
    .sort();
}
