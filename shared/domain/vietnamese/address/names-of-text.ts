import { type KnownName, lengthsByFirst, LONGEST_NAME, type Territory } from './gazetteer.ts';
import { findProvince, type KnownProvince, PROVINCE_NAMES } from './provinces.ts';
import type { AddressWords } from './address-words.ts';
import type { Word } from './words.ts';

/** A name of the gazetteer in a text, inside one part between commas. */
export interface FoundName {
  readonly from: number;
  readonly to: number;
  readonly key: string;
  readonly known: KnownName;
  readonly province?: KnownProvince | undefined;
  /** Whether it has no digits except a last one, such as `Mỹ Đình 2`. */
  readonly isPlain: boolean;
}
/** For each word, the names that begin at it, the longest first. */
export type FoundNames = readonly (readonly FoundName[])[];

const OF_PROVINCES = lengthsByFirst(PROVINCE_NAMES);
const NONE: readonly FoundName[] = [];

/** Finds all names of provinces and of the units of a territory among the words of an address. */
export function namesOfText({ words, keys, starts, ends }: AddressWords, territory: Territory): FoundNames {
  return words.map((_, from) => {
    const first = words[from]?.key ?? '';
    const ofProvinces = OF_PROVINCES.get(first) ?? 0;
    const lengths = ofProvinces | territory.lengthsOf(first);
    if (lengths === 0) return NONE;
    let found: FoundName[] | undefined;
    for (let length = 1; length <= LONGEST_NAME && from + length <= words.length; length += 1) {
      const to = from + length;
      if (length > 1 && words[to - 1]?.breakBefore) break;
      if ((lengths & (1 << length)) === 0) continue;
      const key = keys.slice(starts[from], ends[to - 1]);
      const province = (ofProvinces & (1 << length)) === 0 ? undefined : findProvince(key);
      const known = territory.named(key);
      if (!province && isUnknown(known)) continue;
      const name = { from, to, key, known, province, isPlain: isPlain(words, from, to) };
      if (found) found.unshift(name);
      else found = [name];
    }
    return found ?? NONE;
  });
}

const isUnknown = ({ today, former, earlier, districts }: KnownName): boolean =>
  today.length + former.length + earlier.length + districts.length === 0;

/** Whether words have no digits except a last one. */
export function isPlain(words: readonly Word[], from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) {
    const word = words[index];
    if (word?.hasDigit && (index === from || index < to - 1 || word.key.length > 1)) return false;
  }
  return true;
}
