import type { SignalKind } from '#shared/domain/risk/facts/company-facts.ts';
import type { FindingSender } from '#shared/domain/risk/rules/rule.ts';

/** The kinds of rows in the folder `activities/`. */
export type ActivityRows = SignalKind | 'invoices';

/** The senders of the activities feed. */
export const ACTIVITY_SENDERS = [
  'registry',
  'tax',
  'insurance',
  'inspector',
] as const satisfies readonly FindingSender[];
export type ActivitySender = (typeof ACTIVITY_SENDERS)[number];

/**
 * The kinds of rows that are the data of each sender. The rules take each kind for evidence of its sender, so that nobody
 * else may send it.
 */
export const DATA_OF: Readonly<Record<ActivitySender, readonly ActivityRows[]>> = {
  registry: ['GOP_VON', 'TRANG_THAI_PHAP_LY', 'THAY_DOI', 'YEU_CAU_BAO_CAO', 'TU_CHOI_UY_QUYEN'],
  tax: ['TO_KHAI_THUE', 'HOA_DON', 'TRANG_THAI_THUE', 'invoices'],
  insurance: ['BHXH'],
  inspector: ['KIEM_TRA_TRU_SO'],
};

/**
 * Whose data each prefix of the inbox may contain: those of senders below `activities/`, and `activities/` itself, where
 * the desk of the registration office puts its files.
 */
export type SendersByPrefix = Readonly<Record<string, readonly ActivitySender[]>>;

/**
 * The kinds of rows that a file may contain, by the longest prefix that it lies under; undefined where it lies under
 * none, so that any kind counts.
 */
export function kindsAllowedIn(key: string, senders: SendersByPrefix): ReadonlySet<ActivityRows> | undefined {
  const [prefix] = Object.keys(senders)
    .filter((one) => key.startsWith(one))
    .toSorted((a, b) => b.length - a.length);
  if (prefix === undefined) return undefined;
  return new Set((senders[prefix] ?? []).flatMap((sender) => DATA_OF[sender]));
}
