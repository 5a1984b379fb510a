import { AWS_LIMITS } from '#infra/limits.ts';

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
function sharedText(text: string): string {
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

/** An item as the document client passes it: native values, bytes as Uint8Array, sets of texts as Set. */
export type Item = Readonly<Record<string, unknown>>;

/** An error of a table in DynamoDB's form: `name` is the class of the error. */
export class TableError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}
export const validationError = (message: string): TableError => new TableError('ValidationException', message);

/** In bytes, with attribute names. */
const LARGEST_ITEM = AWS_LIMITS.itemBytes.value;
/** The largest number of bytes of UTF-8 for each unit of a JavaScript text. */
const BYTES_A_UNIT = 3;

/**
 * The size of an item in bytes, or a slightly larger number where it is far from the limit.
 * @throws {TableError} where DynamoDB takes no such item
 */
export function checkedSize(item: Item): number {
  const most = sizeOf(item, (text) => text.length * BYTES_A_UNIT);
  if (most <= LARGEST_ITEM) return most;
  const size = sizeOf(item, (text) => Buffer.byteLength(text));
  if (size > LARGEST_ITEM) throw validationError('Item size has exceeded the maximum allowed size');
  return size;
}

function sizeOf(value: unknown, ofText: (text: string) => number): number {
  if (typeof value === 'string') return ofText(value);
  if (typeof value === 'number') return 8;
  if (value instanceof Uint8Array) return value.byteLength;
  if (value instanceof Set || Array.isArray(value)) {
    let size = 3;
    for (const one of value) size += 1 + sizeOf(one, ofText);
    return size;
  }
  if (!isObject(value)) return 1;
  let size = 3;
  for (const name of Object.keys(value)) size += ofText(name) + 1 + sizeOf(value[name], ofText);
  return size;
}

const isObject = (value: unknown): value is Item => typeof value === 'object' && value !== null;

/**
 * The item as DynamoDB would store it, without absent values. It is copied as a whole, because V8 makes a hash table of an
 * object that gets more than a few names one by one, which takes several times its memory.
 */
export function storedItem(item: object): Item {
  const stored: Record<string, unknown> = { ...item };
  let isWhole = true;
  for (const name of Object.keys(stored)) {
    const value = stored[name];
    if (value === undefined) isWhole = false;
    else stored[name] = present(value);
  }
  return isWhole ? stored : Object.fromEntries(Object.entries(stored).filter(([, value]) => value !== undefined));
}

function present(value: unknown): unknown {
  if (typeof value === 'string') return sharedText(value);
  if (typeof value !== 'object' || value === null) return value;
  // Bytes are copied, because a view would keep its whole buffer in memory
  if (value instanceof Uint8Array) return value.byteLength < value.buffer.byteLength ? Uint8Array.from(value) : value;
  if (Array.isArray(value)) return value.filter((one) => one !== undefined).map(present);
  if (!(value instanceof Set)) return storedItem(value);
  if (value.size === 0) throw validationError('An string set  may not be empty');
  const texts = new Set<unknown>();
  for (const one of value) texts.add(present(one));
  return texts;
}

const SURROGATES_FROM = 0xd800;
const PRIVATE_FROM = 0xe000;

/** Compares two texts by their UTF-8 bytes. JavaScript's own order differs for characters beyond the first 65,536. */
export function orderOfTexts(a: string, b: string): number {
  const both = Math.min(a.length, b.length);
  for (let at = 0; at < both; at += 1) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** A surrogate is half of a character that sorts after all characters of a single code unit. */
const rank = (unit: number): number => (unit >= SURROGATES_FROM && unit < PRIVATE_FROM ? unit + 0x1_00_00 : unit);
