import { contentId } from '#shared/runtime/content-id.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { spreadsheetFormOf } from '#shared/domain/vietnamese/spreadsheet-account-number.ts';
import type { AccountFact, AccountKeys } from './account-fact.ts';
import type { AccountItem } from './account-item.ts';
import { factEnding } from './drop-key.ts';
import { byFirstKey, type ReferenceForms } from './stored-references.ts';
import { POINTER_PREFIX } from './uncertain-account-numbers.ts';

export const keyOf = ({ accountRef, fact }: { accountRef: string; fact: string }) => `${accountRef} ${fact}`;

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
/** The partition of a bank's spreadsheet numbers; no reference of an account begins like this. */
export const ASKED = 'asked#';
/** A bank's accounts that were listed: a sweep finds those of no company by them. */
export const LISTED_AT = 'listed-at#';

const SUFFIX = { number: '#number', 'perhaps-without-zeros': '#perhaps' } as const;

/**
 * The items of a fact: its own, the pointer from a spreadsheet's number to the exact one, and the mark of a waiting
 * listing.
 */
export function itemsFor(fact: AccountFact, hash: ReferenceForms) {
  const key = `${factKey(fact, hash)}${fact.written === undefined ? '' : SUFFIX[fact.written]}`;
  return [{ ...fact, fact: `${key}${factEnding(fact.from)}` }, ...itemsBeside(fact)];
}

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
  return [...found, { accountRef: `${ASKED}${bank}`, fact: accountRef, bank, accountNumber }, ...waiting];
}

function factKey(fact: AccountFact, hash: ReferenceForms): string {
  if ('register' in fact) return `${OF_REGISTER}#${contentId(fact.register)}`;
  if ('counterparty' in fact) return `counterparty#${contentId(byFirstKey(fact.counterparty, hash))}`;
  if ('device' in fact)
    return ['device', fact.device, ...(fact.devicePeriod === undefined ? [] : [fact.devicePeriod])].join('#');
  if ('flow' in fact) return `flow#${contentId(fact.flow)}`;
  return `listing#${contentId(fact.listing)}`;
}
