import { communesByProvince } from '../data/communes.ts';
import { PROVINCES } from '../data/provinces.ts';
import { HOME_PROVINCE } from '../home-province.ts';
import { nameKey, type Word } from './words.ts';
import { type KnownName, lengthsByFirst, LONGEST_NAME, type Territory } from './gazetteer.ts';
import type { AddressWords } from './address-words.ts';
import { wordMap } from '../text/rows-of.ts';

/** A province by its present or former name. `home` means that it is part of today's home province. */
export interface KnownProvince {
  readonly key: string;
  readonly name: string;
  readonly newCode: string;
  readonly city: boolean;
  readonly home: boolean;
  /** Whether a province of today has the name. */
  readonly current: boolean;
}

const CITIES = new Set(['Hà Nội', 'Hải Phòng', 'Huế', 'Đà Nẵng', 'Đồng Nai', 'Hồ Chí Minh', 'Cần Thơ']);
const OTHER_NAMES: ReadonlyMap<string, string> = wordMap(`
  hcm: Hồ Chí Minh; tphcm: Hồ Chí Minh; hcmc: Hồ Chí Minh; sg: Hồ Chí Minh; sai gon: Hồ Chí Minh; saigon: Hồ Chí Minh;
  ho chi minh city: Hồ Chí Minh; hn: Hà Nội; hanoi: Hà Nội; haiphong: Hải Phòng; danang: Đà Nẵng; thua thien hue: Huế;
  tt hue: Huế; brvt: Bà Rịa - Vũng Tàu; br vt: Bà Rịa - Vũng Tàu; bn: Bắc Ninh; hp: Hải Phòng; dac lac: Đắk Lắk;
  dak lac: Đắk Lắk; daklak: Đắk Lắk; daclac: Đắk Lắk; dac nong: Đắk Nông; daknong: Đắk Nông; kontum: Kon Tum`);

const BY_NAME = provincesByName();

/** All names of provinces, folded. */
const PROVINCE_NAMES: readonly string[] = [...BY_NAME.keys()];

/** A province, today's or a former one, by its folded name or a common short one. */
export function findProvince(key: string): KnownProvince | undefined {
  return BY_NAME.get(key);
}

/** The provinces, today's and former ones, whose names have these initials: `dn` is Đồng Nai, Đà Nẵng and Đắk Nông. */
export const provincesWithInitials = (initials: string): readonly KnownProvince[] =>
  [...new Set(BY_NAME.values())].filter(({ key }) => key.replaceAll(/(?<=\p{L})\p{L}+|[^\p{L}]/gu, '') === initials);

function provincesByName(): ReadonlyMap<string, KnownProvince> {
  const found = new Map<string, KnownProvince>();
  const current = new Set([...PROVINCES.values()].map(({ newName }) => nameKey(newName)));
  for (const { name, newCode, newName } of PROVINCES.values()) {
    for (const one of [name, newName]) {
      const key = nameKey(one);
      const home = newCode === HOME_PROVINCE.code;
      found.set(key, { key, name: one, newCode, city: CITIES.has(one), home, current: current.has(key) });
    }
  }
  for (const [short, full] of [...OTHER_NAMES, ...Object.entries(HOME_PROVINCE.shortNames)]) {
    const province = found.get(nameKey(full));
    if (province) found.set(nameKey(short), province);
  }
  return found;
}

/** The codes of the provinces of today in which a district with the folded name lay. */
export function provincesOfDistrict(key: string): readonly string[] {
  districtCodes ??= readDistrictCodes();
  return districtCodes.get(key) ?? [];
}

/** The table is made at its first use, because only an address with a district and without a province needs it. */
let districtCodes: ReadonlyMap<string, readonly string[]> | undefined;

function readDistrictCodes(): ReadonlyMap<string, readonly string[]> {
  const codes = new Map<string, string[]>();
  for (const [code, text] of Object.entries(communesByProvince())) {
    for (const [, label = ''] of text.matchAll(/\n[^|\n]+\|(?:Huyện|Quận|Thị xã|Thành phố) ([^|\n]+)\|/g)) {
      const key = nameKey(label);
      if (!codes.get(key)?.includes(code)) codes.set(key, [...(codes.get(key) ?? []), code]);
    }
  }
  return codes;
}

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
