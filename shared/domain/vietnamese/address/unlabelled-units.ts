import { type AdministrativeUnits, isCountry, longestKnown } from './administrative-units.ts';
import { findDistrict, findProvince, isCommuneName, LONGEST_NAME, newCommune, oldCommunes } from './gazetteer.ts';
import { type PartKind, partLabelAt } from './premises-labels.ts';
import { hasDigit, isRoadCode, joinKeys, joinText, type Token } from './tokens.ts';

const NAMED: ReadonlySet<PartKind> = new Set(['street', 'road', 'hamlet', 'building']);
const POSTCODE = /^\d{5,6}$/;
const COUNTRY_FIRST = /^(viet nam|vietnam|vn)\b/;
const BARE_LABEL = /^(?:so|sn|nha|ngo|ngach|hem|kiet|duong|pho|d)$/;

type Level = 'commune' | 'district' | 'province';

/**
 * Fills the levels that no label announced from names at the end of the text (`…, Tân Lập, Yên Mỹ, Hưng Yên`, with or without
 * commas), or at its beginning where it is written the other way round.
 */
export function unlabelledUnits(tokens: readonly Token[], used: boolean[], units: AdministrativeUnits): void {
  const labelled = used.lastIndexOf(true);
  const country = tokens.findIndex((_, index) => !used[index] && isCountry(tokens, index));
  if (country >= 0) used.fill(true, country);
  const leading = COUNTRY_FIRST.exec(joinKeys(tokens, 0, 3))?.[1];
  if (leading !== undefined) used.fill(true, 0, leading.split(' ').length);
  const last = used.lastIndexOf(false);
  if (last > 0 && POSTCODE.test(tokens[last]?.key ?? '')) used[last] = true;
  if (startsWithProvince(tokens, used)) while (takeForwards(tokens, used, units));
  while (takeBackwards(tokens, used, units, labelled));
  takeProvinceInside(tokens, used, units);
  if (units.province && units.commune) return takeForeignDistrict(tokens, used, units);
  while (takeForwards(tokens, used, units));
}

/** Nobody begins with the province who doesn't write the other way round. */
function startsWithProvince(tokens: readonly Token[], used: readonly boolean[]): boolean {
  const from = used.indexOf(false);
  const length = from < 0 ? 0 : longestKnown(tokens, from, (key) => findProvince(key) !== undefined);
  return length > 0 && (used[from + length] || tokens[from + length]?.breakBefore) === true;
}

/**
 * The last free words, if they name a unit of a level above which nothing is left open. Before a labelled unit stands no province: there
 * `Điện Biên` is a street.
 */
function takeBackwards(
  tokens: readonly Token[],
  used: boolean[],
  units: AdministrativeUnits,
  labelled: number,
): boolean {
  const end = used.lastIndexOf(false) + 1;
  for (let length = Math.min(LONGEST_NAME, end); length > 0; length -= 1) {
    const from = end - length;
    if (!isFreeRun(tokens, used, from, end) || followsLabel(tokens, from)) continue;
    const key = joinKeys(tokens, from, end);
    const level = levelOf(key, units, () => communeBefore(tokens, used, from, key));
    if (level === undefined || (level === 'province' && from < labelled)) continue;
    if (!startsPart(tokens, used, from) && !leavesPlace(tokens, used, from, level)) return false;
    take(tokens, used, units, level, from, end);
    return true;
  }
  return false;
}

/** `thôn Đại Từ - xã Đại Đồng - huyện Văn Lâm - Hưng Yên, SN 09`: a whole part right behind a labelled unit. */
function takeProvinceInside(tokens: readonly Token[], used: boolean[], units: AdministrativeUnits): void {
  for (let from = 1; !units.province && from < tokens.length; from += 1) {
    if (used[from] || !used[from - 1] || !tokens[from]?.breakBefore) continue;
    const length = longestKnown(tokens, from, (key) => findProvince(key)?.home === true);
    if (length > 0 && tokens[from + length]?.breakBefore) take(tokens, used, units, 'province', from, from + length);
  }
}

/** `phường Nam Đồng, Đống Đa, Hà Nội`: what stands between a labelled commune and a province that isn't home. */
function takeForeignDistrict(tokens: readonly Token[], used: boolean[], units: AdministrativeUnits): void {
  const end = used.lastIndexOf(false) + 1;
  if (units.district || !units.commune?.kind || isHome(units) || used[end] !== true) return;
  let from = end - 1;
  while (from > 0 && !tokens[from]?.breakBefore) from -= 1;
  if (used[from - 1] !== true || end - from > LONGEST_NAME || !isFreeRun(tokens, used, from, end)) return;
  take(tokens, used, units, 'district', from, end);
}

