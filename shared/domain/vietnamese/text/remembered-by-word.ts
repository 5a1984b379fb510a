/** The number of words whose results are kept; a real file has far fewer. */
const MOST_WORDS = 8192;
/** A longer word is no syllable, and V8 would keep the whole text of which it is a part. */
const LONGEST_WORD = 12;

/** Computes a result of a word once, as long as few words have come since: the words of a file repeat. */
export function rememberedByWord<T extends string | boolean>(compute: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const result = compute(word);
    if (word.length > LONGEST_WORD) return result;
    if (known.size === MOST_WORDS) known.clear();
    known.set(word, result);
    return result;
  };
}
