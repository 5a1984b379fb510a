import type { Address } from './address.ts';
import { type PremisesParts, premisesPartsOf } from './address-key.ts';
import { isNumberWithin } from './number-ranges.ts';
import { mayBeOneStreet } from './one-street.ts';
import {
  agreeInMarks,
  bareNameOf,
  haveOtherLots,
  haveSameNames,
  isCentreOfCommune,
  isKilometreOfNamedRoad,
  isNumberLast,
  isOfOtherKind,
  isSameRoom,
  leavesOutQuarter,
  mayAgreeInMarks,
  mayBeOneDoor,
  namesMorePlaces,
  roomsOf,
} from './possible-doors.ts';
import { nameKey } from './words.ts';

/** The result of a comparison. `ambiguous` means that the texts prove neither one house nor two houses. */
export interface AddressComparison {
  readonly result: 'match' | 'ambiguous' | 'mismatch';
  /** The agreeing share, 0…1, of the parts that both texts contain. */
  readonly score: number;
}

type Likeness = 'same' | 'open' | 'other';

/**
 * Compares whether two texts identify one house. For a match both must name a house or a distinct place; a street alone
 * is not enough.
 */
export function compareAddresses(one: Address, other: Address): AddressComparison {
  const door = doorLikeness(one, other);
  const isHouse = one.number !== undefined && one.street !== undefined && door.every((part) => part === 'same');
  const parts = [...door, communeLikeness(one, other, isHouse)];
  const share = parts.filter((part) => part === 'same').length / parts.length;
  if (parts.includes('other') || !mayAgreeInMarks(one, other)) return { result: 'mismatch', score: 0.4 * share };
  if (parts.includes('open') || !agreeInMarks(one, other)) return { result: 'ambiguous', score: 0.5 + 0.4 * share };
  return { result: 'match', score: 1 };
}

/**
 * Compares communes by their keys. A split commune may be any of those that contain its territory: one of these is the
 * same place where the texts name one door of one street.
 */
function communeLikeness(one: Address, other: Address, isHouse: boolean): Likeness {
  if (one.communeKey !== undefined && one.communeKey === other.communeKey) return 'same';
  if (one.provinceCode !== undefined && other.provinceCode !== undefined && one.provinceCode !== other.provinceCode)
    return 'other';
  if (!one.area || !other.area) return 'open';
  if (one.area.isDisjointFrom(other.area)) return 'other';
  return isHouse && (becameOneOf(one, other) || becameOneOf(other, one)) ? 'same' : 'open';
}

/** Whether one text names only a commune of today that the only commune of the other (partly) became. */
function becameOneOf({ communes: [former, ...others] }: Address, { communes: [today, ...more] }: Address): boolean {
  if (former === undefined || today === undefined || others.length > 0 || more.length > 0) return false;
  return former.today.includes(today.key);
}

