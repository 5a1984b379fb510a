import type { Address } from './address.ts';
import { codeKey, withoutZeros } from './code-key.ts';
import { knownNameOf } from './estate-names.ts';
import { nameKey } from './words.ts';
import { unitKey } from './unit-key.ts';

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
