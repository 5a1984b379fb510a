import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { packed, unpacked } from './packed.ts';
import type { StoredItem } from './conditional-write.ts';

/** The operations on existing references, which are all that a table needs of the key. */
export type ReferenceForms = Pick<KeyedHash, 'forms' | 'renewed' | 'first' | 'single'>;

/** The operations for readers that compare no references, or where there is only one key. */
export const UNCHANGED_REFERENCES: ReferenceForms = {
  forms: (ref) => [ref],
  renewed: (text) => text,
  first: (text) => text,
  single: true,
};

/**
 * Reads the items of a reference under each key with which it may be stored, the oldest first, because re-keying writes
 * the new item before it deletes the old one.
 */
export async function queryUnderEachKey(
  ref: string,
  hash: ReferenceForms,
  ask: (form: string) => Promise<readonly StoredItem[]>,
): Promise<StoredItem[]> {
  const found: StoredItem[] = [];
  for (const form of hash.forms(ref)) found.push(...(await ask(form)));
  return found;
}

/**
 * The items with their references under the key for writing. Where two items get the same key, the one that was found last
 * is kept.
 */
export function renewedItems(
  items: readonly StoredItem[],
  keys: readonly string[],
  hash: ReferenceForms,
): readonly StoredItem[] {
  if (hash.single) return items;
  const renewed = items.map((item) => renewedItem(item, hash));
  return [...new Map(renewed.map((item) => [keys.map((key) => String(item[key])).join('\u0000'), item])).values()];
}

/** The item with all its references, including keys and packed parts, under the key for writing. */
export function renewedItem(item: StoredItem, hash: ReferenceForms): StoredItem {
  return hash.single ? item : mapTexts(item, (text) => hash.renewed(text));
}

/** Content with references under their first key, from which ids are made. */
export const byFirstKey = (content: unknown, hash: ReferenceForms): unknown =>
  hash.single ? content : mapped(content, (text) => hash.first(text));

function mapTexts(item: StoredItem, change: (text: string) => string): StoredItem {
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      name === 'packed' ? repacked(value, change) : mapped(value, change),
    ]),
  );
}

function repacked(bytes: unknown, change: (text: string) => string): unknown {
  if (!(bytes instanceof Uint8Array)) return bytes;
  const inside = unpacked(bytes);
  const changed = mapTexts(inside, change);
  return JSON.stringify(changed) === JSON.stringify(inside) ? bytes : packed(changed);
}

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one: unknown) => mapped(one, change));
  if (value instanceof Set) return new Set([...value].map((one: unknown) => mapped(one, change)));
  if (value instanceof Uint8Array || value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]: [string, unknown]) => [name, mapped(one, change)]));
}
