import { contentId } from '#shared/runtime/content-id.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { spreadsheetFormOf } from '#shared/domain/vietnamese/spreadsheet-account-number.ts';
import type { AccountFact, AccountKeys } from './account-fact.ts';
import type { AccountItem } from './account-item.ts';
import { factEnding } from './drop-key.ts';
import { byFirstKey, type ReferenceForms } from './stored-references.ts';
import { POINTER_PREFIX } from './uncertain-account-numbers.ts';

/** The key has bank and number, because the same number at two banks means two accounts. */
export function accountKeysOf(
  { bank, accountNumber, written }: { bank: string; accountNumber: string; written?: AccountItem['written'] },
  hash: KeyedHash,
): AccountKeys {
  const bare = spreadsheetFormOf(accountNumber);
  const readingRef = hash('account', `${bank}#${bare}`);
  if (written === 'number') return { accountRef: readingRef, written };
  if (bare === accountNumber) return { accountRef: readingRef, written };
  return { accountRef: hash('account', `${bank}#${accountNumber}`), readingRef };
}

/** Registers and the facts about a spreadsheet's number are found by one request, because their keys begin alike. */
export const OF_REGISTER = 'register';
export const LISTED_FACT = 'register-listed#';
/** The partition of all banks' spreadsheet numbers; no reference of an account begins like this. */
export const ASKED = 'asked#';
/** A bank's accounts that were listed: a sweep finds those of no company by them. */
export const LISTED_AT = 'listed-at#';

const SUFFIX = { number: '#number', 'perhaps-without-zeros': '#perhaps' } as const;

/**
 * The items of a fact: its own, the pointer from a spreadsheet's number to the exact one, and the mark of a waiting
 * listing.
 */
export const itemsFor = (fact: AccountFact, hash: ReferenceForms) => [
  { ...fact, fact: keyOfFact(fact, hash) },
  ...itemsBeside(fact),
];

export const keyOfFact = (fact: AccountFact | Omit<AccountItem, 'fact'>, hash: ReferenceForms): string =>
  `${factKey(fact, hash)}${fact.written === undefined ? '' : SUFFIX[fact.written]}${factEnding(fact.from)}`;

/**
 * The items that lead to an account's facts, which have no content of their own. Only a pointer decides something, so it
 * counts where its drop does.
 */
function itemsBeside(fact: AccountFact) {
  const { accountRef, readingRef, bank, accountNumber, written, from } = fact;
  const isListing = 'listing' in fact;
  const beside = { accountRef: readingRef ?? accountRef, bank, accountNumber };
  const found = isListing ? [{ accountRef: `${LISTED_AT}${bank}`, fact: accountRef, bank, accountNumber }] : [];
  if (readingRef !== undefined)
    return [...found, { ...beside, fact: `${POINTER_PREFIX}${accountRef}${factEnding(from)}`, ...(from && { from }) }];
  if (written === undefined) return found;
  const waiting = isListing ? [{ ...beside, fact: LISTED_FACT }] : [];
  if (written !== 'number') return [...found, ...waiting];
  return [...found, { accountRef: ASKED, fact: accountRef, bank, accountNumber }, ...waiting];
}

type Content = Pick<AccountItem, 'register' | 'counterparty' | 'device' | 'devicePeriod' | 'flow' | 'listing'>;

function factKey(
  { register, counterparty, device, devicePeriod, flow, listing }: Content,
  hash: ReferenceForms,
): string {
  if (register) return `${OF_REGISTER}#${contentId(register)}`;
  if (counterparty) return `counterparty#${contentId(byFirstKey(counterparty, hash))}`;
  if (device !== undefined) return ['device', device, ...(devicePeriod === undefined ? [] : [devicePeriod])].join('#');
  return flow ? `flow#${contentId(flow)}` : `listing#${contentId(listing)}`;
}
