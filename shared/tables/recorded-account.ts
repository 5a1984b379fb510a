import type { AccountOrigin, RecordedAccount } from './account-fact.ts';
import type { AccountItem } from './account-item.ts';
import { hasContent, hasExactNumber } from './uncertain-account-numbers.ts';

/** An item that counts, and since when. */
export type CountedAccountItem = AccountItem & { readonly since: string };

/**
 * An account of the facts that count; one without any, where none of its facts counts any more, so that its notices are
 * withdrawn. @param stored the account's items, whether they count or not
 */
export function accountOf(
  accountRef: string,
  items: readonly CountedAccountItem[],
  stored: readonly AccountItem[],
): RecordedAccount | undefined {
  const named = items.find(hasExactNumber) ?? items[0] ?? stored.find(hasContent);
  if (!named) return undefined;
  const registers = items.flatMap(({ register }) => register ?? []);
  return {
    accountRef,
    bank: named.bank,
    accountNumber: named.accountNumber,
    registers,
    formerHolders: [...new Set(stored.flatMap(({ register }) => register?.enterpriseCode ?? []))]
      .filter((code) => !registers.some(({ enterpriseCode }) => enterpriseCode === code))
      .sort(),
    flows: items.flatMap(({ flow }) => flow ?? []),
    counterparties: items.flatMap(({ counterparty }) => counterparty ?? []),
    devices: [...new Set(items.flatMap(({ device }) => device ?? []))],
    listings: items.flatMap(({ listing, since }) => (listing ? { ...listing, recordedAt: since } : [])),
    origins: items.flatMap(originOf),
  };
}

function originOf({ from, register, flow, counterparty, device, listing }: AccountItem): AccountOrigin[] {
  if (!from) return [];
  if (register) return [{ feed: 'accounts', from }];
  if (flow) return [{ feed: 'flows', period: flow.period, from }];
  if (counterparty) return [{ feed: 'counterparties', period: counterparty.period, from }];
  if (device !== undefined) return [{ feed: 'devices', from }];
  return listing ? [{ feed: 'suspicious-accounts', from }] : [];
}
