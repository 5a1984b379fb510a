import { LISTED_AT } from '#shared/tables/account-keys.ts';
import { POINTER_PREFIX } from '#shared/tables/uncertain-account-numbers.ts';
import { type Violation, itemsOf } from './end-state.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

const isFact = ({ register, flow, counterparty, device, listing }: Attributes): boolean =>
  [register, flow, counterparty, device, listing].some((content) => content !== undefined);

/** The items by which a fact of an account is found: by its bank's listings, and by its number without zeros. */
const leadingTo = ({ accountRef, readingRef, bank, listing }: Attributes): readonly string[] => [
  ...(listing === undefined ? [] : [`${LISTED_AT}${String(bank)} ${String(accountRef)}`]),
  ...(readingRef === undefined ? [] : [`${String(readingRef)} ${POINTER_PREFIX}${String(accountRef)}`]),
];

const isLeading = ({ accountRef, fact }: Attributes): boolean =>
  String(accountRef).startsWith(LISTED_AT) || String(fact).startsWith(POINTER_PREFIX);

/** Each fact of an account is found by what leads to it, and nothing leads to facts that are gone. */
export function findingsOfLeading(world: World): Violation[] {
  const items = itemsOf(world, 'Accounts');
  const standing = new Set(
    items.filter(isLeading).map(({ accountRef, fact }) => `${String(accountRef)} ${String(fact)}`),
  );
  const owed = new Set(items.filter(isFact).flatMap(leadingTo));
  return [
    ...[...owed.difference(standing)].map(
      (name): Violation => ({ kind: 'lost', what: `what leads to an account: ${name}` }),
    ),
    ...[...standing.difference(owed)].map(
      (name): Violation => ({ kind: 'doubled', what: `what leads to no account: ${name}` }),
    ),
  ];
}
