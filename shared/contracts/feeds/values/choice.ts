import { isGarbledName } from '#shared/domain/vietnamese/text/garbled.ts';
import type { Reader } from '../column.ts';
import { headingKey } from '../heading-key.ts';
import { memoisedReader } from './memoised-reader.ts';
import { cellFault, unicodeText } from './text.ts';

/**
 * Reads one of a list by its words: case, marks, spaces and signs don't matter, so `CO_HOAT_DONG` is “Có hoạt động”.
 * `words` gives each value the ways to write it; the value itself is one of them.
 */
export function choiceReader<T extends string>(words: Readonly<Record<T, readonly string[]>>): Reader<T> {
  const values = new Map<string, T>();
  for (const value in words) {
    values.set(headingKey(value), value);
    for (const word of words[value]) values.set(headingKey(word), value);
  }
  return memoisedReader((cell, font) => {
    if (typeof cell === 'object' && 'error' in cell) return cellFault(cell.error);
    const value = values.get(headingKey(unicodeText(cell, font)));
    if (value !== undefined) return { ok: true, value };
    return { ok: false, code: typeof cell === 'string' && isGarbledName(cell) ? 'encoding' : 'unknown' };
  });
}
