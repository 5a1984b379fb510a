import type { Reader, CellResult } from '../column.ts';

const KEPT = 16_384;
/** Longer cells hardly ever come again. */
const LONGEST = 48;
const COPIED_BY_ITSELF = 13;

/**
 * A reader that remembers what it made of a text: dates, roles, banks and amounts come again and again.
 * Only for columns without personal data worth keeping out of memory: names and numbers are never remembered.
 */
export function memoised<T>(reader: Reader<T>): Reader<T> {
  const known = new Map<string, CellResult<T>>();
  return (cell, font) => {
    // In a file of another font the same text says something else.
    if (typeof cell !== 'string' || cell.length > LONGEST || font !== undefined) return reader(cell, font);
    const hit = known.get(cell);
    if (hit !== undefined) return hit;
    const own = detached(cell);
    const reading = reader(own);
    if (known.size >= KEPT) known.clear();
    known.set(own, reading);
    return reading;
  };
}

/** A long piece of a chunk of text keeps the whole chunk alive; its copy doesn't. V8 copies shorter ones by itself. */
const detached = (text: string): string =>
  text.length < COPIED_BY_ITSELF ? text : Buffer.from(text, 'utf8').toString('utf8');
