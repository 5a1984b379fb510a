import { COMMUNES } from '../data/communes.ts';
import { PROVINCES } from '../data/provinces.ts';
import { HOME_PROVINCE } from '../home-province.ts';
import { nameKey } from './words.ts';

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
const OTHER_NAMES: Readonly<Record<string, string>> = {
  hcm: 'Hồ Chí Minh',
  tphcm: 'Hồ Chí Minh',
  hcmc: 'Hồ Chí Minh',
  sg: 'Hồ Chí Minh',
  'sai gon': 'Hồ Chí Minh',
  saigon: 'Hồ Chí Minh',
  'ho chi minh city': 'Hồ Chí Minh',
  hn: 'Hà Nội',
  hanoi: 'Hà Nội',
  haiphong: 'Hải Phòng',
  danang: 'Đà Nẵng',
  'thua thien hue': 'Huế',
  'tt hue': 'Huế',
  brvt: 'Bà Rịa - Vũng Tàu',
  'br vt': 'Bà Rịa - Vũng Tàu',
  bn: 'Bắc Ninh',
  hp: 'Hải Phòng',
  'dac lac': 'Đắk Lắk',
  'dak lac': 'Đắk Lắk',
  daklak: 'Đắk Lắk',
  daclac: 'Đắk Lắk',
  'dac nong': 'Đắk Nông',
  daknong: 'Đắk Nông',
  kontum: 'Kon Tum',
};

const BY_NAME = provincesByName();

/** All names of provinces, folded. */
export const PROVINCE_NAMES: readonly string[] = [...BY_NAME.keys()];

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
  for (const [short, full] of [...Object.entries(OTHER_NAMES), ...Object.entries(HOME_PROVINCE.shortNames)]) {
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
  for (const [code, text] of Object.entries(COMMUNES)) {
    for (const [, label = ''] of text.matchAll(/\n[^|\n]+\|(?:Huyện|Quận|Thị xã|Thành phố) ([^|\n]+)\|/g)) {
      const key = nameKey(label);
      if (!codes.get(key)?.includes(code)) codes.set(key, [...(codes.get(key) ?? []), code]);
    }
  }
  return codes;
}
