import { NEW_COMMUNES, OLD_DISTRICTS } from '../data/communes.ts';
import { EARLIER_COMMUNES } from '../data/earlier-communes.ts';
import { PROVINCES } from '../data/provinces.ts';
import { nameKey } from './tokens.ts';

export type CommuneKind = 'Xã' | 'Phường' | 'Thị trấn';

export interface Commune {
  readonly kind: CommuneKind;
  readonly name: string;
  /** New code, or `old:` and the old code where it was split. */
  readonly communeKey: string;
  /** Of an old commune: the key of its district. */
  readonly district?: string | undefined;
  /** Of an old commune: the folded name of its province. */
  readonly province?: string | undefined;
}

export interface District {
  readonly label: string;
  readonly name: string;
  readonly province: string;
  /** Keys of the new communes its territory went into. */
  readonly successors: ReadonlySet<string>;
}

/** A province by the name it has or had. `home`: part of today's Hưng Yên. */
export interface KnownProvince {
  readonly name: string;
  readonly newCode: string;
  readonly city: boolean;
  readonly home: boolean;
}

const KINDS: Readonly<Record<string, CommuneKind>> = { X: 'Xã', P: 'Phường', T: 'Thị trấn' };
const CITIES = new Set(['Hà Nội', 'Hải Phòng', 'Huế', 'Đà Nẵng', 'Đồng Nai', 'Hồ Chí Minh', 'Cần Thơ']);
/** Today's Hưng Yên. */
export const HOME = '33';
const SHORT_PROVINCES: Readonly<Record<string, string>> = {
  hcm: 'ho chi minh',
  tphcm: 'ho chi minh',
  hn: 'ha noi',
  hi: 'hung yen',
  tb: 'thai binh',
};

/** Longest name of a unit, in words. */
export const LONGEST_NAME = 4;

const OLD = new Map<string, Commune[]>();
const NEW = new Map<string, Commune>();
const EARLIER = new Map<string, Commune[]>();
const DISTRICTS = new Map<string, District>();
const PROVINCE_NAMES = new Map<string, KnownProvince>();

for (const row of NEW_COMMUNES.split(';')) {
  const [code = '', kind = '', name = ''] = row.split(',');
  NEW.set(nameKey(name), { kind: KINDS[kind] ?? 'Xã', name, communeKey: code });
}
for (const { province, district, communes } of OLD_DISTRICTS) {
  const name = district.replace(/^(?:Huyện|Thị xã|Thành phố) /, '');
  const [key, ofProvince] = [nameKey(name), nameKey(province)];
  const successors = new Set<string>();
  for (const row of communes.split(';')) {
    const [code = '', kind = '', commune = '', into = ''] = row.split(',');
    for (const successor of into.split('+')) successors.add(successor);
    const communeKey = into.includes('+') ? `old:${code}` : into;
    const entry = { kind: KINDS[kind] ?? 'Xã', name: commune, communeKey, district: key, province: ofProvince };
    const communeName = nameKey(commune);
    const same = OLD.get(communeName);
    if (same) same.push(entry);
    else OLD.set(communeName, [entry]);
  }
  DISTRICTS.set(key, { label: district, name, province: nameKey(province), successors });
}
for (const [label, into, communes] of EARLIER_COMMUNES) {
  const district = nameKey(label.replace(/^(?:Huyện|Thị xã|Thành phố) /, ''));
  const successor = OLD.get(nameKey(into))?.find((one) => one.district === district);
  for (const commune of communes.split(';')) {
    const key = nameKey(commune);
    if (successor) EARLIER.set(key, [...(EARLIER.get(key) ?? []), successor]);
  }
}
for (const { name, newCode, newName } of PROVINCES.values()) {
  const entry = { newCode, home: newCode === HOME };
  PROVINCE_NAMES.set(nameKey(name), { name, city: CITIES.has(name), ...entry });
  PROVINCE_NAMES.set(nameKey(newName), { name: newName, city: CITIES.has(newName), ...entry });
}
for (const [short, full] of Object.entries(SHORT_PROVINCES)) {
  const province = PROVINCE_NAMES.get(full);
  if (province) PROVINCE_NAMES.set(short, province);
}

/** Communes before 01/07/2025 of that folded name, of either old province. */
export function oldCommunes(key: string): readonly Commune[] {
  return OLD.get(key) ?? [];
}

/** What former communes took one of that folded name in, in an earlier merger. */
export function successorsBefore(key: string): readonly Commune[] {
  return EARLIER.get(key) ?? [];
}

/** The commune since 01/07/2025 of that folded name. */
export function newCommune(key: string): Commune | undefined {
  return NEW.get(key);
}

export function isCommuneName(key: string): boolean {
  return NEW.has(key) || OLD.has(key);
}

/** An old district of the two provinces by its folded name. */
export function findDistrict(key: string): District | undefined {
  return DISTRICTS.get(key);
}

export function findProvince(key: string): KnownProvince | undefined {
  return PROVINCE_NAMES.get(key);
}
