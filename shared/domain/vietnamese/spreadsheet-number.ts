const TRAILING_ZEROS = /^(\d+)[.,]0+$/;
const SCIENTIFIC = /^(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i;
const MOST_LOST_ZEROS = 2;

/**
 * The digits of a code that a spreadsheet turned into a number: `900189284.0`, `9.00189284E8`. A short scientific form
 * (`9.00189E+08`) has lost digits and gives undefined; any other text is returned unchanged.
 */
export function digitsFromSpreadsheet(text: string): string | undefined {
  const whole = TRAILING_ZEROS.exec(text)?.[1];
  if (whole !== undefined) return whole;
  const scientific = SCIENTIFIC.exec(text);
  if (!scientific) return text;
  const digits = `${scientific[1]}${scientific[2] ?? ''}`;
  const length = Number(scientific[3]) + 1;
  if (length < digits.length || length - digits.length > MOST_LOST_ZEROS) return undefined;
  return digits.padEnd(length, '0');
}
