import type { AddressWords } from './address-words.ts';
import { isCommuneName, LONGEST_NAME, type Territory } from './gazetteer.ts';
import { isPlain } from './provinces.ts';

/** The words of an address from the first that is in no unit. */
export interface UnreadWords {
  readonly text: AddressWords;
  readonly first: number;
}

/** The surnames with which most streets that are named after a person begin, folded; rarer ones are words of places too. */
const SURNAMES_OF_STREETS = new Set(
  'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong li luong dinh trinh chu doan mac to mai dao cao ta'.split(
    ' ',
  ),
);
const MIDDLE = /^(?:thi|van)$/;

/** Whether a name is a commune of the district, or of the territory where the district is unknown or missing. */
export function isCommuneOf(name: string, districtKey: string | undefined, territory: Territory): boolean {
  const districts = districtKey === undefined ? [] : territory.named(districtKey).districts;
  const known = territory.named(name);
  if (districts.length === 0) return isCommuneName(known);
  if (known.former.some(({ district }) => district?.key === districts[0]?.key)) return true;
  if (known.earlier.some(({ district }) => district?.key === districts[0]?.key)) return true;
  return known.today.some(({ communeKey }) => districts.some(({ successors }) => successors.has(communeKey)));
}

/** Whether the words before a district are a commune of it, as in `Phan Lam Dao Duong An Thi` without marks. */
export function endsCommuneBefore(text: UnreadWords, at: number, district: string, territory: Territory): boolean {
  if (territory.named(district).districts.length === 0) return false;
  return endsName(text, at, (name) => isCommuneOf(name, district, territory));
}

/** Whether the words before a province are a district or a commune of it, as in `Tan Trao Son Duong Tuyen Quang`. */
export function endsUnitBefore(text: UnreadWords, at: number, territory: Territory): boolean {
  return endsName(text, at, (name) => {
    const known = territory.named(name);
    return known.districts.length > 0 || isCommuneName(known);
  });
}

/** Whether a name of several words ends here whose last word only looks like a label, such as `Dao Duong` or `Tân Xã`. */
function endsName({ text, first }: UnreadWords, at: number, passes: (name: string) => boolean): boolean {
  const { words, keys, starts, ends, kindsBefore } = text;
  const last = words[at - 1];
  if (last === undefined || last.breakBefore || (last.lower !== last.key && last.text === last.lower)) return false;
  for (let from = at - 2; from >= first && at - from <= LONGEST_NAME; from -= 1) {
    const isOfHamlet = kindsBefore[from]?.includes('hamlet') === true;
    if (!isOfHamlet && isPlain(words, from, at) && passes(keys.slice(starts[from], ends[at - 1]))) return true;
    if (words[from]?.breakBefore) return false;
  }
  return false;
}

/**
 * Whether the words `from`…`end` end the name of a person after whom a street is named, and are no commune: Hưng Đạo in
 * `12 Trần Hưng Đạo`, Minh Khai in `đường Nguyễn Thị Minh Khai`, Vương in `12 Hùng Vương`, Phùng in `Phan Đình Phùng`.
 */
export function endsPersonsName(unread: UnreadWords, from: number, end: number): boolean {
  const { words } = unread.text;
  const before = words[from - 1];
  if (before === undefined || startsPart(unread, from)) return false;
  const isWord = end - from === 1;
  if (isWord && beginsStreet(unread, from - 1)) return true;
  const hasMiddle = (isWord || MIDDLE.test(before.key)) && !startsPart(unread, from - 1);
  return [from - 1, hasMiddle ? from - 2 : from - 1].some(
    (first) => SURNAMES_OF_STREETS.has(words[first]?.key ?? '') && beginsStreet(unread, first),
  );
}

const startsPart = ({ text, first }: UnreadWords, index: number): boolean =>
  index === first || text.words[index]?.breakBefore === true;

/** Whether a street begins here: at the start of a part, behind a number or behind a street's label. */
const beginsStreet = (unread: UnreadWords, index: number): boolean =>
  startsPart(unread, index) ||
  unread.text.words[index - 1]?.hasDigit === true ||
  unread.text.kindsBefore[index]?.includes('street') === true;
