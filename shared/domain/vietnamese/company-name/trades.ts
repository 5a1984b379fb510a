import { ENGLISH_TRADES } from './english-trades.ts';
import { indexPhrases, type Phrase, type PhraseIndex } from './phrases.ts';
import { TRADES_NEVER_OMITTED, TRADES } from './trade-phrases.ts';
import type { NameToken } from '../person-name/read-name-word.ts';

/** The parts of the name around the words. */
interface Setting {
  /** Whether a legal form was read. Short forms (`TM`) count only then, because otherwise they may be a brand. */
  readonly formed: boolean;
  /** Whether English trades count. */
  readonly foreign: boolean;
}

const CONNECTORS = new Set(['và', 'va', 'and']);

/**
 * Reads the trades before and after the brand with the connecting words between them. Where there are no other words,
 * they are the brand.
 */
export function takeTrades(
  rest: readonly NameToken[],
  setting: Setting,
): { readonly trades: readonly Trade[]; readonly brand: readonly NameToken[] } {
  const marked = rest.some((token) => token.marked);
  const trades: Trade[] = [];
  let start = 0;
  for (let found = tradeAt(rest, 0, marked, setting); found; found = tradeAt(rest, start, marked, setting)) {
    trades.push(...found.trades);
    start = found.end;
  }
  let brand = rest.slice(start);
  for (let found = tradeBefore(brand, marked, setting); found; found = tradeBefore(brand, marked, setting)) {
    trades.push(found.trade);
    brand = brand.slice(0, found.start);
  }
  return brand.length === 0
    ? { trades: [], brand: rest.filter(isNoConnector) }
    : { trades, brand: brand.filter(isNoConnector) };
}

const isNoConnector = (token: NameToken): boolean => !CONNECTORS.has(token.text);

const tradeAt = (tokens: readonly NameToken[], from: number, marked: boolean, { formed, foreign }: Setting) => {
  let at = from;
  while (CONNECTORS.has(tokens[at]?.text ?? '')) at += 1;
  const phrase =
    TRADE_PHRASES.at(tokens, at, marked) ?? (foreign ? FOREIGN_TRADE_PHRASES.at(tokens, at, marked) : undefined);
  if (phrase) return { trades: [phrase.trade], end: at + phrase.words.length };
  const trades = formed && at < tokens.length ? splitShortForms(tokens[at]?.text ?? '?') : undefined;
  return trades && { trades, end: at + 1 };
};

/** Without a legal form, a word with a trade is mostly a brand, such as `CT Group`. */
const tradeBefore = (brand: readonly NameToken[], marked: boolean, { formed, foreign }: Setting) => {
  const end = brand.findLastIndex(isNoConnector) + 1;
  const words = brand.slice(0, end);
  const phrase =
    TRADE_PHRASES.atEnd(words, marked) ?? (foreign ? FOREIGN_TRADE_PHRASES.atEnd(words, marked) : undefined);
  const start = end - (phrase?.words.length ?? 0);
  return phrase && (formed || start > 1) ? { trade: phrase.trade, start } : undefined;
};

/** One trade in a name, and the phrases it may stand for: a short form (`vt`) or an English word may stand for several. */
export interface Trade {
  readonly text: string;
  readonly phrases: readonly string[];
}

const ALL = [...TRADES, ...TRADES_NEVER_OMITTED];
const VITAL: ReadonlySet<string> = new Set(TRADES_NEVER_OMITTED.map(([phrase = '']) => phrase));

interface TradePhrase extends Phrase {
  readonly trade: Trade;
}

const asPhrase = (text: string, phrases: readonly string[]): TradePhrase => ({
  words: text.split(' '),
  trade: { text, phrases },
});

/** Finds whole phrases only, so that a brand's own word (`Phát` of Hòa Phát) is never part of `phát triển`. */
export const TRADE_PHRASES: PhraseIndex<TradePhrase> = indexPhrases(
  ALL.map(([phrase = '']) => asPhrase(phrase, [phrase])),
);

/** Finds English phrases, for a name without a Vietnamese legal form. */
export const FOREIGN_TRADE_PHRASES: PhraseIndex<TradePhrase> = indexPhrases(
  ENGLISH_TRADES.flatMap(([words = '', ...phrases]) => words.split('|').map((text) => asPhrase(text, phrases))),
);

const withoutBar = (text: string): string => text.replaceAll('đ', 'd');
/** A short form with a vowel may be a word, unlike `tbyt`. */
const MAY_BE_WORD = /[aăâeêioôơuư]|^.?y|y$|^.yt$/u;

const SHORT_FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  [...Map.groupBy(ALL, ([, short]) => withoutBar(short ?? ''))]
    .filter(([short]) => short !== '' && !MAY_BE_WORD.test(short))
    .map(([short, rows]) => [short, rows.map(([phrase = '']) => phrase)]),
);
const LONGEST_SHORT_FORM = 5;

/**
 * Splits a word into short forms: `tmdv` into `tm` and `dv`, while `xnk` is one; undefined where the word isn't made of
 * short forms.
 */
export function splitShortForms(word: string): readonly Trade[] | undefined {
  if (word === '') return [];
  for (let length = Math.min(LONGEST_SHORT_FORM, word.length); length >= 2; length -= 1) {
    const text = withoutBar(word.slice(0, length));
    const phrases = SHORT_FORMS.get(text);
    const rest = phrases && splitShortForms(word.slice(length));
    if (phrases && rest) return [{ text, phrases }, ...rest];
  }
  return undefined;
}

const isOneTrade = (one: Trade, other: Trade): boolean => one.phrases.some((phrase) => other.phrases.includes(phrase));
const isVital = ({ phrases }: Trade): boolean => phrases.some((phrase) => VITAL.has(phrase));

/** Compares the trades of two names; `part` means that one states fewer than the other, or none. */
export function compareTrades(one: readonly Trade[], other: readonly Trade[]): 'same' | 'part' | 'contradict' {
  const missing = (from: readonly Trade[], among: readonly Trade[]): readonly Trade[] =>
    from.filter((trade) => !among.some((candidate) => isOneTrade(trade, candidate)));
  const onlyOne = missing(one, other);
  const onlyOther = missing(other, one);
  if (onlyOne.length === 0 && onlyOther.length === 0) return 'same';
  if (onlyOne.some(isVital) || onlyOther.some(isVital)) return 'contradict';
  return onlyOne.length === 0 || onlyOther.length === 0 ? 'part' : 'contradict';
}
