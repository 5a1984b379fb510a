const LONGEST_SHARED = 300;
/** A power of two, so that a number becomes the index of a slot by its last bits. */
const SLOTS = 65_536;
/** The most letters of a text that decide its slot; of longer ones they are taken at equal distances. */
const LETTERS = 32;
const slots: (string | undefined)[] = Array.from({ length: SLOTS });

/**
 * The text that was given before, where it is the same. Codes, days, kinds and samples recur in many items, so that each
 * is kept in memory once. A slot keeps the last text that belongs there, because a map of all texts would cost more than
 * it saves.
 */
export function sharedText(text: string): string {
  if (text.length > LONGEST_SHARED) return text;
  const slot = slotOf(text);
  const known = slots[slot];
  if (known === text) return known;
  slots[slot] = text;
  return text;
}

function slotOf(text: string): number {
  const step = Math.ceil(text.length / LETTERS);
  let mixed = text.length;
  for (let at = 0; at < text.length; at += step) mixed = Math.imul(mixed, 31) + text.charCodeAt(at);
  return (mixed ^ (mixed >>> 16)) & (SLOTS - 1);
}
