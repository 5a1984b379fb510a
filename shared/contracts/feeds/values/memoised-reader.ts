import type { Reader, CellResult } from '../column.ts';

const KEPT = 16_384;
/** Longer cells hardly ever repeat. */
const LONGEST = 48;
const COPIED_BY_ITSELF = 13;

/**
 * Makes a reader that remembers its results, because dates, roles, banks and amounts repeat. It must not be used for
 * personal data: names and numbers are never remembered.
 */
export function memoisedReader<T>(reader: Reader<T>): Reader<T> {
  const known = new Map<string, CellResult<T>>();
  return (cell, font) => {
    // In another font the same text has another meaning, so such cells are not remembered
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

/** Copies a long substring, because it would keep the whole chunk of text in memory. V8 copies shorter ones by itself. */
const detached = (text: string): string =>
  text.length < COPIED_BY_ITSELF ? text : Buffer.from(text, 'utf8').toString('utf8');
