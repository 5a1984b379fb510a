import { type NameToken, readNameWord, readWord } from '../person-name/name-token.ts';
import { splitWords } from '../person-name/split-words.ts';
import { cleanText } from '../text/clean.ts';
import { type LegacyFont, repairLegacyFont } from '../text/legacy-fonts.ts';
import type { TypingMethod } from '../text/typing.ts';
import { LEADING_FORMS, type NamedForm, TRAILING_FORMS } from './legal-forms.ts';
import { indexPhrases } from './phrases.ts';
import { splitShortForms, type Trade, TRADE_PHRASES } from './trades.ts';

/** Tên doanh nghiệp taken apart: a branch or office of a company, its legal form, its trades, its own name (tên riêng). */
export interface CompanyName {
  readonly unit: 'company' | 'branch';
  readonly form: NamedForm | undefined;
  readonly trades: readonly Trade[];
  /** Tên riêng; where form and trades are all there is, the trades. */
  readonly brand: readonly NameToken[];
  /** All that follows the form, trades and brand. */
  readonly rest: readonly NameToken[];
  /** Every word in canonical lower case, as written. */
  readonly text: string;
  /** Whether the brand was typed with Vietnamese marks. */
  readonly marked: boolean;
  /** The font of before Unicode, or the typing method, it had to be read through. */
  readonly repairedFrom: LegacyFont | TypingMethod | undefined;
}

const DOTTED = /(?<![\p{L}\p{M}])(\p{L})\.(?=\p{L}(?![\p{L}\p{M}]))/gu;
const CONNECTORS = new Set(['và', 'va', 'and']);
const BRANCHES = indexPhrases(
  ['chi nhánh', 'văn phòng đại diện', 'địa điểm kinh doanh', 'vpđd'].map((text) => ({ words: text.split(' ') })),
);

/** Parses a company's name as written on a form, a list or an account. Never throws: what isn't recognised is brand. */
export function parseCompanyName(raw: string): CompanyName {
  const repair = repairLegacyFont(raw);
  const text = cleanText(repair?.text ?? raw)
    .replace(DOTTED, '$1')
    .replaceAll('&', ' và ');
  const tokens = splitWords(text).flatMap(readWord);
  const recognised = takeForm(tokens);
  const typed = recognised.form === undefined ? splitWords(text).flatMap(readNameWord) : tokens;
  const { unit, form, rest } = recognised.form === undefined ? takeForm(typed) : recognised;
  const { trades, brand } = takeTrades(rest, form !== undefined);
  return {
    unit,
    form,
    trades,
    brand,
    rest,
    text: typed.map((token) => token.text).join(' '),
    marked: isMarked(brand, typed),
    repairedFrom: repair?.font ?? typed.find((token) => token.typed !== undefined)?.typed,
  };
}

/** A brand without marks in a name that has them was meant so, unless a word of it can't be (`phat` would need a tone). */
const isMarked = (brand: readonly NameToken[], all: readonly NameToken[]): boolean => {
  if (brand.some((token) => token.marked)) return true;
  return all.some((token) => token.marked) && brand.every((token) => token.valid || !token.couldBe);
};

const takeForm = (tokens: readonly NameToken[]): Pick<CompanyName, 'unit' | 'form' | 'rest'> => {
  const marked = tokens.some((token) => token.marked);
  const branch = BRANCHES.at(tokens, 0, marked);
  const unit = branch === undefined ? 'company' : 'branch';
  const start = branch?.words.length ?? 0;
  const leading = LEADING_FORMS.at(tokens, start, marked);
  if (leading !== undefined) return { unit, form: leading.form, rest: tokens.slice(start + leading.words.length) };
  const own = tokens.slice(start);
  const trailing = TRAILING_FORMS.atEnd(own, marked);
  return { unit, form: trailing?.form, rest: own.slice(0, own.length - (trailing?.words.length ?? 0)) };
};

/** Trades before the brand, and after it; connectors between trades go with them. Short forms (`TM`) only after a legal form: elsewhere they may be a brand. */
const takeTrades = (rest: readonly NameToken[], formed: boolean): Pick<CompanyName, 'trades' | 'brand'> => {
  const marked = rest.some((token) => token.marked);
  const trades: Trade[] = [];
  let start = 0;
  for (
    let found = tradeAt(rest, 0, marked, formed);
    found !== undefined;
    found = tradeAt(rest, start, marked, formed)
  ) {
    trades.push(...found.trades);
    start = found.end;
  }
  let brand = rest.slice(start);
  for (let found = tradeBefore(brand, marked); found !== undefined; found = tradeBefore(brand, marked)) {
    trades.push(...found.trades);
    brand = brand.slice(0, found.start);
  }
  return brand.length === 0
    ? { trades: [], brand: rest.filter(isNoConnector) }
    : { trades, brand: brand.filter(isNoConnector) };
};

const isNoConnector = (token: NameToken): boolean => !CONNECTORS.has(token.text);
const skipConnectors = (tokens: readonly NameToken[], from: number): number => {
  let at = from;
  while (CONNECTORS.has(tokens[at]?.text ?? '')) at += 1;
  return at;
};

const tradeAt = (tokens: readonly NameToken[], from: number, marked: boolean, formed: boolean) => {
  const at = skipConnectors(tokens, from);
  const phrase = TRADE_PHRASES.at(tokens, at, marked);
  if (phrase !== undefined) return { trades: [phrase.trade], end: at + phrase.words.length };
  const short = formed ? splitShortForms(tokens[at]?.text ?? '?') : undefined;
  return short === undefined || at >= tokens.length
    ? undefined
    : { trades: short.map((form) => ({ short: form })), end: at + 1 };
};

const tradeBefore = (brand: readonly NameToken[], marked: boolean) => {
  const phrase = TRADE_PHRASES.atEnd(brand, marked);
  return phrase === undefined ? undefined : { trades: [phrase.trade], start: brand.length - phrase.words.length };
};
