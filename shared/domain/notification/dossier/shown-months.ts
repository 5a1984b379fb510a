import { fairShare } from '#shared/domain/risk/fair-share.ts';
import type { CaseAccount } from './case-file.ts';

/** The most months of all accounts at one bank that a dossier shows: ten years of ten accounts. */
export const MOST_MONTHS = 1200;
/** The most months of all accounts at all banks together, which the function prints in time. */
const MOST_IN_ALL = 3600;

/** The earlier months of an account that a dossier adds up instead of showing them, and their money in đồng. */
export interface EarlierMonths {
  readonly count: number;
  readonly credit: number;
  readonly debit: number;
}

/**
 * Of a bank with too many months of its accounts, shows of each account the latest ones, as many of each, and adds up
 * those before. Where several banks have very many, as many of each bank are shown. Each account keeps at least its
 * last month.
 */
export function withShownMonths(accounts: readonly CaseAccount[]): readonly CaseAccount[] {
  const byBank = Map.groupBy(
    accounts.filter(({ months }) => months.length > 0),
    ({ register }) => register.bank,
  );
  const counts = new Map(
    [...byBank].map(([bank, own]) => [bank, own.reduce((sum, { months }) => sum + months.length, 0)]),
  );
  const capped = [...counts.values()].map((count) => Math.min(count, MOST_MONTHS));
  const most = Math.min(MOST_MONTHS, fairShare(capped, MOST_IN_ALL));
  const mostOf = new Map(
    [...byBank].map(([bank, own]) => {
      const all = counts.get(bank) ?? 0;
      return [bank, all <= most ? all : Math.max(1, Math.floor(most / own.length))] as const;
    }),
  );
  return accounts.map((account) => latestMonths(account, mostOf.get(account.register.bank) ?? 0));
}

function latestMonths(account: CaseAccount, most: number): CaseAccount {
  if (account.months.length <= most) return account;
  const before = account.months.slice(0, -most);
  const sum = (of: 'credit' | 'debit') => before.reduce((all, month) => all + month[of], 0);
  return {
    ...account,
    months: account.months.slice(-most),
    earlier: { count: before.length, credit: sum('credit'), debit: sum('debit') },
  };
}
