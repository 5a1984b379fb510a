import type { Address } from './address.ts';
import { addressKeys, possibleAddressKeys, type PremisesParts } from './address-key.ts';
import { nameKey, wordsOfAddress } from './words.ts';
import { spellingKey } from '../person-name/spelling-key.ts';
import { canonicalTones } from '../text/tone-marks.ts';

const ROAD = /^(?:ql|dt|dh)\d/;
/** Matches a shopping centre without a name. */
const UNNAMED_CENTRE = /^toa(?: khu)?(?: trung tam thuong mai| tttm)$/;

/**
 * Whether two doors of one house number may be one although their other parts differ: the number or the street may be
 * read from another part of the text.
 */
export function mayBeOneDoor(one: PremisesParts, other: PremisesParts): boolean {
  return mayBeIn(one, other) || mayBeIn(other, one);
}

const mayBeIn = (one: PremisesParts, other: PremisesParts): boolean =>
  isHouseOfLot(one, other) || isSplit(one, other) || isOfLongerList(one, other);

/**
 * Whether one text names more places around a house, of which the other calls one the street: `36 Grand Marina, Thủy
 * Nguyên, Ecopark` may be `36 Thủy Nguyên, Ecopark`.
 */
function isOfLongerList(one: PremisesParts, longer: PremisesParts): boolean {
  const places = longer.hamlet.split('+');
  const named = [one.street, ...one.hamlet.split('+')];
  return (
    one.number === longer.number &&
    one.lanes.join() === longer.lanes.join() &&
    named.every((name) => name !== '' && places.includes(name))
  );
}

/** Whether one text writes the house number behind the street: `Marina Arc 18A` may be `18A Marina Arc`. */
export const isNumberLast = (one: PremisesParts, other: PremisesParts): boolean =>
  /^\d+[a-z]$|^\d{2,}$/.test(other.number) && one.number === '' && one.street === `${other.street}${other.number}`;

/** Whether both texts say in which lot a house is, and none of these lots is in both. */
export function haveOtherLots(one: PremisesParts, other: PremisesParts): boolean {
  const [lots, others] = [one, other].map(({ hamlet }) => new Set(hamlet.split('+').filter((name) => LOT.test(name))));
  return lots !== undefined && others !== undefined && lots.size > 0 && others.size > 0 && lots.isDisjointFrom(others);
}
const LOT = /^lo[a-z]{0,3}\d/;

/** Whether one text gives the lot of a house as if it were its street: `15 B5` may be `số 15, lô B5`. */
function isHouseOfLot(one: PremisesParts, other: PremisesParts): boolean {
  return one.number === `lo${other.street}.${other.number}`;
}

/** Whether a space divides the number in one text: `105 E2 Thái Thịnh` may be `105E2 Thái Thịnh`. */
function isSplit(one: PremisesParts, other: PremisesParts): boolean {
  return (
    /^[a-z]\d{1,2}$/.test(one.street) &&
    other.number === `${one.number}${one.street}` &&
    one.hamlet.split('+').includes(other.street)
  );
}

/** Whether both texts have the same names, of which each calls another the street: a ward's `phố` may be a hamlet. */
export function haveSameNames(one: PremisesParts, other: PremisesParts): boolean {
  const [names, others] = [one, other].map(({ street, hamlet }) =>
    [street, ...hamlet.split('+')].map((name) => name.replace(/^pho/, '')).sort(),
  );
  return one.street !== '' && other.street !== '' && one.hamlet !== '' && names?.join() === others?.join();
}

const KIND_OF_HAMLET =
  /^(?:to dan pho|khu pho|khu vuc|khu nha o|kdt|kdc|tieu khu|thi tu|thon|xom|ap|ban|khom|khu|to|doi) (?=.*[a-z]{2})/;

/**
 * Whether two hamlets have one name and different kinds, as `khu Nhân Cầu 2` has since it is a tổ dân phố, or as Lang Châu
 * without marks may be the làng Châu.
 */
export function isOfOtherKind(one = '', other = ''): boolean {
  const [name, otherName] = [one, other].map((hamlet) =>
    nameKey(hamlet)
      .replace(KIND_OF_HAMLET, '')
      .replace(/^lang /, ''),
  );
  return one !== '' && name === otherName && !one.includes(',') && !other.includes(',');
}

const QUARTER = /^(?:to dan pho|khu pho|khu vuc|tieu khu|thon|xom|ap|ban|lang|khom|khu(?! nha | tap the )|to|doi) /;

/** Whether only one text names a hamlet or quarter (thôn, tổ, khu phố), which is no estate, row of shops or lot. */
export function leavesOutQuarter({ hamlet: one = '' }: Address, { hamlet: other = '' }: Address): boolean {
  return (one === '' || other === '') && (one || other).split(', ').every((part) => QUARTER.test(nameKey(part)));
}

const KIND_OF_ESTATE = /^(?:@|kcn|ccn|kdt|kdc|ktt)/;

/**
 * Whether one text has all names of the other, whichever it calls the street, the estate or the building, as in `Lan Hà
 * Auto - Phạm Bạch Hổ` beside `đường Phạm Bạch Hổ`.
 */
