const LARGEST = 9e15;
const MARKS = /[\u0300-\u036F]/g;
const CURRENCY = /^(?:vnd|d)\s?|\s?(?:viet nam dong|dong(?: viet nam)?|vnd|d)$/g;
/** Text after an amount in documents: the amount in words, the currency in brackets, strokes against additions. */
const IN_BRACKETS = /\((?:[^()\d]* )?(?:dong|vnd|d)(?: viet nam)?(?: chan)?[ ./]*\)$/;
const EXACTLY = / chan$/;
const STROKES = /[\s./,-]+$/;
/** What a spreadsheet shows of a long number: `1.23457E+11`, or `2,99E+09` in the format of powers of ten. */
const ROUNDED = /^\d(?:\.\d{5}|[.,]\d\d)e\+\d\d$/;
/** Matches a minus behind its number, as accounting programs write it; a stroke against additions follows a space or a sign. */
const MINUS_BEHIND = /\d-\s*$/;
const FLOAT = /^(\d)(?:[.,](\d+))?e\+?(\d{1,2})$/;
const GROUPED = /^\d{1,3}(?:(?:\.\d{3})+|(?:,\d{3})+|(?: \d{3})+)$/;
const PART =
  /^(\d+(?:[.,]\d+)*) ?(nghin ty|ngan ty|tram ty|chuc ty|ty|ti|tram trieu|chuc trieu|trieu|tr|tram nghin|tram ngan|nghin|ngan|k)( ruoi$)?(?:,? |$)/;
const UNITS: Readonly<Record<string, number>> = {
  'nghin ty': 12,
  'ngan ty': 12,
  'tram ty': 11,
  'chuc ty': 10,
  ty: 9,
  ti: 9,
  'tram trieu': 8,
  'chuc trieu': 7,
  trieu: 6,
  tr: 6,
  'tram nghin': 5,
  'tram ngan': 5,
  nghin: 3,
  ngan: 3,
  k: 3,
};

/**
 * Reads whole đồng from text: `1.000.000.000`, `1,000,000,000`, `10 tỷ`, `1,5 tỷ`, `1 tỷ rưỡi`, `2 tỷ 500 triệu`, with
 * or without VND/đồng/đ. Amounts that are negative, fractional, ambiguous, in words, in another currency or above
 * 9·10¹⁵ give undefined.
 */
export function parseMoney(text: string): number | undefined {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  if (MINUS_BEHIND.test(text)) return undefined;
  const plain = text
    .normalize('NFD')
    .replace(MARKS, '')
    .toLowerCase()
    .replaceAll(/[đð₫]/g, 'd')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(STROKES, '')
    .replace(IN_BRACKETS, '')
    .replace(STROKES, '')
    .replace(EXACTLY, '')
    .replace(CURRENCY, '')
    .trim();
  const digits = /^\d/.test(plain) ? (wholeDigits(plain) ?? floatDigits(plain)) : undefined;
  const amount = digits === undefined ? parts(plain) : Number(digits);
  return amount !== undefined && amount <= LARGEST ? amount : undefined;
}

/** Writes an amount such as `1.000.000.000 đồng`. */
export const formatMoney = (amount: number): string => `${withThousandsDots(amount)} đồng`;

/**
 * Writes a number with dots between thousands, such as `9.226`, rounded because a year's revenue divided by quarters may
 * have fractions.
 */
export function withThousandsDots(amount: number): string {
  const whole = Math.round(amount);
  let rest = Math.abs(whole);
  let text = '';
  while (rest >= 1000) {
    const thousands = Math.floor(rest / 1000);
    text = `${GROUPS[rest - thousands * 1000]}${text}`;
    rest = thousands;
  }
  return `${whole < 0 ? '-' : ''}${rest}${text}`;
}

/** Matches three digits after a point, `.000`…`.999`. */
const GROUPS = Array.from({ length: 1000 }, (_, digits) => `.${String(digits).padStart(3, '0')}`);

function wholeDigits(text: string): string | undefined {
  const cents = /^(.*\d)([.,])0{1,2}$/.exec(text);
  const whole = cents?.[1] !== undefined && !cents[1].slice(-4).includes(cents[2] ?? '') ? cents[1] : text;
  if (/^\d+$/.test(whole)) return whole;
  return GROUPED.test(whole) ? whole.replaceAll(/[., ]/g, '') : undefined;
}

/** Reads `1E9`, but not the display form `1.23457E+11`, whose digits are lost. */
function floatDigits(text: string): string | undefined {
  const float = FLOAT.exec(text);
  if (!float || ROUNDED.test(text)) return undefined;
  return shift(float[1] ?? '', float[2] ?? '', Number(float[3]));
}

/** Adds the parts of `2 tỷ 500 triệu`; each unit must be smaller than the one before. */
function parts(text: string): number | undefined {
  let rest = text;
  let total = 0;
  let previous = Number.POSITIVE_INFINITY;
  while (rest !== '') {
    const part = PART.exec(rest);
    const exponent = UNITS[part?.[2] ?? ''];
    if (!part || exponent === undefined || exponent >= previous) return undefined;
    const amount = scaled(part[3] === undefined ? (part[1] ?? '') : withHalf(part[1] ?? ''), exponent);
    if (amount === undefined) return undefined;
    total += amount;
    previous = exponent;
    rest = rest.slice(part[0].length).replace(/^(?:va|,) /, '');
  }
  return text === '' ? undefined : total;
}

/** Reads `1 tỷ rưỡi`, but not `1,5 tỷ rưỡi`, which means nothing. */
function withHalf(digits: string): string {
  return /^\d+$/.test(digits) ? `${digits},5` : '';
}

/**
 * Reads the number before a unit: a comma is the decimal mark, and a point before three digits groups thousands. `1,500
 * triệu` is ambiguous.
 */
function scaled(text: string, exponent: number): number | undefined {
  const plain = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text) ? text.replaceAll('.', '') : text;
  const decimal = /^(\d+)(?:[.,](\d+))?$/.exec(plain);
  if (!decimal || /^\d{1,3},\d{3}$/.test(text)) return undefined;
  const digits = shift(decimal[1] ?? '', decimal[2] ?? '', exponent);
  return digits === undefined ? undefined : Number(digits);
}

function shift(whole: string, fraction: string, exponent: number): string | undefined {
  const significant = fraction.replace(/0+$/, '');
  return significant.length > exponent ? undefined : `${whole}${significant.padEnd(exponent, '0')}`;
}
