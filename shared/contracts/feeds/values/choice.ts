import { isGarbledName } from '#shared/domain/vietnamese/text/garbled.ts';
import type { Reader } from '../column.ts';
import { squash } from '../heading.ts';
import { remembered } from './remembered.ts';
import { notCell, unicodeText } from './text.ts';

/**
 * Reads one of a list by its words: case, marks, spaces and signs don't matter, so `CO_HOAT_DONG` is “Có hoạt động”.
 * `words` gives each value the ways to write it; the value itself is one of them.
 */
export function choice<T extends string>(words: Readonly<Record<T, readonly string[]>>): Reader<T> {
  const values = new Map<string, T>();
  for (const value in words) {
    values.set(squash(value), value);
    for (const word of words[value]) values.set(squash(word), value);
  }
  return remembered((cell, font) => {
    if (typeof cell === 'object' && 'error' in cell) return notCell(cell.error);
    const value = values.get(squash(unicodeText(cell, font)));
    if (value !== undefined) return { ok: true, value };
    return { ok: false, code: typeof cell === 'string' && isGarbledName(cell) ? 'encoding' : 'unknown' };
  });
}
