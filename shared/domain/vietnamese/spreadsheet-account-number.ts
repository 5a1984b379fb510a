/** Digits that a spreadsheet's number keeps; the ones behind them became 0. */
const KEPT_DIGITS = 15;
/** Rounding changes the last kept digit, and seldom the two before it. */
const SURE_DIGITS = 13;
const ZEROS_OF_ROUNDING = /0{2}$/u;

/**
 * The rest of an account number after a spreadsheet: its digits without the zeros in front, and of one longer than a
 * spreadsheet keeps its length and first digits. The exact number and its form in a cell have the same.
 */
export function spreadsheetFormOf(accountNumber: string): string {
  if (!/^\d+$/u.test(accountNumber)) return accountNumber;
  const bare = accountNumber.replace(/^0+(?=\d)/u, '');
  return bare.length <= KEPT_DIGITS ? bare : `${bare.length}~${bare.slice(0, SURE_DIGITS)}`;
}

/** A number as text that shows a spreadsheet's rounding: longer than it keeps, zeros behind what it keeps. */
export function looksRounded(digits: string): boolean {
  return digits.length > KEPT_DIGITS + 1 && ZEROS_OF_ROUNDING.test(digits) && /^0*$/u.test(digits.slice(KEPT_DIGITS));
}
