import { digitsFromSpreadsheet } from './spreadsheet-number.ts';
import { HOME_PROVINCE } from './home-province.ts';
import { wordMap } from './text/rows-of.ts';

const PLAIN = /^0[35-9]\d{8}$/;
const BETWEEN = /[/;,|\n]|\s[-–]\s|\s(?:hoặc|hoac|và|va)\s/i;

/** The eleven-digit mobile prefixes with their replacements of 15/09/2018 (from general knowledge). */
const MOBILE_2018: ReadonlyMap<string, string> = wordMap(`
  0120: 070; 0121: 079; 0122: 077; 0123: 083; 0124: 084; 0125: 085; 0126: 076; 0127: 081; 0128: 078; 0129: 082;
  0162: 032; 0163: 033; 0164: 034; 0165: 035; 0166: 036; 0167: 037; 0168: 038; 0169: 039; 0186: 056; 0188: 058;
  0199: 059`);

/** The landline codes that changed in 2017: the home province's and the capital's. */
const LANDLINE_2017: readonly (readonly [before: RegExp, after: string])[] = [
  ...Object.entries(HOME_PROVINCE.landlines).map(
    ([before, after]) => [new RegExp(`^${before}(?=\\d{7}$)`), after] as const,
  ),
  [/^04(?=\d{8}$)/, '024'],
];

/** `0084` before a landline's ten digits. */
const LONGEST_DIGITS = 12;

/**
 * Finds every phone number of a cell once, in national form: `0xxxxxxxxx`, eleven digits for a landline (`0221…`),
 * `1900…` unchanged. It accepts +84, 0084 and 84, a zero that a spreadsheet dropped, dots and spaces; other texts are
 * left out.
 */
export function parsePhones(text: string): string[] {
  if (PLAIN.test(text)) return [text];
  const found = new Set<string>();
  for (const piece of text.split(BETWEEN)) for (const phone of inPiece(piece)) found.add(phone);
  if (found.size === 0) for (const phone of inPiece(text)) found.add(phone);
  return [...found];
}

function inPiece(text: string): string[] {
  const piece = (digitsFromSpreadsheet(text.trim()) ?? '').replace(/(?:ext|máy lẻ|nhánh|số lẻ)[.:\s]*\d+.*$/i, '');
  const whole = national(piece.replaceAll(/[^\d+]/g, ''));
  if (whole !== undefined) return [whole];
  const sides = piece.split(/[-–+]/).map(national);
  if (sides.length > 1 && sides.every((side) => side !== undefined)) return sides;
  const words = piece.split(/[^\d+.()-]+/).filter((word) => /\d/.test(word));
  return words.length < 2 ? [] : joined(words);
}

/** Splits numbers that are separated only by spaces, by the shortest runs of words that form a number. */
function joined(words: readonly string[]): string[] {
  const found: string[] = [];
  let run = '';
  for (const word of words) {
    run += word.replaceAll(/[^\d+]/g, '');
    // A longer run of words cannot become a number
    if (run.replaceAll(/\D/g, '').length > LONGEST_DIGITS) return [];
    const phone = national(run);
    if (phone === undefined) continue;
    found.push(phone);
    run = '';
  }
  return run === '' ? found : [];
}

function national(raw: string): string | undefined {
  const digits = raw.replace(/^(?:\+|00)(?=84)/, '');
  if (digits.includes('+')) return undefined;
  if (/^1[89]00\d{4}(?:\d{2})?$/.test(digits)) return digits;
  if (digits.startsWith('84') && digits.length >= 11) return withZero(digits.slice(2).replace(/^0/, ''));
  return digits.startsWith('0') ? today(digits) : withZero(digits);
}

function withZero(digits: string): string | undefined {
  return /^[1-9]\d{8,9}$/.test(digits) ? today(`0${digits}`) : undefined;
}

function today(phone: string): string | undefined {
  if (PLAIN.test(phone)) return phone;
  if (/^02\d{9}$/.test(phone)) return phone;
  const mobile = phone.length === 11 ? MOBILE_2018.get(phone.slice(0, 4)) : undefined;
  if (mobile !== undefined) return `${mobile}${phone.slice(4)}`;
  const landline = LANDLINE_2017.find(([before]) => before.test(phone));
  return landline && phone.replace(landline[0], landline[1]);
}