/** The first comma's part, where it is a whole name: `Hưng Yên, Yên Mỹ, Tân Lập, số 12 …`. */
function takeForwards(tokens: readonly Token[], used: boolean[], units: AdministrativeUnits): boolean {
  const from = used.indexOf(false);
  if (from < 0) return false;
  let end = from + 1;
  while (end < tokens.length && !used[end] && !tokens[end]?.breakBefore) end += 1;
  if (end - from > LONGEST_NAME || end === tokens.length) return false;
  const level = levelOf(joinKeys(tokens, from, end), units, () => namesFollow(tokens, used, end));
  if (level === undefined) return false;
  take(tokens, used, units, level, from, end);
  return true;
}

function take(
  tokens: readonly Token[],
  used: boolean[],
  units: AdministrativeUnits,
  level: Level,
  from: number,
  end: number,
) {
  units[level] = { key: joinKeys(tokens, from, end), text: joinText(tokens.slice(from, end)) };
  used.fill(true, from, end);
}

/** Province before district before commune; a name that is both, `Yên Mỹ`, is the district only while a commune can still follow. */
function levelOf(key: string, units: AdministrativeUnits, communeFollows: () => boolean): Level | undefined {
  if (!units.province && provinceFits(key, units)) return 'province';
  const fits = !units.commune && isHome(units) && communeFits(key, units.district?.key);
  if (!units.district && findDistrict(key) && isHome(units) && (units.commune || !fits || communeFollows()))
    return 'district';
  return fits ? 'commune' : undefined;
}

/** `Điện Biên` is no province where a district of home is named. */
function provinceFits(key: string, { district }: AdministrativeUnits): boolean {
  const province = findProvince(key);
  return province !== undefined && (province.home || !district || !findDistrict(district.key));
}

function isHome(units: AdministrativeUnits): boolean {
  return !units.province || findProvince(units.province.key)?.home === true;
}

function communeFits(key: string, districtKey: string | undefined): boolean {
  const district = districtKey === undefined ? undefined : findDistrict(districtKey);
  if (!district) return isCommuneName(key);
  if (oldCommunes(key).some((old) => old.district === districtKey)) return true;
  const next = newCommune(key);
  return next !== undefined && district.successors.has(next.communeKey);
}

function isFreeRun(tokens: readonly Token[], used: readonly boolean[], from: number, end: number): boolean {
  for (let index = from; index < end; index += 1) {
    if (used[index] || hasDigit(tokens[index]) || (index > from && tokens[index]?.breakBefore)) return false;
  }
  return true;
}

function startsPart(tokens: readonly Token[], used: readonly boolean[], from: number): boolean {
  return from === 0 || tokens[from]?.breakBefore === true || used[from - 1] === true;
}

/** `387 Điện Biên` is a street; a commune's name needs a street's before it in its own part. */
function leavesPlace(tokens: readonly Token[], used: readonly boolean[], from: number, level: Level): boolean {
  return level === 'commune' ? leavesStreet(tokens, used, from) : hasPlace(tokens, used, from);
}

/** Something stands before, in the same part, that can be the street. */
function leavesStreet(tokens: readonly Token[], used: readonly boolean[], from: number): boolean {
  const before = tokens[from - 1];
  if (before === undefined || used[from - 1]) return false;
  return !hasDigit(before) || isRoadCode(before) || followsLabel(tokens, from - 1);
}

/** `đường Hà Nội`, `phố Huế`, `thôn Đông`: the name belongs to the label before it. */
function followsLabel(tokens: readonly Token[], from: number): boolean {
  if (tokens[from]?.breakBefore !== false) return false;
  return [1, 2, 3].some((words) => {
    const label = partLabelAt(tokens, from - words);
    return label?.words === words && NAMED.has(label.kind);
  });
}

function namesFollow(tokens: readonly Token[], used: readonly boolean[], from: number): boolean {
  for (let end = from + 1; end <= Math.min(from + LONGEST_NAME, tokens.length); end += 1) {
    if (!isFreeRun(tokens, used, from, end)) return false;
    const whole = end === tokens.length || tokens[end]?.breakBefore === true;
    if (whole && isCommuneName(joinKeys(tokens, from, end))) return true;
  }
  return false;
}

/** A commune of that district stands right before these words, and before it there are words for a street, or a second number. */
function communeBefore(tokens: readonly Token[], used: readonly boolean[], end: number, district: string): boolean {
  for (let from = end - 1; from > 0 && end - from <= LONGEST_NAME && isFreeRun(tokens, used, from, end); from -= 1) {
    if (!communeFits(joinKeys(tokens, from, end), district) || followsLabel(tokens, from)) continue;
    if (hasPlace(tokens, used, from)) return true;
  }
  return false;
}

/** Before these words stands what can name a place in a commune: more than one bare number. */
function hasPlace(tokens: readonly Token[], used: readonly boolean[], end: number): boolean {
  const free = tokens.map((_, index) => index < end && used[index] === false);
  const numbers = tokens.filter((token, index) => free[index] && hasDigit(token)).length;
  return numbers > 1 || tokens.some((_, index) => free[index] && namesStreet(tokens, index));
}

function namesStreet(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return (
    token !== undefined &&
    (hasDigit(token) ? isRoadCode(token) || followsLabel(tokens, index) : !BARE_LABEL.test(token.key))
  );
}