function doorLikeness(one: Address, other: Address): readonly Likeness[] {
  const [parts, otherParts] = [premisesPartsOf(one), premisesPartsOf(other)];
  const street = opened(
    likeness(parts.street, otherParts.street),
    () =>
      isNamedByPlace(one, other) ||
      isNamedByPlace(other, one) ||
      isKilometreOfNamedRoad(parts, otherParts) ||
      mayBeOneStreet(one.street, other.street, [parts.street, otherParts.street]),
  );
  const unit = opened(
    likeness(parts.unit, otherParts.unit),
    () =>
      namesMore(one.unit, other.unit) ||
      isOfUnnamedBuilding(parts.unit, otherParts.unit) ||
      isSameRoom(parts.unit, otherParts.unit) ||
      isCentreOfCommune(one, other),
  );
  if (parts.number === '' || otherParts.number === '') {
    const isPlace = parts.number === otherParts.number && one.name !== undefined && other.name !== undefined;
    const isFlat = parts.number === otherParts.number && isFlatOf(parts) && isFlatOf(otherParts);
    const hamlet = opened(
      likeness(parts.hamlet, otherParts.hamlet),
      () =>
        saysLess(parts.hamlet, otherParts.hamlet) ||
        saysLess(`${parts.street}+${parts.hamlet}`, `${otherParts.street}+${otherParts.hamlet}`) ||
        namesMorePlaces(parts, otherParts) ||
        isLongerEstate(one.hamlet, other.hamlet) ||
        isOfOtherKind(one.hamlet, other.hamlet) ||
        isCalledByCommune(parts.hamlet, otherParts.hamlet, [one, other]),
    );
    const way = opened(
      street,
      () =>
        hasAllWordsOf(one.street, other.street) ||
        namesMorePlaces(parts, otherParts) ||
        isNumberLast(parts, otherParts) ||
        isNumberLast(otherParts, parts),
    );
    const room = opened(unit, () => namesMorePlaces(parts, otherParts) && roomsOf(parts) === roomsOf(otherParts));
    return [isFlat ? unit : isPlace ? nameLikeness(one.name, other.name) : 'open', way, hamlet, room];
  }
  const lane = parts.lanes.some((way) => otherParts.lanes.includes(way)) ? 'same' : 'other';
  const hamlet = opened(
    likeness(parts.hamlet, otherParts.hamlet),
    () =>
      saysLess(parts.hamlet, otherParts.hamlet) ||
      isLongerEstate(one.hamlet, other.hamlet) ||
      isOfOtherKind(one.hamlet, other.hamlet),
  );
  if (mayBeOneDoor(parts, otherParts)) return ['open', hamlet, unit];
  if (haveSameNames(parts, otherParts) && parts.street !== otherParts.street)
    return [numberLikeness(parts.number, otherParts.number), 'open', lane, unit];
  // A number on a street identifies a house, whose quarter one text may leave out; another lot is another door.
  const isHouse = street === 'same' && parts.street !== '' && !haveOtherLots(parts, otherParts);
  const inHamlet = !isHouse ? hamlet : leavesOutQuarter(one, other) ? 'same' : hamlet === 'other' ? 'open' : hamlet;
  const nowhere = street === 'same' && parts.street === '' && parts.hamlet === '' && parts.unit === '';
  return [
    numberLikeness(parts.number, otherParts.number),
    street,
    lane,
    inHamlet,
    unit,
    ...(nowhere ? ['open' as const] : []),
  ];
}

/** Whether a text names a room, its tower and where that stands, which together identify a door. */
function isFlatOf({ unit, hamlet, street }: PremisesParts): boolean {
  const units = unit.split('+');
  const isPlaced = hamlet !== '' || street !== '' || units.some((part) => part.startsWith('@'));
  return isPlaced && units.some((part) => /^p\w/.test(part)) && units.some((part) => /^toa\w/.test(part));
}

/** Whether two units agree but for the building's name, which one text does not give. */
function isOfUnnamedBuilding(one: string, other: string): boolean {
  const [named, others] = [one, other].map((unit) => unit.split('+').filter((part) => part.startsWith('@')));
  const [rest, otherRest] = [one, other].map((unit) => unit.split('+').filter((part) => !part.startsWith('@')));
  return rest !== undefined && rest.length > 1 && rest.join() === otherRest?.join() && named?.length !== others?.length;
}

function likeness(one: string, other: string): Likeness {
  if (one === other) return 'same';
  return one === '' || other === '' ? 'open' : 'other';
}

/** Whether one text only has more details than the other, so that the addresses are not called different. */
const opened = (likely: Likeness, saysMore: () => boolean): Likeness =>
  likely === 'other' && saysMore() ? 'open' : likely;

/** Whether one place contains the other, as for `khu nhà phố Thủy Nguyên, KĐT Ecopark` and `KĐT Ecopark`. */
function saysLess(one: string, other: string): boolean {
  const [parts, others] = [one, other].map((text) => new Set(text.split('+').filter((part) => part !== '')));
  if (!parts || !others) return false;
  return parts.isSubsetOf(others) || others.isSubsetOf(parts);
}

/** Whether an estate or a new town has more words in one text, as `KCN khí mỏ Tiền Hải` beside `KCN Tiền Hải`. */
function isLongerEstate(one = '', other = ''): boolean {
  const [words, others] = [one, other].map((hamlet) =>
    hamlet
      .split(', ')
      .map(nameKey)
      .find((part) => ESTATE.test(part)),
  );
  return words !== undefined && others !== undefined && words !== others && hasAllWordsOf(words, others);
}
const ESTATE = /^(?:kcn|ccn|kdt|kdc) /;

