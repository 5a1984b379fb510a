/** Reading what is printed, without the code that printed it. */
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';

/** A figure as the rows give it: a number, a date, a month, a quarter or words. Undefined where the rows don't tell it. */
export type Known = string | number | undefined;

export const DAY = String.raw`\d\d\/\d\d\/\d{4}`;
export const MONTH = String.raw`\d\d\/\d{4}`;
export const QUARTER = String.raw`\d\/\d{4}`;
export const MONEY = String.raw`[\d.]+ đồng`;
export const SHARE = String.raw`(?:[\d.,]+ %|chưa đến 0,1 %|trên 99,9 %)`;
export const BANKS = String.raw`[^:;.]+?`;

/** `dd/mm/yyyy`, `mm/yyyy`, `q/yyyy` and ISO forms as one form, which sorts. */
export function when(text = ''): string {
  const [, day, month, year] = /^(?:(\d{1,2})\/)?(\d{1,2})\/(\d{4})$/u.exec(text.trim()) ?? [];
  if (year === undefined) return text.trim().slice(0, 10);
  if (day !== undefined) return `${year}-${month?.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return month?.length === 1 ? `${year}-Q${month}` : `${year}-${month}`;
}

/** A number as Vietnamese write it, without its unit. */
export const numberIn = (text: string): number =>
  Number(text.replaceAll(/[^\d,-]/gu, '').replace(',', '.') || Number.NaN);

const NOTHING = /^(?:[-–—.?_]*|n\/a|null|none|nan|(?:không|chưa)(?: có)?|trống)$/iu;
/** Whether a cell has no value, also where somebody wrote that into it. */
export const isNothing = (text: string): boolean => NOTHING.test(text.trim());

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/tỷ$/u, 1e9],
  [/triệu$/u, 1e6],
];
/** Money of a file: `1.000.000`, `1000000`, `10 tỷ`. */
export function money(text = ''): number | undefined {
  if (isNothing(text)) return undefined;
  const unit = UNITS.find(([form]) => form.test(text.trim()));
  return unit ? numberIn(text.replace('.', ',')) * unit[1] : Number(text.replaceAll(/[^\d-]/gu, ''));
}

const nameOrBin = (bank: string): string => /\((\d{6}|[A-Z]{3,})\)/u.exec(bank)?.[1] ?? bank;
/** Whether a list of banks, by name or BIN, is these BINs. */
function areBanks(said: string, right: readonly string[]): boolean {
  const named = said.split(', ').map(nameOrBin).sort().join();
  return named === right.toSorted().join() || named === right.map(bankNameOf).sort().join();
}

/** Whether what is said is what the rows give, as exactly as it is said. */
export function agrees(said: string, right: Known | readonly string[]): boolean {
  if (right === undefined) return false;
  if (typeof right === 'object') return areBanks(said, right);
  if (typeof right === 'string') return said === right || when(said) === right;
  if (said.startsWith('chưa đến')) return right > 0 && right < 1;
  if (said.startsWith('trên')) return right > 99.9 && right < 100;
  const shown = numberIn(said);
  return Math.abs(shown - right) <= (said.includes('%') || said.includes(',') ? 0.05000001 : 0.5);
}
