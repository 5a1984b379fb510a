/**
 * A pattern, what is written instead of its matches, and the signs of which each match has one: most addresses have no
 * dash and no bracket, and looking for a sign takes a hundredth of the time.
 *
 * A pattern that looks behind begins with the first letters of its matches, because a look behind every letter of a text
 * takes most of the time of reading an address.
 */
export type Rewriting = readonly [pattern: RegExp, by: string | ((...found: string[]) => string), signs?: string];

/** Applies the rewritings in their order, each of them to the text that those before it left. */
export function rewrite(text: string, rewritings: readonly Rewriting[]): string {
  return rewritings.reduce((read, [pattern, by, signs]) => {
    if (signs !== undefined && !hasOneOf(read, signs)) return read;
    return typeof by === 'string' ? read.replace(pattern, by) : read.replace(pattern, by);
  }, text);
}

function hasOneOf(text: string, signs: string): boolean {
  for (const sign of signs) if (text.includes(sign)) return true;
  return false;
}
