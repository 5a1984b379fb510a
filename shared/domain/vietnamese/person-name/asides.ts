import type { NameToken } from './name-token.ts';

const BRACKETED = /[([{][^)\]}]*(?:[)\]}]|$)/gu;
const HAS_BRACKET = /[([{]/u;
/**
 * The least digits of a number beside a name. Shorter ones may belong to the name (`Nguyễn Văn 1`), except a row's
 * number before it.
 */
const LONG_NUMERAL = 4;

/**
 * The text without words in brackets such as `(con)`, `(tức Tý)` or `(Giám đốc)`; undefined where there are none or no
 * other words.
 */
export function withoutBrackets(text: string): string | undefined {
  if (!HAS_BRACKET.test(text)) return undefined;
  const left = text.replace(BRACKETED, ' ');
  return /\p{L}/u.test(left) ? left : undefined;
}

/** Removes a birth year (`sinh 1980`), a document number or a row's number; returns the same tokens where there is none. */
export function withoutNumerals(tokens: readonly NameToken[]): readonly NameToken[] {
  if (!tokens.some(({ numeral }) => numeral)) return tokens;
  const isLong = (at: number): boolean =>
    tokens[at]?.numeral === true && (tokens[at]?.text.length ?? 0) >= LONG_NUMERAL;
  const kept = tokens.filter(({ numeral, plain }, at) =>
    numeral ? at > 0 && !isLong(at) : plain !== 'sinh' || !isLong(at + 1) || at < 2,
  );
  return kept.length === tokens.length ? tokens : kept;
}

/** Keeps one of two equal names, as in `NGUYỄN VĂN AN (Nguyen Van An)`; returns the same tokens otherwise. */
export function withoutRepetition(tokens: readonly NameToken[]): readonly NameToken[] {
  const half = tokens.length / 2;
  if (half < 2 || !Number.isInteger(half) || tokens[0]?.plain !== tokens[half]?.plain) return tokens;
  const repeated = tokens.slice(0, half).every(({ plain }, at) => tokens[half + at]?.plain === plain);
  if (!repeated) return tokens;
  const [first, second] = [tokens.slice(0, half), tokens.slice(half)];
  return first.some(({ marked }) => marked) ? first : second;
}
