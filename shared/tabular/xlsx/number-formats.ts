import { isDeepStrictEqual } from 'node:util';
import { parseMoney } from '#shared/domain/vietnamese/money.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import { attribute, isOn } from './xml-text.ts';
import type { XmlSink } from './xml-scanner.ts';

/** The parts of a number format for positive numbers. */
interface FormatParts {
  /** The signs that stand for digits, days or times. */
  readonly shown: string;
  /** The words and signs that the format writes beside the number, such as `triệu`, `$` or `%`. */
  readonly words: string;
  /** Whether it shows hours, minutes or seconds that may exceed a day, as `[h]:mm` does. */
  readonly isDuration: boolean;
}

const DURATION = /^(?:h+|m+|s+)$/iu;
/** The sign of a currency in brackets: `$-409` names only a language. */
const CURRENCY = /^\$([^-]*)/u;
/** Quoted text, an escaped sign, brackets, and the signs `_` and `*` that pad the cell with the sign behind them. */
const LITERAL = /"([^"]*)"|\\([^])|\[([^\]]*)\]|[_*][^]/gu;

/** A section that counts only for some numbers: `[<1000]`, `[=0]`. */
const CONDITION = /\[[<>=]/u;
/** The signs that stand for the digits of a number; a section without them writes only words. */
const DIGITS = /[0#?]|general/iu;
const MOST_SECTIONS = 3;

/**
 * The sections of a format that may show a positive number, each in its parts: the first one, or all where conditions
 * choose between them, as in `[=0]"-";#,##0 "triệu"`.
 */
function partsOfSections(code: string): readonly FormatParts[] {
  const sections = sectionsOf(code);
  const [first = ''] = sections;
  if (!sections.some((section) => CONDITION.test(section.replaceAll(/"[^"]*"/gu, '')))) return [partsOf(first)];
  const numeric = sections.map(partsOf).filter(({ shown }) => DIGITS.test(shown));
  return numeric.length === 0 ? [partsOf(first)] : numeric;
}

/** Divides a section of a format into what stands for the number and what is written beside it. */
function partsOf(section: string): FormatParts {
  let words = '';
  let isDuration = false;
  const shown = section.replaceAll(LITERAL, (_, quoted?: string, escaped?: string, bracket?: string) => {
    words += quoted ?? escaped ?? CURRENCY.exec(bracket ?? '')?.[1] ?? '';
    isDuration ||= DURATION.test(bracket ?? '');
    return '';
  });
  const signs = shown.replaceAll(/[^$€£¥₫]/gu, '');
  return { shown, words: (words + signs).trim(), isDuration };
}

/** The sections for numbers between semicolons that are no part of a literal; the fourth one is for texts. */
function sectionsOf(code: string): readonly string[] {
  const sections: string[] = [];
  for (let from = 0; from <= code.length && sections.length < MOST_SECTIONS; ) {
    const end = sectionEnd(code, from);
    sections.push(code.slice(from, end));
    from = end + 1;
  }
  return sections;
}

function sectionEnd(code: string, from: number): number {
  for (let at = from; at < code.length; at += 1) {
    const letter = code.charAt(at);
    if (letter === ';') return at;
    if (letter === '\\' || letter === '_' || letter === '*') at += 1;
    else if (letter === '"' || letter === '[') {
      const end = code.indexOf(letter === '"' ? '"' : ']', at + 1);
      if (end === -1) return at;
      at = end;
    }
  }
  return code.length;
}

/**
 * How a cell's number is shown: as a day, as a time or duration, with leading zeros to a number of digits, as a
 * percentage, divided into thousands or millions, beside words for a unit of money (`times` đồng) or a percent sign that
 * multiply nothing, in another currency, or in one of several units by a condition. A style may cross all of its cells out, numbers and texts.
 */
export type NumberFormat =
  | { readonly day: true; readonly withTime?: true }
  | { readonly time: true }
  | { readonly digits: number }
  | { readonly percent: true }
  | { readonly scaled: true }
  | { readonly times: number }
  | { readonly percentSign: true }
  | { readonly currency: string }
  | { readonly unclear: string }
  | { readonly crossedOut: true }
  | undefined;

/** Excel's limits for cell styles, for custom formats and for their length. */
const MOST_STYLES = 65_536;
const MOST_FORMATS = 4096;
const LONGEST_FORMAT = 255;
/** Signs that group the digits of a number that is no amount, as in `0000 000 000` or `(000) 000-0000`. */
const BETWEEN_DIGITS = /[ \u00A0\u202F()-]/gu;

/** The built-in formats that show a time or a duration (ECMA-376 18.8.30). */
const isBuiltInTime = (id: number): boolean => (id >= 18 && id <= 21) || (id >= 45 && id <= 47);

const DAY_WITH_TIME = 22;

/** The built-in formats that show a day: 14…17 and 22, and those of East Asia. */
const isBuiltInDay = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** The built-in formats `0%` and `0.00%`. */
const isBuiltInPercent = (id: number): boolean => id === 9 || id === 10;
/** Matches commas behind the last digit before the decimal point, each of which divides the shown number by a thousand. */
const SCALED = /[0#?],+(?=[^,0#?]*$|\.)/u;

/** Reads from `styles.xml` the format of each cell style by its number. */
export class NumberFormats implements XmlSink {
  readonly ofStyles: NumberFormat[] = [];
  readonly #own = new Map<number, NumberFormat>();
  /** The fonts by their number: whether each crosses its text out. */
  readonly #fonts: boolean[] = [];
  #inCellStyles = false;
  #inFonts = false;

  open(name: string, attributes: string): void {
    if (name === 'numFmt' && this.#own.size < MOST_FORMATS)
      this.#own.set(idIn(attributes), formatOf(attribute(attributes, 'formatCode') ?? ''));
    else if (name === 'cellXfs') this.#inCellStyles = true;
    else if (name === 'xf' && this.#inCellStyles && this.ofStyles.length < MOST_STYLES) this.#add(attributes);
    else this.#openFont(name, attributes);
  }

  #openFont(name: string, attributes: string): void {
    if (name === 'fonts') this.#inFonts = true;
    if (!this.#inFonts || this.#fonts.length > MOST_STYLES) return;
    if (name === 'font') this.#fonts.push(false);
    else if (name === 'strike') this.#fonts[this.#fonts.length - 1] = isOn(attributes);
  }

  close(name: string): void {
    if (name === 'cellXfs') this.#inCellStyles = false;
    else if (name === 'fonts') this.#inFonts = false;
  }

  text(): void {}

  #add(attributes: string): void {
    const id = idIn(attributes);
    if (this.#fonts[Number(attribute(attributes, 'fontId') ?? 0)] === true) this.ofStyles.push({ crossedOut: true });
    else this.ofStyles.push(this.#own.has(id) ? this.#own.get(id) : builtIn(id));
  }
}

const builtIn = (id: number): NumberFormat => {
  if (id === DAY_WITH_TIME) return { day: true, withTime: true };
  if (isBuiltInDay(id)) return { day: true };
  if (isBuiltInTime(id)) return { time: true };
  return isBuiltInPercent(id) ? { percent: true } : undefined;
};

const idIn = (attributes: string): number => Number(attribute(attributes, 'numFmtId') ?? 0);

/** What programs of other languages write for the format without a form, whose letters would stand for a day. */
const GENERAL = /^(?:\[[^\]]*\])*(?:general|standard|standaard|est[aá]ndar)$/iu;

const formatOf = (code: string): NumberFormat => {
  if (code.length > LONGEST_FORMAT || GENERAL.test(code)) return undefined;
  const sections = partsOfSections(code);
  const formats = sections.map(formatOfSection);
  const [first] = formats;
  if (formats.every((format) => isDeepStrictEqual(format, first))) return first;
  // Both show the same whole number
  if (formats.every((format) => format === undefined || 'scaled' in format)) return { scaled: true };
  return { unclear: sections.map(({ shown, words }) => words || shown).join(' / ') };
};

const formatOfSection = ({ shown, words, isDuration }: FormatParts): NumberFormat => {
  const digits = shown.replaceAll(BETWEEN_DIGITS, '');
  if (/^0{2,}$/u.test(digits)) return { digits: digits.length };
  if (/[dy]/iu.test(shown)) return /h/iu.test(shown) ? { day: true, withTime: true } : { day: true };
  if (isDuration || /[hs]/iu.test(shown)) return { time: true };
  if (shown.includes('%')) return { percent: true };
  return SCALED.test(shown) ? { scaled: true } : wordsOf(words);
};

/** Units as officers shorten them behind a number, without signs: `tr.đ`, `(1.000 đ)`, `M`. */
const SHORT_UNITS: Readonly<Record<string, number>> = {
  '1000d': 1e3,
  '1000dong': 1e3,
  '1000vnd': 1e3,
  nd: 1e3,
  trd: 1e6,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
};
const OTHER_CURRENCY = /[$€£¥₩]|\b(?:usd|eur|jpy|cny|rmb|krw|gbp)\b/iu;

/** What the words beside a number say: `0 "triệu"` shows the number 5 as `5 triệu`. */
const wordsOf = (words: string): NumberFormat => {
  if (words.includes('%')) return { percentSign: true };
  if (OTHER_CURRENCY.test(words)) return { currency: words };
  if (words === '') return undefined;
  const times = SHORT_UNITS[foldMarks(words).replaceAll(/[^a-z0-9]/gu, '')] ?? parseMoney(`1 ${words}`);
  return times === undefined || times === 1 ? undefined : { times };
};
