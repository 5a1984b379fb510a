import { ENGLISH_TRADES } from './english-trades.ts';
import { indexPhrases, type Phrase, type PhraseIndex } from './phrases.ts';
import { TRADES_NEVER_OMITTED, TRADES } from './trade-phrases.ts';

/** One trade in a name, and the phrases it may stand for: a short form (`vt`) or an English word may stand for several. */
export interface Trade {
  readonly text: string;
  readonly phrases: readonly string[];
}

const ALL = [...TRADES, ...TRADES_NEVER_OMITTED];
const VITAL: ReadonlySet<string> = new Set(TRADES_NEVER_OMITTED.map(([phrase]) => phrase));

interface TradePhrase extends Phrase {
  readonly trade: Trade;
}

const asPhrase = (text: string, phrases: readonly string[]): TradePhrase => ({
  words: text.split(' '),
  trade: { text, phrases },
});

/** Finds whole phrases only, so that a brand's own word (`Phát` of Hòa Phát) is never part of `phát triển`. */
export const TRADE_PHRASES: PhraseIndex<TradePhrase> = indexPhrases(ALL.map(([phrase]) => asPhrase(phrase, [phrase])));

/** Finds English phrases, for a name without a Vietnamese legal form. */
export const FOREIGN_TRADE_PHRASES: PhraseIndex<TradePhrase> = indexPhrases(
  ENGLISH_TRADES.flatMap(([words, ...phrases]) => words.split('|').map((text) => asPhrase(text, phrases))),
);

const withoutBar = (text: string): string => text.replaceAll('đ', 'd');
/** A short form with a vowel may be a word, unlike `tbyt`. */
const MAY_BE_WORD = /[aăâeêioôơuư]|^.?y|y$|^.yt$/u;

const SHORT_FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  [...Map.groupBy(ALL, ([, short]) => withoutBar(short ?? ''))]
    .filter(([short]) => short !== '' && !MAY_BE_WORD.test(short))
    .map(([short, rows]) => [short, rows.map(([phrase]) => phrase)]),
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
