import { communesByProvince } from '../data/communes.ts';
import { EARLIER_COMMUNES, FORMER_DISTRICTS } from '../data/earlier-communes.ts';
import { HOME_PROVINCE } from '../home-province.ts';
import { couldBeSyllable } from '../text/syllable.ts';
import { nameKey } from './words.ts';

export type CommuneKind = 'Xã' | 'Phường' | 'Thị trấn' | 'Đặc khu';

export interface Commune {
  readonly kind: CommuneKind;
  readonly name: string;
  /** The new code, or `old:` and the old code where the commune was split. */
  readonly communeKey: string;
  /** The codes of the communes of today that contain its territory. */
  readonly today: readonly string[];
  /** The code of the commune before 01/07/2025. */
  readonly district?: District | undefined;
}

/** A district (huyện, quận, thị xã, thành phố thuộc tỉnh) before 01/07/2025. */
export interface District {
  readonly label: string;
  readonly key: string;
  /** The folded name of its province at that time. */
  readonly province: string;
  /** The codes of the communes of today that contain its territory. */
  readonly successors: ReadonlySet<string>;
}

/** A commune that went into another before 2025: the other one, and the name that it had itself. */
export interface EarlierCommune extends Commune {
  readonly formerName: string;
}

/** What a name means in one province of today. */
export interface KnownName {
  readonly today: readonly Commune[];
  /** The communes before 01/07/2025. */
  readonly former: readonly Commune[];
  /** The communes that went into another before 2025. */
  readonly earlier: readonly EarlierCommune[];
  readonly districts: readonly District[];
}

/** The communes of one province of today, before the merger and since, by folded name. */
export interface Territory {
  readonly code: string;
  readonly named: (key: string) => KnownName;
  /** The numbers of words of the names that begin with a word, as bits; most words of an address begin none. */
  readonly lengthsOf: (first: string) => number;
  /** The codes of today's communes with land of a former province, by its folded name. */
  readonly landOf: (province: string) => ReadonlySet<string>;
  /** Finds today's communes by their codes. */
  readonly communesOf: (codes: ReadonlySet<string>) => readonly Commune[];
  /** All names of communes, today's and former ones. */
  readonly names: readonly string[];
}

/** Whether a commune, today's or a former one, has the name. */
export const isCommuneName = ({ today, former }: KnownName): boolean => today.length > 0 || former.length > 0;

const KINDS: Readonly<Record<string, CommuneKind>> = { X: 'Xã', P: 'Phường', T: 'Thị trấn', D: 'Đặc khu' };
const NUMERALS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'].map(
  (roman, place) => [roman, String(place + 1)] as const,
);
const DISTRICT_LABEL = /^(?:Huyện|Quận|Thị xã|Thành phố) /;
/** Matches a part of a district that was divided, whose name has two words. */
const PART_OF_DISTRICT = /^(?:Bắc|Nam) (\S+ \S+)$/;
/** The longest name of a unit, in words. */
export const LONGEST_NAME = 5;

/** The parsed provinces. The data are constant, and a Lambda needs one or two of the 34, while parsing all would take 60 ms. */
const READ = new Map<string, Territory>();

/** The territory of a province of today by its code; empty where there is no such province. */
export function territoryOf(code: string): Territory {
  const known = READ.get(code);
  if (known) return known;
  const territory = readTerritory(code);
  READ.set(code, territory);
  return territory;
}

export function homeTerritory(): Territory {
  return territoryOf(HOME_PROVINCE.code);
}

const UNKNOWN: KnownName = { today: [], former: [], earlier: [], districts: [] };

function readTerritory(code: string): Territory {
  const [first = '', ...lines] = (communesByProvince()[code] ?? '').split('\n');
  const today = first.split(';').filter(Boolean).map(communeOfToday);
  const districts: District[] = [];
  const former = lines.flatMap((line) => readDistrict(line, today, districts));
  const index = {
    today: byName(today),
    former: byName(former),
    districts: new Map<string, readonly District[]>(Map.groupBy(districts, ({ key }) => key)),
  };
  const earlier = earlierCommunes(code, index.former);
  for (const [key, parts] of Map.groupBy(districts, ({ label }) => shortNameOf(label))) {
    if (key !== undefined && !index.districts.has(key)) index.districts.set(key, parts);
  }
  for (const [district, into] of FORMER_DISTRICTS[code] ?? []) {
    index.districts.set(nameKey(district), index.districts.get(nameKey(into)) ?? []);
  }
  const names = [...new Set([...index.today.keys(), ...index.former.keys()])];
  const maps = {
    today: withJoined(index.today),
    former: withJoined(index.former),
    districts: withJoined(index.districts),
  };
  const known = new Map<string, KnownName>();
  for (const key of new Set([...Object.values(maps), earlier].flatMap((map) => [...map.keys()]))) {
    known.set(key, {
      today: maps.today.get(key) ?? [],
      former: maps.former.get(key) ?? [],
      earlier: earlier.get(key) ?? [],
      districts: maps.districts.get(key) ?? [],
    });
  }
  const lengths = lengthsByFirst(known.keys());
  return {
    code,
    named: (key) => known.get(key) ?? UNKNOWN,
    lengthsOf: (word) => lengths.get(word) ?? 0,
    landOf: (province) =>
      new Set(districts.filter((one) => one.province === province).flatMap((one) => [...one.successors])),
    communesOf: (codes) => today.filter(({ communeKey }) => codes.has(communeKey)),
    names,
  };
}

