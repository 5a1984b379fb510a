import { rarenessOf } from './rareness.ts';

/** Fewer groups of letters than these are in too many texts. */
const FEWEST = 3;
/** The same letters say less than the same words. */
const OF_WORDS = 0.9;

/**
 * How much of a searched text's groups of three letters each of some texts has, 0…1: so that joined and parted words and
 * several wrong letters are found. Both are without spaces and marks.
 */
export function likenessByLetters(asked: string, texts: readonly string[]): readonly number[] {
  const groups = [...new Set(Array.from({ length: Math.max(0, asked.length - 2) }, (_, n) => asked.slice(n, n + 3)))];
  if (groups.length < FEWEST) return [];
  const holders = groups.map((group) => texts.map((text) => text.includes(group)));
  const weights = rarenessOf(
    holders.map((held) => held.filter(Boolean).length),
    texts.length,
  );
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return texts.map((_, n) => {
    const held = weights.reduce((sum, weight, group) => (holders[group]?.[n] === true ? sum + weight : sum), 0);
    return (OF_WORDS * held) / all;
  });
}
