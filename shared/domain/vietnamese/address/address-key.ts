import type { Address } from './address.ts';
import { nameKey } from './words.ts';
import { foldMarks } from '../text/fold.ts';

const CODE = /^(?:[a-z]{1,2}|(?=.*\d)[a-z\d.]+)$/;
/** Matches a tower's code before its flat or the name of its building, as in `S2 Sky Oasis` or `H1-2105 Hawaii`. */
const TOWER_OF = /^([a-z]{1,2}\d{1,2}(?:\.\d{1,2})?)(?:-(\d{4}[a-z]?))?(?: (\p{L}{2}.*))?$/iu;
/** Matches a name with a number at its end, such as `Keangnam Landmark 72`. */
const NUMBERED_NAME = /^\p{L}{3,} \p{L}{3,} /u;

interface Rooms {
  readonly rooms: string[];
  readonly floors: string[];
  readonly towers: string[];
  /** The name of the building. */
  readonly names: string[];
  readonly rest: string[];
}

/**
 * The key of a part of a building: `phòng 1203, tòa A` is `căn hộ A-1203`. A floor that the room's number implies
 * (`tầng 12`) or a shop's (`gian hàng L1-06`, `tầng 1`) is left out. The building's name counts without its label (chung cư or tòa nhà), and is left out beside a
 * number on a street.
 */
function unitKey(unit: string, onStreet: boolean): string {
  const found: Rooms = { rooms: [], floors: [], towers: [], names: [], rest: [] };
  for (const part of unit.split(', ')) place(part, found);
  const rooms = found.rooms.map((room) => splitRoom(room, found.towers));
  const floors = found.floors.filter(
    (floor) =>
      !rooms.some((room) => room.startsWith(floor) && room.length > floor.length + 1) &&
      !found.rest.some((part) => part.startsWith(`gianhangl${floor}.`)),
  );
  const towers = [...new Set(found.towers)];
  return [
    ...rooms.map((room) => `p${room}`),
    ...floors.map((floor) => `t${floor}`),
    ...towers.map((tower) => `toa${tower}`),
    ...found.rest,
    ...(onStreet ? [] : found.names),
  ]
    .sort()
    .join('+');
}

function place(part: string, found: Rooms): void {
  const [, label = '', value = ''] = /^(chung cư|\S+)(?: (.*))?$/.exec(part) ?? [];
  if (value === '') return;
  const [, tower, room, building] = (label === 'tòa' && TOWER_OF.exec(value)) || [];
  if (tower !== undefined && (room !== undefined || building !== undefined)) {
    found.towers.push(codeKey(tower));
    if (room !== undefined) found.rooms.push(codeKey(room));
    if (building !== undefined) found.names.push(nameOf(building));
    return;
  }
  const code = codeKey(value);
  if (label === 'phòng' || label === 'căn') found.rooms.push(code);
  else if (label === 'tầng') found.floors.push(code);
  else if (label !== 'tòa' && label !== 'chung cư') found.rest.push(codeKey(part));
  else if (CODE.test(code) && !NUMBERED_NAME.test(value)) found.towers.push(code);
  else found.names.push(nameOf(value));
}

const nameOf = (building: string): string => `@${nameKey(building).replaceAll(' ', '')}`;

/** Reads `A1203` and `A.1203` as room 1203 of tower A, `S1.05-1203` as that of tower S1.05, and `12.03` as 1203. */
function splitRoom(room: string, towers: string[]): string {
  const [, tower, number] = /^([a-z]{1,2}|[a-z]{1,2}\d{1,2}(?:\.\d{1,2})?\.)\.?(\d{3,4}[a-z]?)$/.exec(room) ?? [];
  const name = tower?.replace(/\.$/, '');
  if (name !== undefined && number !== undefined && towers.every((one) => one === name)) {
    towers.push(name);
    return number;
  }
  return room.replace(/^(\d{1,2})\.(\d{2}[a-z]?)$/, '$1$2');
}

/**
 * The second names of estates and new towns, in the form of the key, beside the names by which they are known. Ecopark
 * is `Khu đô thị thương mại và du lịch Văn Giang` in the address of its developer (ecopark.com.vn). KCN An Đồn is where
 * the developer Massda built KCN Đà Nẵng, in the former ward An Hải Bắc (cafeland.vn, industrial zones of Đà Nẵng).
 */
const SECOND_NAMES: ReadonlyMap<string, string> = new Map([
  ['kdt thuong mai va du lich van giang', 'kdt ecopark'],
  ['kdt thuong mai du lich van giang', 'kdt ecopark'],
  ['kcn an don', 'kcn da nang'],
]);

/** The name by which an estate or a new town is known, of its name in the form of the key. */
const knownNameOf = (estate: string): string => SECOND_NAMES.get(estate) ?? estate;

/** Kinds of urban groups: `tổ dân phố` and `khu phố`, and `khu` and `tổ` with a number. */
const URBAN_GROUP = /^(?:(?:khu pho|to dan pho) |(?:khu|to) \d)/;
const ROMAN: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5' };
const ROMAN_END = /(?<=.) ([iv]+)$/;
const arabic = (_whole: string, roman: string) => ` ${ROMAN[roman] ?? roman}`;
const ROADS: readonly (readonly [spelling: RegExp, short: string])[] = [
  [/^quoclo(?=\d)/, 'ql'],
  [/^(?:tinhlo|tinh|tl)(?=\d)/, 'dt'],
  [/^(?:huyenlo|huyen|hl)(?=\d)/, 'dh'],
  // Matches a road of three digits such as `đường 379`, which is a provincial road.
  [/^(?=\d{3}[a-z]?$)/, 'dt'],
];

