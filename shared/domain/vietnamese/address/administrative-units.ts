import type { AddressText } from './address-text.ts';
import { endsCommuneBefore } from './communes-of-district.ts';
import { type CommuneKind, LONGEST_NAME, type Territory } from './gazetteer.ts';
import { findProvince, provincesOfDistrict } from './provinces.ts';
import { shortPAt } from './streets-of-maps.ts';
import { hasDigit } from './tokens.ts';
import type { UnitLabel } from './unit-labels.ts';

const STREET = /^(?:đường|duong|phố|pho)$/;

/** An administrative unit in the text. */
export interface NamedUnit {
  readonly key: string;
  readonly text: string;
  readonly kind?: CommuneKind | undefined;
  /** Whether the name has a label before it, such as `xã` or `TP`. */
  readonly labelled: boolean;
  /** Whether the name may be a street instead, so that the district's name may be the commune: `12 P. Bạch Sam, Mỹ Hào`. */
  readonly mayBeStreet?: boolean | undefined;
  /** The index of the name's first word. */
  readonly at: number;
}

export interface AdministrativeUnits {
  commune?: NamedUnit | undefined;
  district?: NamedUnit | undefined;
  province?: NamedUnit | undefined;
  /** The province before 2025, where the text also names today's: `…, Vũ Thư, Thái Bình, Hưng Yên`. */
  formerProvince?: NamedUnit | undefined;
}

/** Reads the units that have labels. The last label of a level counts. */
export function labelledUnits(text: AddressText, territory: Territory): AdministrativeUnits {
  const units: AdministrativeUnits = {};
  for (let index = 0; index < text.tokens.length; index += 1) {
    const label = text.unitLabels[index];
    const from = index + (label?.words ?? 0);
    const length = label ? nameLength(text, from, label, territory) : 0;
    if (!label || length === 0 || isInsideName(text, index, label.words, territory)) continue;
    const key = text.key(from, from + length);
    if (label.level === 'province' && text.tokens[index]?.lower === 'tinh' && !findProvince(key)) continue;
    const shortP = shortPAt(text, index, from + length, territory);
    if (shortP === 'street') {
      text.readAsStreet(index);
      continue;
    }
    const level = label.level === 'city' ? cityLevel(key, units, territory) : label.level;
    const mayBeStreet = shortP === 'open';
    units[level] = {
      key,
      text: text.typed(from, from + length),
      kind: label.kind,
      labelled: true,
      mayBeStreet,
      at: index,
    };
    text.take(index, from + length);
    index = from + length - 1;
  }
  return units;
}

/**
 * Whether a word that looks like a label is part of a name, as in `Đông Xá` or `Bắc Đông Quan` without marks, or `phố
 * Xã Đàn`.
 */
function isInsideName(text: AddressText, index: number, words: number, territory: Territory): boolean {
  const { tokens } = text;
  const token = tokens[index];
  if (!token || beginsName(text, index, territory)) return token !== undefined;
  if (token.breakBefore || text.isTaken(index - 1) || startsCity(text, index, words)) return false;
  if (startsCommune(text, index + words, territory)) return false;
  if (text.unitLabels[index]?.level !== 'province') {
    if (isDistrictOf(text, index + words, index, territory)) return false;
    if (isDistrictOf(text, index + words, index + words, territory)) return true;
  }
  return STREET.test(tokens[index - 1]?.lower ?? '') || endsKnownName(text, index, territory);
}

/** Whether the label, written without marks, ends the name of a commune or district, as in `Đông Xá` or `Văn Quan`. */
function endsKnownName(text: AddressText, index: number, territory: Territory): boolean {
  const { tokens } = text;
  if (tokens[index]?.lower !== tokens[index]?.key) return false;
  const ofProvince = text.unitLabels[index]?.level === 'province';
  for (let from = index - 1; from >= 0 && index - from < LONGEST_NAME; from -= 1) {
    if (text.isTaken(from)) return false;
    const name = text.key(from, index + 1);
    if (territory.isCommuneName(name) || (!ofProvince && territory.districts(name).length > 0)) return true;
    if (tokens[from]?.breakBefore) return false;
  }
  return false;
}

/**
 * Whether a district begins at `from` of which the words before `end` are a commune, as in `Tân Bình thành phố Thái
 * Bình` or `Tân Xã Thạch Thất`.
 */
function isDistrictOf(text: AddressText, from: number, end: number, territory: Territory): boolean {
  const length = text.longest(from, LONGEST_NAME, (key) => territory.districts(key).length > 0);
  return length > 0 && endsCommuneBefore(text, end, text.key(from, from + length), territory);
}

/**
 * Whether label and name together are a unit's name: `Phuong Cong` is a commune, while no Cong exists, and `Quan Hóa`
 * is a district.
 */
function beginsName(text: AddressText, index: number, territory: Territory): boolean {
  const token = text.tokens[index];
  if (token?.lower !== token?.key || text.tokens[index + 1]?.breakBefore !== false) return false;
  const isName = (key: string) => territory.isCommuneName(key) || territory.districts(key).length > 0;
  const follows = text.unitLabels[index]?.level === 'district' ? LONGEST_NAME : 1;
  return isName(text.key(index, index + 2)) && text.longest(index + 1, follows, isName) === 0;
}