/** A building's name of at least four letters in one word, or of two words. */
const LONG_NAME = /^\S+ (?:\S{4,}|\S+ \S.*)$/;

/** Whether a building's name agrees with or without its town, as in `Vincom Plaza Bắc Ninh`. */
function namesMore(one = '', other = ''): boolean {
  const [parts, others] = [one, other].map((unit) => unit.split(', ').map(nameKey).sort());
  if (!parts || !others || parts.length !== others.length) return false;
  return parts.every((part, place) => {
    const [short = '', long = ''] = [part, others[place] ?? ''].sort((a, b) => a.length - b.length);
    return short === long || (long.startsWith(`${short} `) && LONG_NAME.test(short));
  });
}

/**
 * Whether a crossing or market is named after its commune or hamlet, which was read apart from it: `Ngã tư` of Minh Hòa.
 */
function isNamedByPlace(
  { street = '', commune = '', hamlet = '' }: Address,
  { street: longer = '' }: Address,
): boolean {
  const places = [bareNameOf(commune), nameKey(hamlet)];
  return street !== '' && places.some((place) => place !== '' && nameKey(longer) === `${nameKey(street)} ${place}`);
}

/** Whether a place is named after its commune, as `làng nghề Thủ Sỹ` of xã Thủ Sỹ. */
function isCalledByCommune(one: string, other: string, addresses: readonly Address[]): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return addresses.some(({ commune = '' }) => {
    const name = bareNameOf(commune).replaceAll(' ', '');
    return short !== '' && name !== '' && long === `${short}${name}`;
  });
}

/** Compares places without a number by their words: `Trại gà anh Giang` and `Trại gà Đông Tảo anh Giang`. */
function hasAllWordsOf(one = '', other = ''): boolean {
  const [words, others] = [new Set(nameKey(one).split(' ')), new Set(nameKey(other).split(' '))];
  const [short, long] = words.size < others.size ? [words, others] : [others, words];
  return short.size > 2 && short.isSubsetOf(long);
}

/** The kinds of houses of a new town: biệt thự, liền kề, nhà vườn, shophouse. */
const KIND_OF_HOUSE = /^(?:bt|lk|nv|sh)(?=\d)/;

function numberLikeness(one: string, other: string): Likeness {
  if (one === other) return 'same';
  if (one.replace(KIND_OF_HOUSE, '') === other || other.replace(KIND_OF_HOUSE, '') === one) return 'open';
  return isNumberWithin(one, other) || isNumberWithin(other, one) ? 'open' : 'other';
}

/** Whether two names of shops or schools agree: the longer contains all words of the shorter. */
function nameLikeness(one = '', other = ''): Likeness {
  const [words, others] = [one, other].map((name) => new Set(inFull(nameKey(name)).split(' ')));
  if (!words || !others) return 'open';
  const [shorter, longer] = words.size < others.size ? [words, others] : [others, words];
  if (shorter.isSubsetOf(longer)) return shorter.size === longer.size ? 'same' : 'open';
  return 'other';
}

const SHORT_PLACES: readonly (readonly [short: RegExp, full: string])[] = [
  [/^bv(?= )/, 'benh vien'],
  [/^svd(?= )/, 'san van dong'],
  [/^tttm(?= )/, 'trung tam thuong mai'],
  [/^tt(?= )/, 'trung tam'],
  [/^th(?= )/, 'truong tieu hoc'],
  [/^(?=(?:thpt|thcs|tieu hoc|mam non) )/, 'truong '],
  [/^pgd(?= )/, 'phong giao dich'],
  [/^htx(?= )/, 'hop tac xa'],
  [/^cty(?= )/, 'cong ti'],
  [/(?<![a-z])ng(?= [a-z])/, 'nguyen'],
  [/(?<![a-z])dhqg(?![a-z])/, 'dai hoc quoc gia'],
  [/(?<![a-z])dh(?= )/, 'dai hoc'],
];

const inFull = (name: string): string => SHORT_PLACES.reduce((read, [short, full]) => read.replace(short, full), name);