/** The numbers of words of the names that begin with a word, as bits. */
export function lengthsByFirst(names: Iterable<string>): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  for (const name of names) {
    const words = name.split(' ');
    const [first = ''] = words;
    lengths.set(first, (lengths.get(first) ?? 0) | (1 << words.length));
  }
  return lengths;
}

/** Adds each name of several words as one, as in Đăkglei or Lagi, where that is no syllable. */
function withJoined<Unit>(units: Map<string, readonly Unit[]>): ReadonlyMap<string, readonly Unit[]> {
  for (const [name, named] of Array.from(units)) {
    const joined = name.replaceAll(' ', '');
    if (name !== joined && !units.has(joined) && !couldBeSyllable(joined)) units.set(joined, named);
  }
  return units;
}

/**
 * The other name by which a text may call a district: Phan Rang for Phan Rang - Tháp Chàm, and Từ Liêm, the district
 * until 2013, for both of its parts Bắc Từ Liêm and Nam Từ Liêm.
 */
function shortNameOf(label: string): string | undefined {
  const name = label.replace(DISTRICT_LABEL, '');
  const [short, tail] = name.split(' - ');
  const whole = tail === undefined ? PART_OF_DISTRICT.exec(name)?.[1] : short;
  return whole === undefined ? undefined : nameKey(whole);
}

function communeOfToday(row: string): Commune {
  const communeKey = row.slice(0, 5);
  return { kind: KINDS[row[5] ?? ''] ?? 'Xã', name: row.slice(6), communeKey, today: [communeKey] };
}

/** One line: former province, former district, its communes. */
function readDistrict(line: string, today: readonly Commune[], districts: District[]): Commune[] {
  const [province = '', label = '', communes = ''] = line.split('|');
  const successors = new Set<string>();
  const key = nameKey(label.replace(DISTRICT_LABEL, ''));
  const district = { label, key, province: nameKey(province), successors };
  districts.push(district);
  return communes.split(';').flatMap((row) => {
    const [, kind = '', name = '', places = '', code] = /^(.)([^>]+)>([^@]*)(?:@(.+))?$/.exec(row) ?? [];
    const codes = places.split('+').flatMap((at) => today[Number.parseInt(at, 36)]?.communeKey ?? []);
    for (const successor of codes) successors.add(successor);
    const communeKey = code === undefined ? codes[0] : `old:${code}`;
    return communeKey === undefined ? [] : [{ kind: KINDS[kind] ?? 'Xã', name, communeKey, today: codes, district }];
  });
}

function earlierCommunes(
  code: string,
  former: ReadonlyMap<string, readonly Commune[]>,
): ReadonlyMap<string, readonly EarlierCommune[]> {
  const earlier = new Map<string, EarlierCommune[]>();
  for (const [label, into, communes] of EARLIER_COMMUNES[code] ?? []) {
    const district = nameKey(label.replace(DISTRICT_LABEL, ''));
    const successor = former.get(nameKey(into))?.find((one) => one.district?.key === district);
    for (const commune of successor ? communes.split(';') : []) {
      const key = nameKey(commune);
      if (successor) earlier.set(key, [...(earlier.get(key) ?? []), { ...successor, formerName: commune }]);
    }
  }
  return earlier;
}

function byName(communes: readonly Commune[]): Map<string, readonly Commune[]> {
  const found = new Map<string, readonly Commune[]>(Map.groupBy(communes, ({ name }) => nameKey(name)));
  // `Phường Xuân Hương - Đà Lạt` is also found as Xuân Hương
  for (const commune of communes) {
    const [short, tail] = commune.name.split(' - ');
    if (short !== undefined && tail !== undefined) {
      found.set(nameKey(short), [...(found.get(nameKey(short)) ?? []), commune]);
    }
  }
  // `Phường III` is also found as `Phường 3`
  for (const [roman, number] of NUMERALS) {
    const wards = found.get(roman);
    if (wards) found.set(number, [...(found.get(number) ?? []), ...wards]);
  }
  return found;
}
