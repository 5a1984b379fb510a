import { type NameToken, readNameWord, readWord } from '../person-name/name-token.ts';
import { splitWords } from '../person-name/split-words.ts';
import { cleanText } from '../text/clean.ts';
import { type LegacyFont, repairLegacyFont } from '../text/legacy-fonts.ts';
import { foldMarks } from '../text/fold.ts';
import { type FormPhrase, LEADING_FORMS, type NamedForm, TRAILING_FORMS } from './legal-forms.ts';
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
  readonly repairedFrom: LegacyFont | undefined;
}

const DOTTED = /(?<![\p{L}\p{M}])(\p{L})\.(?=\p{L}(?![\p{L}\p{M}]))/gu;
const CONNECTORS = new Set(['và', 'va', 'and']);
const BRANCHES = ['chi nhánh', 'văn phòng đại diện', 'địa điểm kinh doanh', 'vpđd', 'vpdd'].map((text) => text.split(' '));

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
  const { trades, brand } = takeTrades(rest);
  return {
    unit,
    form,
    trades,
    brand,
    rest,
    text: typed.map((token) => token.text).join(' '),
    marked: isMarked(brand, typed),
    repairedFrom: repair?.font,
  };
}

/** A brand without marks in a name that has them was meant so, unless a word of it can't be (`phat` would need a tone). */
const isMarked = (brand: readonly NameToken[], all: readonly NameToken[]): boolean => {
  if (brand.some((token) => token.marked)) return true;
  return all.some((token) => token.marked) && brand.every((token) => token.valid || !token.couldBe);
};

const takeForm = (tokens: readonly NameToken[]) => {
  const marked = tokens.some((token) => token.marked);
  const branch = BRANCHES.find((words) => startsWith(tokens, 0, words, marked));
  const start = branch?.length ?? 0;
  const unit: CompanyName['unit'] = branch === undefined ? 'company' : 'branch';
  const leading = LEADING_FORMS.find(({ words }) => startsWith(tokens, start, words, marked));
  if (leading !== undefined) return { unit, form: leading.form, rest: tokens.slice(start + leading.words.length) };
  const trailing = TRAILING_FORMS.find(({ words }) => endsWith(tokens, words, marked));
  const end = tokens.length - (trailing?.words.length ?? 0);
  return end > start ? { unit, form: trailing?.form, rest: tokens.slice(start, end) } : { unit, form: undefined, rest: tokens.slice(start) };
};

const endsWith = (tokens: readonly NameToken[], words: FormPhrase['words'], marked: boolean): boolean =>
  tokens.length > words.length && startsWith(tokens, tokens.length - words.length, words, marked);

/** Trades before the brand, else after it; connectors between trades go with them. */
const takeTrades = (rest: readonly NameToken[]): Pick<CompanyName, 'trades' | 'brand'> => {
  const marked = rest.some((token) => token.marked);
  const trades: Trade[] = [];
  let start = 0;
  for (let found = tradeAt(rest, 0, marked); found !== undefined; found = tradeAt(rest, start, marked)) {
    trades.push(...found.trades);
    start = found.end;
  }
  let brand = rest.slice(start);
  for (let found = tradeBefore(brand, marked); found !== undefined; found = tradeBefore(brand, marked)) {
    trades.push(...found.trades);
    brand = brand.slice(0, found.start);
  }
  return brand.length === 0 ? { trades: [], brand: rest.filter(isNoConnector) } : { trades, brand: brand.filter(isNoConnector) };
};

const isNoConnector = (token: NameToken): boolean => !CONNECTORS.has(token.text);
const skipConnectors = (tokens: readonly NameToken[], from: number): number => {
  let at = from;
  while (CONNECTORS.has(tokens[at]?.text ?? '')) at += 1;
  return at;
};

const tradeAt = (tokens: readonly NameToken[], from: number, marked: boolean) => {
  const at = skipConnectors(tokens, from);
  const phrase = TRADE_PHRASES.find(({ words }) => startsWith(tokens, at, words, marked));
  if (phrase !== undefined) return { trades: [phrase.trade], end: at + phrase.words.length };
  const short = splitShortForms(tokens[at]?.text ?? '?');
  return short === undefined || at >= tokens.length ? undefined : { trades: short.map((form) => ({ short: form })), end: at + 1 };
};

const tradeBefore = (brand: readonly NameToken[], marked: boolean) => {
  const phrase = TRADE_PHRASES.find(({ words }) => brand.length > words.length && startsWith(brand, brand.length - words.length, words, marked));
  return phrase === undefined ? undefined : { trades: [phrase.trade], start: brand.length - phrase.words.length };
};

/** A phrase stands here: with its marks where the name has any (`Văn Tài` is no `vận tải`), a word or two of it may lack theirs; without marks where the name has none. */
const startsWith = (tokens: readonly NameToken[], at: number, words: readonly string[], marked: boolean): boolean => {
  let exact = 0;
  for (let index = 0; index < words.length; index += 1) {
    const token = tokens[at + index];
    const word = words[index];
    if (token === undefined || word === undefined) return false;
    if (token.text === word) exact += 1;
    else if (token.marked || token.plain !== plainOf(word)) return false;
  }
  return !marked || exact * 2 >= words.length;
};

const plainWords = new Map<string, string>();
const plainOf = (word: string): string => {
  const known = plainWords.get(word) ?? foldMarks(word).replace(/^([bcdghklmnpqrstvx]*)y$/u, '$1i');
  plainWords.set(word, known);
  return known;
};
