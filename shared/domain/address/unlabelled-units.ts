import { type AdministrativeUnits, isCountry } from './administrative-units.ts';
import { findDistrict, findProvince, isCommuneName, LONGEST_NAME, newCommune, oldCommunes } from './gazetteer.ts';
import { partLabelAt } from './premises-labels.ts';
import { hasDigit, joinKeys, joinText, type Token } from './tokens.ts';

const POSTCODE = /^\d{5,6}$/;
const BARE_LABEL = /^(?:so|sn|nha|ngo|ngach|hem|kiet|duong|pho|d)$/;

type Level = 'commune' | 'district' | 'province';

/**
 * Fills the levels that no label announced from names at the end of the text (`…, Tân Lập, Yên Mỹ, Hưng Yên`, with or without
 * commas), or at its beginning where it is written the other way round.
 */
export function unlabelledUnits(tokens: readonly Token[], used: boolean[], units: AdministrativeUnits): void {
  const country = tokens.findIndex((_, index) => !used[index] && isCountry(tokens, index));
  if (country >= 0) used.fill(true, country);
  const last = used.lastIndexOf(false);
  if (last > 0 && POSTCODE.test(tokens[last]?.key ?? '')) used[last] = true;
  while (takeBackwards(tokens, used, units));
  if (units.province && units.commune) return;
  while (takeForwards(tokens, used, units));
}

/** The last free words, if they name a unit of a level above which nothing is left open. */
function takeBackwards(tokens: readonly Token[], used: boolean[], units: AdministrativeUnits): boolean {
  const end = used.lastIndexOf(false) + 1;
  for (let length = Math.min(LONGEST_NAME, end); length > 0; length -= 1) {
    const from = end - length;
    if (!isFreeRun(tokens, used, from, end) || followsLabel(tokens, from)) continue;
    const key = joinKeys(tokens, from, end);
    const level = levelOf(key, units, () => communeBefore(tokens, used, from, key));
    if (level === undefined) continue;
    if (level === 'commune' && !startsPart(tokens, used, from) && !leavesStreet(tokens, used, from)) return false;
    take(tokens, used, units, level, from, end);
    return true;
  }
  return false;
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
  if (!units.province && findProvince(key)) return 'province';
  const fits = !units.commune && isHome(units) && communeFits(key, units.district?.key);
  if (!units.district && findDistrict(key) && isHome(units) && (units.commune || !fits || communeFollows()))
    return 'district';
  return fits ? 'commune' : undefined;
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

/** Something stands before, in the same part, that can be the street. */
function leavesStreet(tokens: readonly Token[], used: readonly boolean[], from: number): boolean {
  const before = tokens[from - 1];
  if (before === undefined || used[from - 1]) return false;
  return !hasDigit(before) || followsLabel(tokens, from - 1);
}

/** `đường Hà Nội`, `phố Huế`, `thôn Đông`: the name belongs to the label before it. */
function followsLabel(tokens: readonly Token[], from: number): boolean {
  if (tokens[from]?.breakBefore !== false) return false;
  return [1, 2, 3].some((words) => {
    const label = partLabelAt(tokens, from - words);
    return label?.words === words && (label.kind === 'street' || label.kind === 'hamlet' || label.kind === 'building');
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

/** A commune of that district stands right before these words, and before it there are words for a street. */
function communeBefore(tokens: readonly Token[], used: readonly boolean[], end: number, district: string): boolean {
  for (let from = end - 1; from > 0 && end - from <= LONGEST_NAME && isFreeRun(tokens, used, from, end); from -= 1) {
    if (!communeFits(joinKeys(tokens, from, end), district) || followsLabel(tokens, from)) continue;
    if (
      tokens.some(
        (token, index) =>
          index < from &&
          !used[index] &&
          (!hasDigit(token) ? !BARE_LABEL.test(token.key) : followsLabel(tokens, index)),
      )
    )
      return true;
  }
  return false;
}
