import type { SharedKind } from './band.ts';
import { SHARED_KINDS } from './band.ts';

/**
 * One company's use of a value. `companyIndex` is its index among the companies, and `value` is the value or its keyed
 * hash.
 */
export interface CompanyLink {
  readonly companyIndex: number;
  readonly kind: SharedKind;
  readonly value: string;
}

/** Links as columns of equal length; `kind` is the index in SHARED_KINDS. */
export interface LinkColumns {
  readonly company: Int32Array;
  readonly kind: Uint8Array;
  readonly value: readonly string[];
}

/** Converts links one by one into columns. */
export function linkColumns(links: Iterable<CompanyLink>): LinkColumns {
  const company: number[] = [];
  const kind: number[] = [];
  const value: string[] = [];
  for (const link of links) {
    company.push(link.companyIndex);
    kind.push(SHARED_KINDS.indexOf(link.kind));
    value.push(link.value);
  }
  return { company: Int32Array.from(company), kind: Uint8Array.from(kind), value };
}

const EMPTY = -1;

/** The values numbered from 0: the number of each link's value, and the first link of each value. */
export interface NumberedValues {
  readonly numbers: Int32Array;
  readonly firstLink: Int32Array;
}

/**
 * Gives equal (kind, value) pairs the same number, by an open hash table over typed arrays. A Map of a million strings
 * needs three times the time and memory.
 */
export function numberValues({ kind, value }: LinkColumns): NumberedValues {
  const links = value.length;
  const slots = 1 << Math.max(4, 32 - Math.clz32(links * 2));
  const table = new Int32Array(slots).fill(EMPTY);
  const hashes = new Int32Array(links);
  const numbers = new Int32Array(links);
  const firstLink = new Int32Array(links);
  let count = 0;
  for (let link = 0; link < links; link += 1) {
    const text = value[link] ?? '';
    const hash = hashText(text, kind[link] ?? 0);
    let slot = hash & (slots - 1);
    for (;;) {
      const number = table[slot] ?? EMPTY;
      if (number === EMPTY) {
        table[slot] = count;
        hashes[count] = hash;
        firstLink[count] = link;
        numbers[link] = count;
        count += 1;
        break;
      }
      const seen = firstLink[number] ?? 0;
      if (hashes[number] === hash && kind[seen] === kind[link] && value[seen] === text) {
        numbers[link] = number;
        break;
      }
      slot = (slot + 1) & (slots - 1);
    }
  }
  return { numbers, firstLink: firstLink.subarray(0, count) };
}

// Hashes by 32-bit FNV-1a over UTF-16 units, with a final mixing for well-distributed low bits.
const hashText = (text: string, seed: number): number => {
  let hash = Math.imul(seed + 1, 0x9e37_79b1) ^ 0x811c_9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x0100_0193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x85eb_ca6b);
  return hash ^ (hash >>> 13);
};
