import type { NameToken } from '../person-name/name-token.ts';
import { FOREIGN_TRADE_PHRASES, splitShortForms, type Trade, TRADE_PHRASES } from './trades.ts';

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
