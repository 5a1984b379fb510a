import { type AdministrativeUnits, isCountry } from './administrative-units.ts';
import { findDistrict, findProvince, isCommuneName, LONGEST_NAME, newCommune, oldCommunes } from './gazetteer.ts';
import { hasDigit, joinKeys, joinText, type Token } from './tokens.ts';

const TAKES_NAME = /^(?:duong|pho|d|dg|thon|xom|ap|lang|khu|kcn|ccn|kdt|kdc|toa|cu|nghiep|thi|lo)$/;

type Level = 'commune' | 'district' | 'province';

/**
 * Fills the levels that no label announced from names at the end of the text (`…, Tân Lập, Yên Mỹ, Hưng Yên`, with or without
 * commas), or at its beginning where it is written the other way round.
 */
export function unlabelledUnits(tokens: readonly Token[], used: boolean[], units: AdministrativeUnits): void {
  const country = tokens.findIndex((_, index) => !used[index] && isCountry(tokens, index));
  if (country >= 0) used.fill(true, country);
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
    const level = levelOf(joinKeys(tokens, from, end), units, leavesName(tokens, used, from));
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
  const level = levelOf(joinKeys(tokens, from, end), units, namesFollow(tokens, used, end));
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
function levelOf(key: string, units: AdministrativeUnits, communeFollows: boolean): Level | undefined {
  if (!units.province && findProvince(key)) return 'province';
  const fits = !units.commune && communeFits(key, units);
  if (!units.district && findDistrict(key) && isHome(units) && (units.commune || communeFollows || !fits))
    return 'district';
  return fits ? 'commune' : undefined;
}

function isHome(units: AdministrativeUnits): boolean {
  return !units.province || findProvince(units.province.key)?.home === true;
}

function communeFits(key: string, units: AdministrativeUnits): boolean {
  if (!isHome(units)) return false;
  const district = units.district && findDistrict(units.district.key);
  const next = newCommune(key);
  if (!district) return next !== undefined || oldCommunes(key).length > 0;
  if (oldCommunes(key).some((old) => old.district === units.district?.key)) return true;
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

/** Words without a digit stand before, in the same part: they can be the street. */
function leavesStreet(tokens: readonly Token[], used: readonly boolean[], from: number): boolean {
  const before = tokens[from - 1];
  return before !== undefined && !used[from - 1] && !hasDigit(before);
}

/** `đường Hà Nội`, `phố Huế`: the name belongs to the word before it. */
function followsLabel(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1];
  return before !== undefined && tokens[from]?.breakBefore === false && TAKES_NAME.test(before.key);
}

function namesFollow(tokens: readonly Token[], used: readonly boolean[], from: number): boolean {
  for (let end = from + 1; end <= Math.min(from + LONGEST_NAME, tokens.length); end += 1) {
    if (!isFreeRun(tokens, used, from, end)) return false;
    const whole = end === tokens.length || tokens[end]?.breakBefore === true;
    if (whole && isCommuneName(joinKeys(tokens, from, end))) return true;
  }
  return false;
}

/** A name of a commune stands right before these words. */
function leavesName(tokens: readonly Token[], used: readonly boolean[], from: number): boolean {
  for (let length = 1; length <= LONGEST_NAME && from - length >= 0; length += 1) {
    if (!isFreeRun(tokens, used, from - length, from)) return false;
    const key = joinKeys(tokens, from - length, from);
    if (isCommuneName(key)) return true;
  }
  return false;
}