export function namesMorePlaces(one: PremisesParts, other: PremisesParts): boolean {
  const [names, others] = [one, other].map(namesOf);
  if (!names || !others || names.size === 0 || others.size === 0) return false;
  return names.isSubsetOf(others) || others.isSubsetOf(names);
}

function namesOf({ street, hamlet, unit }: PremisesParts): ReadonlySet<string> {
  const buildings = unit.split('+').filter((part) => part.startsWith('@'));
  const names = [street, ...hamlet.split('+'), ...buildings].filter((name) => name !== '');
  return new Set(names.map((name) => name.replace(KIND_OF_ESTATE, '')));
}

/** The rooms, floors and towers in a building, without its name. */
export const roomsOf = ({ unit }: PremisesParts): string =>
  unit
    .split('+')
    .filter((part) => !part.startsWith('@'))
    .join('+');

/** Whether two rooms agree but for the dash inside their code: `P3-A7` may be `P3A7`. */
export const isSameRoom = (one: string, other: string): boolean =>
  one.replaceAll('.', '') === other.replaceAll('.', '');

/** Whether one kilometre is given on two roads of which one has no number, so that it may be the name of the other. */
export function isKilometreOfNamedRoad(one: PremisesParts, other: PremisesParts): boolean {
  return (
    one.number.startsWith('km') && one.number === other.number && !(ROAD.test(one.street) && ROAD.test(other.street))
  );
}

/** Whether one text leaves a shopping centre unnamed that the other calls by the name of its commune. */
export function isCentreOfCommune(one: Address, other: Address): boolean {
  return isNamedAfter(one, other) || isNamedAfter(other, one);
}

function isNamedAfter({ unit = '', commune = '' }: Address, named: Address): boolean {
  return UNNAMED_CENTRE.test(nameKey(unit)) && nameKey(named.unit ?? '') === `toa ${bareNameOf(commune)}`;
}

/** A commune's name without its label, which may be missing or have two words. */
export const bareNameOf = (commune: string): string => nameKey(commune).replace(/^(?:xa|phuong|thi tran|dac khu) /, '');

/** Whether two addresses may mean one house: they share a key, and no name in it has different marks in both. */
export function isSamePlace(one: Address, other: Address): boolean {
  const keys = allKeys(other);
  return allKeys(one).some((key) => keys.includes(key)) && agreeInMarks(one, other);
}

const allKeys = (address: Address) => [...addressKeys(address), ...possibleAddressKeys(address)];

/** Whether no word of street or hamlet has different marks in the two addresses. */
export function agreeInMarks(one: Address, other: Address): boolean {
  return differentMarks(one, other).length === 0;
}

/**
 * Whether marks differ by hỏi and ngã alone, which are often confused (Hải Thượng Lản Ông), or by one mark of one word
 * in a hamlet's longer name, as by a slip (Quản Thủ and Quán Thủ).
 */
export function mayAgreeInMarks(one: Address, other: Address): boolean {
  const different = differentMarks(one, other).filter(
    ([marked, typed]) => withoutTilde(marked) !== withoutTilde(typed),
  );
  const [slip] = different;
  if (slip === undefined) return true;
  const isSlip = different.length === 1 && differByOneMark(...slip);
  return isSlip && isInHamlet(slip[0], one) && isInHamlet(slip[1], other);
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const SIGNS_OF_LETTERS = /[\u0302\u0306\u031B]/g;

/** Whether two spellings have the same letters and another tone, or the same tone and another sign of a vowel. */
function differByOneMark(marked: string, typed: string): boolean {
  const [one, other] = [marked.normalize('NFD'), typed.normalize('NFD')];
  return [TONES, SIGNS_OF_LETTERS].some((marks) => one.replaceAll(marks, '') === other.replaceAll(marks, ''));
}

/** Whether a word is in a hamlet's name of at least two words, and in no street's. */
function isInHamlet(marked: string, { street = '', hamlet = '' }: Address): boolean {
  const word = nameKey(marked);
  if (nameKey(street).split(' ').includes(word)) return false;
  return hamlet.split(', ').some((name) => {
    const words = nameKey(name).replace(KIND_OF_HAMLET, '').split(' ');
    return words.length > 1 && words.includes(word);
  });
}

const withoutTilde = (word: string): string => word.normalize('NFD').replaceAll('\u0303', '\u0309');

/** The words of street and hamlet whose marks differ, as in the one and in the other address. */
function differentMarks(one: Address, other: Address): (readonly [marked: string, typed: string])[] {
  const marks = markedWords(other);
  return [...markedWords(one)].flatMap(([plain, marked]) => {
    const typed = marks.get(plain) ?? marked;
    return typed === marked ? [] : [[marked, typed] as const];
  });
}

/** The words with marks in street and hamlet, by their keys. */
function markedWords({ street, hamlet }: Address): ReadonlyMap<string, string> {
  const words = wordsOfAddress(canonicalTones(`${hamlet ?? ''}, ${street ?? ''}`));
  return new Map(words.filter(({ hasMarks }) => hasMarks).map(({ lower, key }) => [key, spellingKey(lower)]));
}
