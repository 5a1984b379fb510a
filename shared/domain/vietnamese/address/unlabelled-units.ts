import type { AddressText } from './address-text.ts';
import type { AdministrativeUnits } from './administrative-units.ts';
import { endsCommuneBefore, endsUnitBefore, isCommuneOf } from './communes-of-district.ts';
import { LONGEST_NAME, type Territory } from './gazetteer.ts';
import { endsPersonsName } from './person-streets.ts';
import { findProvince } from './provinces.ts';
import { hasDigit, isRoadCode } from './tokens.ts';

const POSTCODE = /^\d{5,6}$/;
const COUNTRY_FIRST = /^(viet nam|vietnam|vn)\b/;
const BARE_LABEL = /^(?:so|sn|nha|ngo|ngach|hem|kiet|duong|pho|d)$/;

type Level = 'commune' | 'district' | 'province' | 'formerProvince';

/** The text and the province in which its names are looked up. */
interface UnlabelledText {
  readonly text: AddressText;
  readonly territory: Territory;
  readonly units: AdministrativeUnits;
}

/**
 * Fills the levels that no label announced from names at the end of the text (`…, Tân Lập, Yên Mỹ, Hưng Yên`, with or
 * without commas), or at its beginning where it is written the other way round.
 */
export function unlabelledUnits(text: AddressText, territory: Territory, units: AdministrativeUnits): void {
  const reading = { text, territory, units };
  const labelled = text.lastTaken();
  takeCountry(text);
  if (startsWithProvince(text)) while (takeForwards(reading));
  while (takeBackwards(reading, labelled));
  takeProvinceInside(reading);
  if (units.province && units.commune) return takeUnknownDistrict(reading);
  while (takeForwards(reading));
}

/** Reads `Việt Nam` at either end, with a postcode before or after it. */
function takeCountry(text: AddressText): void {
  const country = text.tokens.findIndex((_, index) => !text.isTaken(index) && text.isCountry(index));
  if (country >= 0) text.take(country, text.tokens.length);
  const leading = COUNTRY_FIRST.exec(text.key(0, 3))?.[1];
  if (leading !== undefined) text.take(0, leading.split(' ').length);
  const last = text.freeEnd() - 1;
  if (last > 0 && POSTCODE.test(text.tokens[last]?.key ?? '')) text.take(last, last + 1);
}

/** Reads units in reverse order where the text begins with the province. */
function startsWithProvince(text: AddressText): boolean {
  const from = text.firstFree();
  const length = from < 0 ? 0 : text.longest(from, LONGEST_NAME, (key) => findProvince(key) !== undefined);
  if (endsWithProvince(text, from + length)) return false;
  return length > 0 && from + length < text.tokens.length && text.endsPart(from + length);
}

/** Whether the whole last part is a province, as in `Hòa Bình, xã Vũ Thư, Hưng Yên`. */
function endsWithProvince(text: AddressText, after: number): boolean {
  const end = text.freeEnd();
  return [1, 2, 3, 4].some((length) => {
    const from = end - length;
    const isPart = from >= after && text.startsPart(from) && text.isFreeName(from, end);
    return isPart && findProvince(text.key(from, end)) !== undefined;
  });
}

/**
 * Reads the last unread words where they name a unit and all higher levels are known. A province never comes before a
 * labelled unit, so there `Điện Biên` is a street.
 */
function takeBackwards(reading: UnlabelledText, labelled: number): boolean {
  const { text, units } = reading;
  const end = text.freeEnd();
  for (let length = Math.min(LONGEST_NAME, end); length > 0; length -= 1) {
    const from = end - length;
    if (!text.isFreeName(from, end)) continue;
    const key = text.key(from, end);
    if (text.followsLabel(from)) {
      const province = findProvince(key);
      // In `phố Hồ Chí Minh` no part of the name is a commune.
      if (province && !endsUnitBefore(text, from, province)) return false;
      if (!province && !endsCommuneBefore(text, from, key, reading.territory)) continue;
    }
    const level = levelOf(key, reading, () => unitBefore(reading, from, key)) ?? repeated(key, units, text, from);
    if (level === undefined || (level === 'province' && from < labelled)) continue;
    if (level !== 'again' && !text.startsPart(from) && !leavesPlace(text, from, end, level)) return false;
    if (level === 'district' && isInNameBeforeCommune(reading, from)) return false;
    if (level === 'again') text.take(from, end);
    else take(reading, level, from, end);
    return true;
  }
  return false;
}

