import type { AccountOrigin, RecordedAccount } from './account-fact.ts';
import type { AccountItem } from './account-item.ts';
import { hasExactNumber } from './uncertain-account-numbers.ts';

/** @param beside items of the account that are no facts */
export function accountOf(
  accountRef: string,
  items: readonly AccountItem[],
  beside: readonly AccountItem[],
): RecordedAccount | undefined {
  const named = items.find(hasExactNumber) ?? items[0];
  if (!named) return undefined;
  return {
    accountRef,
    bank: named.bank,
    accountNumber: named.accountNumber,
    registers: items.flatMap(({ register }) => register ?? []),
    formerHolders: [...new Set(beside.flatMap(({ formerHolder }) => formerHolder ?? []))].sort(),
    flows: items.flatMap(({ flow }) => flow ?? []),
    counterparties: items.flatMap(({ counterparty }) => counterparty ?? []),
    devices: [...new Set(items.flatMap(({ device }) => device ?? []))],
    listings: items.flatMap(({ listing, recordedAt }) => (listing ? { ...listing, recordedAt } : [])),
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
