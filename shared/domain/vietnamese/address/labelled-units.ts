import type { AddressWords, UnitLabel } from './address-words.ts';
import { isCommuneName, LONGEST_NAME, type Territory } from './gazetteer.ts';
import { endsCommuneBefore } from './names-before.ts';
import { type AdministrativeUnits, addRuns, type LabelledText, type Run, unitOf } from './named-units.ts';
import { findProvince, type FoundName, type FoundNames, provincesOfDistrict } from './provinces.ts';
import { shortPAt, withStreetAt } from './short-p.ts';

const STREET = /^(?:đường|duong|phố|pho)$/;

/** The text, its names, and where the last unit that was read ends. */
interface Reading {
  readonly text: AddressWords;
  readonly names: FoundNames;
  readonly territory: Territory;
  readonly end: number;
}

/** Reads the units that have labels. The last label of a level counts. */
export function labelledUnits(address: AddressWords, names: FoundNames, territory: Territory): LabelledText {
  const units: AdministrativeUnits = {};
  const runs: Run[] = [];
  let text = address;
  let end = 0;
  for (let index = 0; index < address.units.length; index += 1) {
    const label = address.units[index];
    if (!label || index < end) continue;
    const reading = { text, names, territory, end };
    const from = index + label.words;
    const length = nameLength(reading, from, label);
    if (length === 0 || isInsideName(reading, index, label)) continue;
    const name = unitOf(text, from, from + length);
    if (label.level === 'province' && text.words[index]?.lower === 'tinh' && !findProvince(name.key)) continue;
    const shortP = shortPAt(text, index, from + length, end > 0 && end === index - 1, territory);
    if (shortP === 'street') {
      text = withStreetAt(text, index);
      continue;
    }
    const level = label.level === 'city' ? cityLevel(name.key, units, territory) : label.level;
    units[level] = { ...name, kind: label.kind, labelled: true, mayBeStreet: shortP === 'open', at: index };
    addRuns(runs, text, end, index);
    end = from + length;
  }
  addRuns(runs, text, end, text.words.length);
  return { text, units, end, runs };
}

const isDistrict = ({ known }: FoundName): boolean => known.districts.length > 0;
const isCommune = ({ known }: FoundName): boolean => isCommuneName(known);

/** The number of words of the longest name from here of a kind; 0 where there is none. */
const longest = (names: FoundNames, from: number, is: (name: FoundName) => boolean): number =>
  (names[from]?.find(is)?.to ?? from) - from;

/**
 * Whether a word that looks like a label is part of a name, as in `Đông Xá` or `Bắc Đông Quan` without marks, or `phố
 * Xã Đàn`.
 */
function isInsideName(reading: Reading, index: number, label: UnitLabel): boolean {
  const { text, names, end } = reading;
  const from = index + label.words;
  if (beginsName(reading, index)) return true;
  if (text.words[index]?.breakBefore || index === end) return false;
  // A city of province rank follows, as in `quan Tan Binh thanh pho Ho Chi Minh`, although there is a Bình Thanh.
  if (label.level === 'city' && longest(names, from, ({ province }) => province?.city === true) > 0) return false;
  // Only a commune has the name, as in `xa Tan Lap`, unlike the district in `Dong Xa, Dong Hung`.
  if (longest(names, from, isCommune) > 0 && longest(names, from, isDistrict) === 0) return false;
  if (label.level !== 'province') {
    if (isDistrictOf(reading, from, index)) return false;
    if (isDistrictOf(reading, from, from)) return true;
  }
  return STREET.test(text.words[index - 1]?.lower ?? '') || endsKnownName(reading, index);
}

/** Whether the label, written without marks, ends the name of a commune or district, as in `Đông Xá` or `Văn Quan`. */
function endsKnownName({ text, names, end }: Reading, index: number): boolean {
  const { words, units } = text;
  if (words[index]?.lower !== words[index]?.key) return false;
  const ofProvince = units[index]?.level === 'province';
  for (let from = index - 1; from >= end && index - from < LONGEST_NAME; from -= 1) {
    const name = names[from]?.find(({ to }) => to === index + 1);
    if (name && (isCommune(name) || (!ofProvince && isDistrict(name)))) return true;
    if (words[from]?.breakBefore) return false;
  }
  return false;
}

/**
 * Whether a district begins at `from` of which the words before `end` are a commune, as in `Tân Bình thành phố Thái
 * Bình` or `Tân Xã Thạch Thất`.
 */
function isDistrictOf({ text, names, territory, end: first }: Reading, from: number, end: number): boolean {
  const district = names[from]?.find(isDistrict);
  return district !== undefined && endsCommuneBefore({ text, first }, end, district.key, territory);
}

/**
 * Whether label and name together are a unit's name: `Phuong Cong` is a commune, while no Cong exists, and `Quan Hóa`
 * is a district.
 */