/** Whether words such as `Văn Giang` end a name in front of the commune: `KĐT du lịch Văn Giang, xã Phụng Công`. */
function isInNameBeforeCommune({ text, units }: UnlabelledText, from: number): boolean {
  return !text.startsPart(from) && units.commune !== undefined && units.commune.at > from;
}

/** Reads a whole part that repeats a unit, as in `…, Hưng Yên, Hưng Yên, Hưng Yên` or `phường Hiến Nam, Hiến Nam, …`. */
function repeated(key: string, units: AdministrativeUnits, text: AddressText, from: number): 'again' | undefined {
  if (!text.startsPart(from) || from === 0) return undefined;
  const isCommune = units.commune?.key === key && hasName(text, from);
  return isCommune || (units.province?.key === key && units.district?.key === key) ? 'again' : undefined;
}

/** Reads a whole part directly after a labelled unit, as in `thôn Đại Từ - xã Đại Đồng - huyện Văn Lâm - Hưng Yên, SN 09`. */
function takeProvinceInside(reading: UnlabelledText): void {
  const { text, units } = reading;
  for (let from = 1; !units.province && from < text.tokens.length; from += 1) {
    if (text.isTaken(from) || !text.isTaken(from - 1) || !text.tokens[from]?.breakBefore) continue;
    const length = text.longest(from, LONGEST_NAME, (key) => findProvince(key)?.home === true);
    if (length > 0 && text.tokens[from + length]?.breakBefore) take(reading, 'province', from, from + length);
  }
}

/** Reads an unknown district between a labelled commune and a province, as in `phường Nam Đồng, Đống Đa, Hà Nội`. */
function takeUnknownDistrict(reading: UnlabelledText): void {
  const { text, units } = reading;
  const end = text.freeEnd();
  const away = units.province && !findProvince(units.province.key)?.home;
  if (units.district || !units.commune?.kind || !away || !text.isTaken(end)) return;
  let from = end - 1;
  while (from > 0 && !text.tokens[from]?.breakBefore) from -= 1;
  if (units.commune.at > from || !text.isTaken(from - 1) || end - from > LONGEST_NAME || !text.isFreeName(from, end))
    return;
  take(reading, 'district', from, end);
}

/** Reads the first part between commas where it is a whole name, as in `Hưng Yên, Yên Mỹ, Tân Lập, số 12 …`. */
function takeForwards(reading: UnlabelledText): boolean {
  const { text } = reading;
  const from = text.firstFree();
  if (from < 0) return false;
  const end = text.partEnd(from);
  if (end - from > LONGEST_NAME || end === text.tokens.length) return false;
  const level = levelOf(text.key(from, end), reading, () => nameFollows(reading, end));
  if (level === undefined) return false;
  take(reading, level, from, end);
  return true;
}

function take({ text, units }: UnlabelledText, level: Level, from: number, end: number): void {
  units[level] = { key: text.key(from, end), text: text.typed(from, end), labelled: false, at: from };
  text.take(from, end);
}

/**
 * Tries province, district and commune in this order. A name that is both, such as `Yên Mỹ`, is the district only while
 * a commune can still follow.
 */
function levelOf(key: string, reading: UnlabelledText, communeFollows: () => boolean): Level | undefined {
  const { territory, units } = reading;
  if (!units.province && provinceFits(key, reading)) return 'province';
  if (isFormerProvince(key, reading)) return 'formerProvince';
  const fits = !units.commune && isInside(reading) && communeFits(key, reading);
  const isDistrict = !units.district && isInside(reading) && territory.districts(key).length > 0;
  if (isDistrict && (units.commune || !fits || isOfFormerProvince(key, reading) || communeFollows())) return 'district';
  return fits ? 'commune' : undefined;
}

