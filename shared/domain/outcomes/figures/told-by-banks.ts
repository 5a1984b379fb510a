import type { AccountFacts } from '#shared/domain/risk/facts/company-facts.ts';

/**
 * What a bank tells of an account's money: nothing; totals without minutes; how many minutes the money stays; or that and
 * totals of days or weeks. Each account is of one kind.
 */
export const TELLINGS = ['nothing', 'totals', 'minutes', 'days'] as const;
export type Telling = (typeof TELLINGS)[number];

/** The accounts at a bank by what it tells of them, and the flagged companies that would not be flagged without its rows. */
export type BankShare = Record<Telling | 'needed', number>;

/** The share of each bank, without its zeros. */
export type ToldByBanks = Readonly<Record<string, Readonly<Partial<BankShare>>>>;

/** @param needed the banks without which the company would not be flagged */
export function toldByBanks(
  accounts: readonly Pick<AccountFacts, 'bank' | 'flows' | 'paces'>[],
  needed: readonly string[],
): ToldByBanks {
  const told: Record<string, Partial<BankShare>> = {};
  const add = (bank: string, kind: keyof BankShare) => {
    const share = (told[bank] ??= {});
    share[kind] = (share[kind] ?? 0) + 1;
  };
  for (const account of accounts) add(account.bank, tellingOf(account));
  for (const bank of needed) add(bank, 'needed');
  return told;
}

function tellingOf({ flows, paces = [] }: Pick<AccountFacts, 'flows' | 'paces'>): Telling {
  if (flows.length === 0) return 'nothing';
  if (flows.every(({ medianHoldMinutes }) => medianHoldMinutes === undefined)) return 'totals';
  return paces.length === 0 ? 'minutes' : 'days';
}

/** Adds up the shares of the banks in flagged companies, for each bank in order. A company may need several banks or none. */
export function bankShares(flagged: readonly ToldByBanks[]): Readonly<Record<string, BankShare>> {
  const shares: Record<string, BankShare> = {};
  for (const [bank, part] of flagged.flatMap((told) => Object.entries(told))) {
    const share = (shares[bank] ??= { nothing: 0, totals: 0, minutes: 0, days: 0, needed: 0 });
    for (const kind of [...TELLINGS, 'needed'] as const) share[kind] += part[kind] ?? 0;
  }
  return Object.fromEntries(Object.entries(shares).sort(([a], [b]) => (a < b ? -1 : 1)));
}