/**
 * One key for one house, however the address is spelt and whether by the communes before or after 01/07/2025: commune,
 * hamlet, street, lane, number, room, all folded. Undefined if the text does not identify a house in one commune.
 *
 * Without marks `thôn Đại Từ` and `thôn Đại Tự` are one key, if the number is one too. That is rare: of two communes in
 * one old district, 3 pairs in 10,000 differ by marks alone. A key with marks would lose every address typed without:
 * 27 in 1,000, and those of a ring that drops the marks on purpose. Where two texts can be compared directly,
 * `isSamePlace` looks at the marks.
 */
export function addressKey(address: Address): string | undefined {
  return addressKeys(address)[0];
}

/**
 * The keys of all houses that the text may mean, the likeliest first. There is mostly one, but `số 3, ngách 12/5` has
 * two.
 */
export function addressKeys(address: Address): readonly string[] {
  return address.communeKey === undefined ? [] : keysIn([address.communeKey], address);
}

/**
 * The keys of a house whose commune is uncertain, because the text leaves it open or the commune was split: one for
 * each possible commune of today, without those from `addressKeys`. Two companies that share such a key may be in two
 * communes.
 */
export function possibleAddressKeys(address: Address): readonly string[] {
  const { communes, communeKey } = address;
  const codes = new Set(communes.flatMap(({ key, today }) => [key, ...today]));
  if (communeKey !== undefined) codes.delete(communeKey);
  if (codes.size === 0) return [];
  return keysIn([...codes], address);
}

function keysIn(communeKeys: readonly string[], address: Address): readonly string[] {
  const { number, street, hamlet, lanes, unit } = premisesPartsOf(address);
  if (number === '' && address.unit === undefined) return [];
  if (street === '' && hamlet === '' && number !== '') return [];
  if (number === '' && street === '' && hamlet === '' && !/\d/.test(address.unit ?? '')) return [];
  return communeKeys.flatMap((key) => lanes.map((lane) => [key, hamlet, street, lane, number, unit].join('|')));
}

/** The parts of an address inside its commune, in the folded form of the key; a missing part is empty. */
export interface PremisesParts {
  readonly number: string;
  readonly street: string;
  readonly hamlet: string;
  /** The parts in each possible reading of the text. */
  readonly lanes: readonly string[];
  readonly unit: string;
}

export function premisesPartsOf(address: Address): PremisesParts {
  const number = codeKey(address.number ?? '').replace(/^(km\d+)\+0$/, '$1');
  const street = streetKey(address.street ?? '', number);
  const lanes = address.turnedLane === undefined ? [address.lane] : [address.lane, address.turnedLane];
  return {
    number,
    street,
    hamlet: hamletKey(address.hamlet ?? '', street !== ''),
    lanes: lanes.map((lane) => laneKey(lane ?? '')),
    unit: unitKey(address.unit ?? '', street !== '' && address.number !== undefined),
  };
}

/**
 * The key of a street: `đường Phố Hiến`, `phố Hiến` and `Phố Hiến` are the same street; `đường số 5` is `đường 5`, and
 * with a kilometre it is the national road.
 */
function streetKey(street: string, houseNumber: string): string {
  const words = nameKey(street).replace(ROMAN_END, arabic).split(' ');
  while (words.length > 1 && isStreetWord(words[0], words[1])) words.shift();
  const joined = withoutZeros(words.join(''));
  const road = ROADS.find(([spelling]) => spelling.test(joined));
  const named = road ? joined.replace(road[0], road[1]) : joined;
  const national = houseNumber.startsWith('km') && /^\d{1,2}[a-z]?$/.test(named) ? `ql${named}` : named;
  // The main road of a number is also called A, so QL5A is QL5, but QL5B is another road.
  return national.replace(/^(ql\d+)a$/, '$1');
}

function isStreetWord(word: string | undefined, next: string | undefined): boolean {
  return word === 'duong' || word === 'pho' || (word === 'so' && /^\d/.test(next ?? ''));
}

/**
 * The key of hamlets, in any order. Urban groups are left out beside a numbered street, and a hamlet without a kind is
 * a thôn.
 */
function hamletKey(hamlet: string, onStreet: boolean): string {
  const keys = hamlet
    .split(', ')
    .map(nameKey)
    .filter((key) => !(onStreet && URBAN_GROUP.test(key)))
    .map((key) => withoutZeros(hamletName(key).replaceAll(' ', '')));
  return [...new Set(keys)].sort().join('+');
}

/** The key of a place's name: `KCN Thăng Long II` is `KCN Thăng Long 2`, `tổ dân phố 3` is `tổ 3`, and a thôn keeps its name as a tổ dân phố. */
function hamletName(key: string): string {
  return knownNameOf(key)
    .replace(ROMAN_END, arabic)
    .replace(/^thon (?!\d+$|[iv]+$)/, '')
    .replace(/^to dan pho (?!\d+[a-z]?$|[ivx]+$|[a-z]$)/, '')
    .replace(/^to dan pho /, 'to ');
}

/** The key of lanes: a single lane by its kind and number, nested lanes by their numbers from the street inwards. */
function laneKey(lane: string): string {
  const parts = lane.split(', ');
  if (parts.length < 2) return codeKey(lane);
  return parts.map((part) => codeKey(part.replace(/^\S+ /, ''))).join('+');
}

/** The key of a number, lot or room: `A2-3`, `A2.3` and `A2/3` are the same, `A-2` is `A2`, and `05` is `5`. */
function codeKey(text: string): string {
  return withoutZeros(
    foldMarks(text)
      .replaceAll(/[\s,]/g, '')
      .replaceAll(/(?<=[a-z])[-./](?=\d)/g, '')
      .replaceAll(/[-/]/g, '.'),
  );
}

function withoutZeros(text: string): string {
  return text.replaceAll(/(?<!\d)0+(?=\d)/g, '');
}
