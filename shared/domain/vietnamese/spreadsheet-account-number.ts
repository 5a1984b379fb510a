/** The number of digits that a spreadsheet's number keeps; later digits become 0. */
const KEPT_DIGITS = 15;
/** The number of last kept digits that are not compared, because rounding changes the last one and seldom the two before it. */
const SURE_DIGITS = 13;
const ZEROS_OF_ROUNDING = /0{2}$/u;

/**
 * The part of an account number that a spreadsheet preserves: its digits without leading zeros or, for a longer number
 * than a spreadsheet keeps, its length and first digits. It is equal for the exact number and its form in a cell.
 */
export function spreadsheetFormOf(accountNumber: string): string {
  if (!/^\d+$/u.test(accountNumber)) return accountNumber;
  const bare = accountNumber.replace(/^0+(?=\d)/u, '');
  return bare.length <= KEPT_DIGITS ? bare : `${bare.length}~${bare.slice(0, SURE_DIGITS)}`;
}

/**
 * Whether a number as text shows a spreadsheet's rounding: it is longer than a spreadsheet keeps and ends with zeros
 * after the kept digits.
 */
export function looksRounded(digits: string): boolean {
  return digits.length > KEPT_DIGITS + 1 && ZEROS_OF_ROUNDING.test(digits) && /^0*$/u.test(digits.slice(KEPT_DIGITS));
}
