import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { packed } from './packed.ts';

/** The most bytes of a packed assessment and of its open tasks. An item may have 400 KB, and the rest is a few kilobytes. */
const MOST_BYTES = 380_000;
/** The facts that are stored where all of them have no room, in the order in which they are tried. */
const SHORTER: readonly ((facts: CompanyFacts) => CompanyFacts)[] = [
  (facts) => shortened(facts, 2000),
  (facts) => shortened(facts, 50),
  withoutAccounts,
  (facts) => ({ ...withoutAccounts(facts), people: [], bands: [] }),
];

/**
 * Packs the parts of an assessment with the facts that it was made from. The facts are stored for snapshots alone, so
 * where a company has too many for its item, only its largest counterparties and invoice pairs are stored, or no
 * accounts, or no people and bands either: a company with tens of thousands of customers, or about which somebody
 * sends as many rows, is still assessed.
 */
export function packedAssessment(
  parts: Readonly<Record<string, unknown>>,
  facts: CompanyFacts | undefined,
  bytesBeside = 0,
) {
  let bytes = packed({ ...parts, facts });
  for (const shorter of SHORTER) {
    if (facts === undefined || bytes.length + bytesBeside <= MOST_BYTES) break;
    bytes = packed({ ...parts, facts: shorter(facts) });
  }
  return bytes;
}

function withoutAccounts(facts: CompanyFacts): CompanyFacts {
  return { ...facts, accounts: [], invoicePairs: undefined };
}

const shortened = ({ accounts, invoicePairs, ...facts }: CompanyFacts, most: number): CompanyFacts => ({
  ...facts,
  accounts: accounts.map(({ counterparties, devices, ...account }) => ({
    ...account,
    devices: devices?.slice(0, most),
    counterparties: counterparties && largest(counterparties, most, ({ debit, credit }) => debit + credit),
  })),
  invoicePairs: invoicePairs && {
    sold: largest(invoicePairs.sold, most, ({ total }) => total),
    bought: largest(invoicePairs.bought, most, ({ total }) => total),
  },
});

/** The largest entries in their own order. */
function largest<T>(entries: readonly T[], most: number, sizeOf: (entry: T) => number): readonly T[] {
  if (entries.length <= most) return entries;
  const kept = new Set(entries.toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, most));
  return entries.filter((entry) => kept.has(entry));
}
