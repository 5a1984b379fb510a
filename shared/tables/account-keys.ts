import * as z from 'zod';
import { contentId } from '#shared/runtime/content-id.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { spreadsheetFormOf } from '#shared/domain/vietnamese/spreadsheet-account-number.ts';
import type { AccountFact, AccountKeys } from './account-fact.ts';
import { AccountItem } from './account-item.ts';
import { byFirstKey, type ReferenceForms, renewedItem } from './stored-references.ts';
import { hasContent, POINTER_PREFIX } from './uncertain-account-numbers.ts';

export const keyOf = ({ accountRef, fact }: { accountRef: string; fact: string }) => `${accountRef} ${fact}`;

export const AccountItemKeys = z.object({ accountRef: z.string(), fact: z.string() });

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
export const REGISTER = 'register';
export const LISTED_FACT = 'register-listed#';
/** The partition of a bank's spreadsheet numbers; no reference of an account begins like this. */
export const ASKED = 'asked#';
/** A bank's accounts that were listed: a sweep finds those of no company by them. */
export const LISTED_AT = 'listed-at#';

/** The prefix of the sort key of a company that a deleted register entry named. */
const FORMER_HOLDER = 'former-holder#';

/** The sort key of the mark of an account whose facts were all taken back. */
export const ONCE_KNOWN = 'once-known';

const SUFFIX = { number: '#number', 'perhaps-without-zeros': '#perhaps' } as const;

/**
 * The items of a fact: its own, the pointer from a spreadsheet's number to the exact one, and the mark of a waiting
 * listing.
 */
export function itemsFor(fact: AccountFact, hash: ReferenceForms) {
  const own = { ...fact, fact: `${factKey(fact, hash)}${fact.written === undefined ? '' : SUFFIX[fact.written]}` };
  return [own, ...itemsBeside(fact, 'listing' in fact)];
}

type AccountToName = AccountKeys & Pick<AccountFact, 'bank' | 'accountNumber'>;

/** The items that lead to an account's facts, which have no content of their own. */
function itemsBeside({ accountRef, readingRef, bank, accountNumber, written }: AccountToName, isListing: boolean) {
  const beside = { accountRef: readingRef ?? accountRef, bank, accountNumber };
  const found = isListing ? [{ accountRef: `${LISTED_AT}${bank}`, fact: accountRef, bank, accountNumber }] : [];
  if (readingRef !== undefined) return [...found, { ...beside, fact: `${POINTER_PREFIX}${accountRef}` }];
  if (written === undefined) return found;
  const waiting = isListing ? [{ ...beside, fact: LISTED_FACT }] : [];
  if (written !== 'number') return [...found, ...waiting];
  return [...found, { accountRef: `${ASKED}${bank}`, fact: accountRef, bank, accountNumber }, ...waiting];
}

/** The item by which the company of a deleted register entry is found again. */
export function formerHolderOf(item: Readonly<Record<string, unknown>>) {
  const { register, bank, accountNumber, recordedAt } = AccountItem.parse(item);
  if (!register) return [];
  const { accountRef } = AccountItemKeys.parse(item);
  const { enterpriseCode: formerHolder } = register;
  const fact = `${FORMER_HOLDER}${formerHolder}`;
  return [{ accountRef, fact, bank, accountNumber, formerHolder, recordedAt, expiresAt: item['expiresAt'] }];
}

/** The mark of an account whose facts were all taken back. */
export function markOnceKnown(item: Readonly<Record<string, unknown>>) {
  const { bank, accountNumber, recordedAt } = AccountItem.parse(item);
  const { accountRef } = AccountItemKeys.parse(item);
  return { accountRef, fact: ONCE_KNOWN, bank, accountNumber, recordedAt, expiresAt: item['expiresAt'] };
}

/** The items that lead to a stored fact; none where the item is no fact. */
export function leadingTo(item: Readonly<Record<string, unknown>>, hash: ReferenceForms) {
  const renewed = renewedItem(item, hash);
  const fact = AccountItem.parse(renewed);
  if (!hasContent(fact)) return [];
  const { accountRef } = AccountItemKeys.parse(renewed);
  const times = { recordedAt: fact.recordedAt, expiresAt: item['expiresAt'] };
  return itemsBeside({ ...fact, accountRef }, fact.listing !== undefined).map((one) => ({ ...one, ...times }));
}

function factKey(fact: AccountFact, hash: ReferenceForms): string {
  if ('register' in fact) return `${REGISTER}#${contentId(fact.register)}`;
  if ('counterparty' in fact) return `counterparty#${contentId(byFirstKey(fact.counterparty, hash))}`;
  if ('device' in fact)
    return ['device', fact.device, ...(fact.devicePeriod === undefined ? [] : [fact.devicePeriod])].join('#');
  if ('flow' in fact) return `flow#${contentId(fact.flow)}`;
  return `listing#${contentId(fact.listing)}`;
}