/** Whether a name may be a former province, which was written with districts, as in `Vũ Thư, Thái Bình`. */
function isOfFormerProvince(key: string, { territory, units }: UnlabelledText): boolean {
  const province = units.province && findProvince(units.province.key);
  return province?.current === false && territory.districts(key).some((district) => district.province === province.key);
}

/** Whether a name such as `Điện Biên` is no province, because the text names a district of the home province. */
function provinceFits(key: string, { territory, units }: UnlabelledText): boolean {
  const province = findProvince(key);
  if (province === undefined) return false;
  return province.newCode === territory.code || !units.district || territory.districts(units.district.key).length === 0;
}

/** Whether a name is the former province and not its city, as after a district in `Vũ Thư, Thái Bình, Hưng Yên`. */
function isFormerProvince(key: string, { territory, text, units }: UnlabelledText): boolean {
  const province = findProvince(key);
  if (!units.province || units.formerProvince || province?.newCode !== territory.code || province.current) return false;
  const named = units.district?.key;
  if (named !== undefined)
    return territory.districts(named).some((district) => district.province === key && named !== key);
  const end = text.freeEnd() - key.split(' ').length;
  return [1, 2, 3, 4].some((length) => {
    const districts = text.isFreeName(end - length, end) ? territory.districts(text.key(end - length, end)) : [];
    return districts.some(
      (district) => district.province === key && district.key !== key && text.startsPart(end - length),
    );
  });
}

/** Whether the named province, if any, is that of the territory. */
function isInside({ territory, units }: UnlabelledText): boolean {
  return !units.province || findProvince(units.province.key)?.newCode === territory.code;
}

function communeFits(key: string, { territory, units }: UnlabelledText, district = units.district?.key): boolean {
  return isCommuneOf(key, district, territory);
}

/** Whether a name after a number is a street, as in `387 Điện Biên`, because no street comes before it. */
function leavesPlace(text: AddressText, from: number, end: number, level: Level): boolean {
  return level === 'commune' ? leavesStreet(text, from) && !endsPersonsName(text, from, end) : hasPlace(text, from);
}

/** Whether a possible street comes earlier in the same part. */
function leavesStreet(text: AddressText, from: number): boolean {
  const before = text.tokens[from - 1];
  if (before === undefined || text.isTaken(from - 1)) return false;
  return !hasDigit(before) || isRoadCode(before) || text.followsLabel(from - 1);
}

function nameFollows({ text, territory }: UnlabelledText, from: number): boolean {
  for (let end = from + 1; end <= Math.min(from + LONGEST_NAME, text.tokens.length); end += 1) {
    if (!text.isFreeName(from, end)) return false;
    const whole = end === text.tokens.length || text.tokens[end]?.breakBefore === true;
    if (whole && territory.isCommuneName(text.key(from, end))) return true;
  }
  return false;
}

/** Whether a commune of the district precedes these words, after words for a street, a second number, or no unread word. */
function unitBefore(reading: UnlabelledText, end: number, district: string): boolean {
  const { text } = reading;
  for (let from = end - 1; from >= 0 && end - from <= LONGEST_NAME; from -= 1) {
    if (!text.isFreeName(from, end) || !communeFits(text.key(from, end), reading, district)) continue;
    if (text.followsLabel(from) || endsPersonsName(text, from, end)) continue;
    if (hasPlace(text, from) || text.firstFree() === from) return true;
  }
  return false;
}

/** Whether the words before can name a place in a commune: more than a single number. */
function hasPlace(text: AddressText, end: number): boolean {
  const free = text.tokens.map((_, index) => index < end && !text.isTaken(index));
  const numbers = text.tokens.filter((token, index) => free[index] && hasDigit(token)).length;
  return numbers > 1 || hasName(text, end);
}

/** Whether a word that can name a street comes before these words. */
function hasName(text: AddressText, end: number): boolean {
  return text.tokens.some((_, index) => index < end && !text.isTaken(index) && namesStreet(text, index));
}

function namesStreet(text: AddressText, index: number): boolean {
  const token = text.tokens[index];
  if (token === undefined) return false;
  return hasDigit(token) ? isRoadCode(token) || text.followsLabel(index) : !BARE_LABEL.test(token.key);
}
