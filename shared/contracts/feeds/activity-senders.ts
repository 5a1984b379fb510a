import { SIGNAL_KINDS, type SignalKind } from '#shared/domain/risk/facts/company-facts.ts';
import type { Office } from '#shared/domain/risk/senders/sender.ts';
import { WRITERS } from '#shared/domain/risk/senders/writers.ts';

/** The kinds of rows in the folder `activities/`. */
export type ActivityRows = SignalKind | 'invoices';

/** The senders of the activities feed. */
export const ACTIVITY_SENDERS = ['registry', 'tax', 'insurance', 'inspector'] as const satisfies readonly Office[];
export type ActivitySender = (typeof ACTIVITY_SENDERS)[number];

/** The kinds of rows that each sender writes. The rules take each kind for its word, so that nobody else may send it. */
export const dataOf = (sender: ActivitySender): readonly ActivityRows[] => [
  ...SIGNAL_KINDS.filter((kind) => WRITERS[kind].includes(sender)),
  ...(WRITERS['invoice-pairs'].includes(sender) ? (['invoices'] as const) : []),
];

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
  return new Set((senders[prefix] ?? []).flatMap(dataOf));
}