/** Whether only a commune has the name, as in `xa Tan Lap`, unlike the district in `Dong Xa, Dong Hung`. */
function startsCommune(text: AddressText, from: number, territory: Territory): boolean {
  return (
    text.longest(from, LONGEST_NAME, territory.isCommuneName) > 0 &&
    text.longest(from, LONGEST_NAME, (key) => territory.districts(key).length > 0) === 0
  );
}

/** Whether a city of province rank follows, as in `quan Tan Binh thanh pho Ho Chi Minh`, although there is a Bình Thanh. */
function startsCity(text: AddressText, index: number, words: number): boolean {
  const isCity = (key: string) => findProvince(key)?.city === true;
  return text.unitLabels[index]?.level === 'city' && text.longest(index + words, LONGEST_NAME, isCity) > 0;
}

/**
 * Whether a city is or was a district of the province, unlike a city of province rank. `TP. Thái Bình, TP. Hồ Chí Minh`
 * has one of each.
 */
function cityLevel(key: string, units: AdministrativeUnits, territory: Territory): 'district' | 'province' {
  if (territory.districts(key).length > 0) return 'district';
  return findProvince(key)?.city || units.district ? 'province' : 'district';
}

function isKnown(label: UnitLabel, key: string, territory: Territory): boolean {
  if (label.level === 'commune') return territory.isCommuneName(key) || territory.earlier(key).length > 0;
  if (label.level === 'province') return findProvince(key) !== undefined;
  if (territory.districts(key).length > 0) return true;
  return label.level === 'city' && findProvince(key)?.city === true;
}

/**
 * The number of words of the name: those of the longest known name, unless more words follow up to the next comma or
 * label that are no units. Unknown names count only after a sure label, so that `đường Huyền Trân` typed without marks
 * keeps its name.
 */
function nameLength(text: AddressText, from: number, label: UnitLabel, territory: Territory): number {
  const known = text.longest(from, LONGEST_NAME, (key) => isKnown(label, key, territory));
  const span = spanLength(text, from);
  if (known >= span) return known;
  const elsewhere = known === 0 && label.level !== 'commune' ? districtElsewhere(text, from) : 0;
  if (elsewhere > span || (elsewhere === span && label.level === 'city')) return elsewhere;
  const open =
    span > LONGEST_NAME || !endsName(text, from + span) || isCovered(text, from + known, from + span, territory);
  if (known > 0 && open) return known;
  const bare = label.level === 'commune' && !label.sure ? 0 : wordsBeforeProvince(text, from, from + span);
  if (bare > 0) return bare;
  const isCommune = label.level === 'commune' && span > 1 && text.unitLabels[from] === undefined;
  const certain = label.sure || (isCommune && isBeforeDistrict(text, from + span, territory));
  return certain && span <= LONGEST_NAME ? span : known;
}

/** Whether a district with its label follows, as in `36 Hung Vuong Xa Trang Liet Huyen Binh Giang`. */
function isBeforeDistrict(text: AddressText, index: number, territory: Territory): boolean {
  const label = text.unitLabels[index];
  if ((label?.level !== 'district' && label?.level !== 'city') || endsKnownName(text, index, territory)) return false;
  return text.longest(index + label.words, LONGEST_NAME, (key) => isKnown(label, key, territory)) > 0;
}

/** The number of words of a district of another province whose name contains a label, such as `Tam Đường`. */
function districtElsewhere(text: AddressText, from: number): number {
  return text.longest(from, LONGEST_NAME, (key) => provincesOfDistrict(key).length > 0);
}

function spanLength(text: AddressText, from: number): number {
  let end = from + 1;
  while (end < text.tokens.length && !text.tokens[end]?.breakBefore && !interrupts(text, end)) end += 1;
  return end - from;
}

/** Whether a comma, the end or the next unit follows, so that the words before contain no street. */
function endsName(text: AddressText, index: number): boolean {
  const next = text.tokens[index];
  return next === undefined || next.breakBefore || text.unitLabels[index] !== undefined;
}

function interrupts(text: AddressText, index: number): boolean {
  return (
    hasDigit(text.tokens[index]) ||
    text.unitLabels[index] !== undefined ||
    text.partLabels[index] !== undefined ||
    text.isCountry(index)
  );
}

/** Whether the words are names of districts, provinces and the country, one after another. */
function isCovered(text: AddressText, from: number, to: number, territory: Territory): boolean {
  let at = from;
  while (at < to) {
    if (text.isCountry(at)) return true;
    const length = text.longest(
      at,
      LONGEST_NAME,
      (key) => territory.districts(key).length > 0 || findProvince(key) !== undefined,
    );
    if (length === 0) return false;
    at += length;
  }
  return at === to;
}

/**
 * The number of words before a province at the end of the text, as in `huyện Vĩnh Bảo Hải Phòng` or `quận Cầu Giấy HN`;
 * 0 where there is none.
 */
function wordsBeforeProvince(text: AddressText, from: number, end: number): number {
  if (end < text.tokens.length && !text.isCountry(end)) return 0;
  for (let at = from + 1; at < end; at += 1) if (findProvince(text.key(at, end))) return at - from;
  return 0;
}
