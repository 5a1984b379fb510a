import type { AccountItem } from './account-item.ts';
import { contentKey } from './drop-key.ts';

/** The prefix of the sort key of the pointer from a spreadsheet's number to an exact one. */
export const POINTER_PREFIX = 'register-of#';

export const hasContent = ({ register, flow, counterparty, device, listing }: AccountItem) =>
  (register ?? flow ?? counterparty ?? device ?? listing) !== undefined;
export const hasSpreadsheetNumber = (item: AccountItem) => item.written === 'number';
export const hasUncertainNumber = ({ written }: AccountItem) => written !== undefined;
const mayLackZeros = (item: AccountItem) => item.written === 'perhaps-without-zeros';
export const hasExactNumber = (item: AccountItem) => hasContent(item) && item.written === undefined;
export const pointedAccounts = (items: readonly AccountItem[]) =>
  items.flatMap(({ fact }) => (fact.startsWith(POINTER_PREFIX) ? [contentKey(fact).slice(POINTER_PREFIX.length)] : []));

/**
 * The one account that a spreadsheet's number can mean; undefined where none or two are known. A number that may have
 * lost its zeros counts as written until a file has it with zeros or as a number.
 */
export function soleAccount(readingRef: string, items: readonly AccountItem[]): string | undefined {
  const candidates = [...pointedAccounts(items), ...(items.some(hasExactNumber) ? [readingRef] : [])];
  if (candidates.length === 0 && items.some(mayLackZeros) && !items.some(hasSpreadsheetNumber)) return readingRef;
  return candidates.length === 1 ? candidates[0] : undefined;
}