function beginsName({ text, names }: Reading, index: number): boolean {
  const word = text.words[index];
  if (word?.lower !== word?.key || text.words[index + 1]?.breakBefore !== false) return false;
  const isName = (name: FoundName) => isCommune(name) || isDistrict(name);
  const follows = text.units[index]?.level === 'district' ? LONGEST_NAME : 1;
  return (
    names[index]?.some((name) => name.to === index + 2 && isName(name)) === true &&
    longest(names, index + 1, (name) => name.to <= index + 1 + follows && isName(name)) === 0
  );
}

/**
 * Whether a city is or was a district of the province, unlike a city of province rank. `TP. Thái Bình, TP. Hồ Chí Minh`
 * has one of each.
 */
function cityLevel(key: string, units: AdministrativeUnits, territory: Territory): 'district' | 'province' {
  if (territory.named(key).districts.length > 0) return 'district';
  return findProvince(key)?.city || units.district ? 'province' : 'district';
}

function isOfLevel({ level }: UnitLabel, { known, province }: FoundName): boolean {
  if (level === 'commune') return isCommuneName(known) || known.earlier.length > 0;
  if (level === 'province') return province !== undefined;
  return known.districts.length > 0 || (level === 'city' && province?.city === true);
}

/**
 * The number of words of the name: those of the longest known name, unless more words follow up to the next comma or
 * label that are no units. Unknown names count only after a sure label, so that `đường Huyền Trân` typed without marks
 * keeps its name.
 */
function nameLength(reading: Reading, from: number, label: UnitLabel): number {
  const { text, names } = reading;
  const known = longest(names, from, (name) => isOfLevel(label, name));
  const span = spanLength(text, from);
  if (known >= span) return known;
  const elsewhere = known === 0 && label.level !== 'commune' ? districtElsewhere(text, from) : 0;
  if (elsewhere > span || (elsewhere === span && label.level === 'city')) return elsewhere;
  const end = from + span;
  const next = text.words[end];
  const endsName = next === undefined || next.breakBefore || text.units[end] !== undefined;
  if (known > 0 && (span > LONGEST_NAME || !endsName || isCovered(reading, from + known, end))) return known;
  const bare = label.level === 'commune' && !label.sure ? 0 : wordsBeforeProvince(reading, from, end);
  if (bare > 0) return bare;
  const isOfCommune = label.level === 'commune' && span > 1 && text.units[from] === undefined;
  const certain = label.sure || (isOfCommune && isBeforeDistrict(reading, end));
  return certain && span <= LONGEST_NAME ? span : known;
}

/** Whether a district with its label follows, as in `36 Hung Vuong Xa Trang Liet Huyen Binh Giang`. */
function isBeforeDistrict(reading: Reading, index: number): boolean {
  const label = reading.text.units[index];
  if ((label?.level !== 'district' && label?.level !== 'city') || endsKnownName(reading, index)) return false;
  return longest(reading.names, index + label.words, (name) => isOfLevel(label, name)) > 0;
}

/** The number of words of a district of another province whose name contains a label, such as `Tam Đường`. */
function districtElsewhere({ words, keys, starts, ends }: AddressWords, from: number): number {
  let longestName = 0;
  for (let length = 1; length <= LONGEST_NAME && from + length <= words.length; length += 1) {
    if (length > 1 && words[from + length - 1]?.breakBefore) break;
    if (provincesOfDistrict(keys.slice(starts[from], ends[from + length - 1])).length > 0) longestName = length;
  }
  return longestName;
}

/** The number of words up to the next comma, number or label. */
function spanLength({ words, units, parts, country }: AddressWords, from: number): number {
  let end = from + 1;
  while (end < words.length && end !== country) {
    if (words[end]?.breakBefore || words[end]?.hasDigit || units[end] !== undefined || parts[end] !== undefined) break;
    end += 1;
  }
  return end - from;
}

/** Whether the words are names of districts, provinces and the country, one after another. */
function isCovered({ text, names }: Reading, from: number, to: number): boolean {
  let at = from;
  while (at < to) {
    if (at === text.country) return true;
    const length = longest(names, at, (name) => isDistrict(name) || name.province !== undefined);
    if (length === 0) return false;
    at += length;
  }
  return at === to;
}

/**
 * The number of words before a province at the end of the text, as in `huyện Vĩnh Bảo Hải Phòng` or `quận Cầu Giấy HN`;
 * 0 where there is none.
 */
function wordsBeforeProvince({ text, names }: Reading, from: number, end: number): number {
  if (end < text.words.length && end !== text.country) return 0;
  for (let at = from + 1; at < end; at += 1)
    if (names[at]?.some(({ to, province }) => to === end && province !== undefined)) return at - from;
  return 0;
}
