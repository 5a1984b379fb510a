import { type CommuneKind, findDistrict, findProvince, isCommuneName, LONGEST_NAME } from './gazetteer.ts';
import { partLabelAt } from './premises-labels.ts';
import { hasDigit, joinKeys, joinText, type Token } from './tokens.ts';
import { type UnitLabel, unitLabelAt } from './unit-labels.ts';

const STREET = /^(?:đường|duong|phố|pho)$/;

/** A unit as the text names it. */
export interface NamedUnit {
  readonly key: string;
  readonly text: string;
  readonly kind?: CommuneKind | undefined;
}

export interface AdministrativeUnits {
  commune?: NamedUnit | undefined;
  district?: NamedUnit | undefined;
  province?: NamedUnit | undefined;
}

/** The units that labels announce, and which tokens they took (`used`, by index). The last label of a level holds. */
export function labelledUnits(tokens: readonly Token[], used: boolean[]): AdministrativeUnits {
  const units: AdministrativeUnits = {};
  for (let index = 0; index < tokens.length; index += 1) {
    const label = unitLabelAt(tokens, index);
    const from = index + (label?.words ?? 0);
    const length = label ? nameLength(tokens, from, label) : 0;
    if (!label || length === 0 || isInsideName(tokens, index, label.words, used)) continue;
    const name = tokens.slice(from, from + length);
    const level = label.level === 'city' ? cityLevel(joinKeys(tokens, from, from + length)) : label.level;
    units[level] = { key: joinKeys(tokens, from, from + length), text: joinText(name), kind: label.kind };
    used.fill(true, index, from + length);
    index = from + length - 1;
  }
  return units;
}

/** What looks like a label ends or begins a name: `Đông Xá` or `Bắc Đông Quan` without marks, `phố Xã Đàn`. */
function isInsideName(tokens: readonly Token[], index: number, words: number, used: readonly boolean[]): boolean {
  const token = tokens[index];
  if (!token || beginsName(tokens, index)) return token !== undefined;
  if (token.breakBefore || used[index - 1]) return false;
  if (startsCommune(tokens, index + words)) return false;
  if (STREET.test(tokens[index - 1]?.lower ?? '')) return true;
  if (token.lower !== token.key) return false;
  for (let from = index - 1; from >= 0 && index - from < LONGEST_NAME; from -= 1) {
    if (used[from]) return false;
    if (isCommuneName(joinKeys(tokens, from, index + 1))) return true;
    if (tokens[from]?.breakBefore) return false;
  }
  return false;
}

/** `Phuong Cong` is a commune whole, and there is no Cong. */
function beginsName(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.lower !== token?.key || tokens[index + 1]?.breakBefore !== false) return false;
  return isCommuneName(joinKeys(tokens, index, index + 2)) && !isCommuneName(tokens[index + 1]?.key ?? '');
}

/** A name that is only a commune's: `xa Tan Lap`, not the district after `Dong Xa`, `Dong Hung`. */
function startsCommune(tokens: readonly Token[], from: number): boolean {
  return (
    longestKnown(tokens, from, isCommuneName) > 0 &&
    longestKnown(tokens, from, (key) => findDistrict(key) !== undefined) === 0
  );
}

/** A city that is or was a district of the province, or a city of province rank. */
function cityLevel(key: string): 'district' | 'province' {
  return !findDistrict(key) && findProvince(key)?.city ? 'province' : 'district';
}

function isKnown(label: UnitLabel, key: string): boolean {
  if (label.level === 'commune') return isCommuneName(key);
  if (label.level === 'province') return findProvince(key) !== undefined;
  if (findDistrict(key)) return true;
  return label.level === 'city' && findProvince(key)?.city === true;
}

/**
 * How many words the name has: the longest known one, unless the words up to the next comma or label are more and are not
 * themselves units. Unknown names count only after a sure label, so that `đường Huyền Trân` typed without marks keeps its name.
 */
function nameLength(tokens: readonly Token[], from: number, label: UnitLabel): number {
  const known = longestKnown(tokens, from, (key) => isKnown(label, key));
  const span = spanLength(tokens, from);
  if (known >= span) return known;
  if (
    known > 0 &&
    (span > LONGEST_NAME || !endsPart(tokens, from + span) || isCovered(tokens, from + known, from + span))
  )
    return known;
  return label.sure && span <= LONGEST_NAME ? span : known;
}

/** The longest run of words from here, inside one comma's part, whose key passes. */
export function longestKnown(tokens: readonly Token[], from: number, passes: (key: string) => boolean): number {
  let longest = 0;
  for (let length = 1; length <= LONGEST_NAME && from + length <= tokens.length; length += 1) {
    if (length > 1 && tokens[from + length - 1]?.breakBefore) break;
    if (passes(joinKeys(tokens, from, from + length))) longest = length;
  }
  return longest;
}

function spanLength(tokens: readonly Token[], from: number): number {
  let end = from + 1;
  while (end < tokens.length && !tokens[end]?.breakBefore && !endsName(tokens, end)) end += 1;
  return end - from;
}

/** A comma, the end or the next unit follows, so that no street can be among the words before. */
function endsPart(tokens: readonly Token[], index: number): boolean {
  return index >= tokens.length || tokens[index]?.breakBefore === true || unitLabelAt(tokens, index) !== undefined;
}

function endsName(tokens: readonly Token[], index: number): boolean {
  return (
    hasDigit(tokens[index]) ||
    unitLabelAt(tokens, index) !== undefined ||
    partLabelAt(tokens, index) !== undefined ||
    isCountry(tokens, index)
  );
}

/** The words are names of districts, provinces and the country, one after another. */
function isCovered(tokens: readonly Token[], from: number, to: number): boolean {
  let at = from;
  while (at < to) {
    if (isCountry(tokens, at)) return true;
    const length = longestKnown(
      tokens,
      at,
      (key) => findDistrict(key) !== undefined || findProvince(key) !== undefined,
    );
    if (length === 0) return false;
    at += length;
  }
  return at === to;
}

/** `Việt Nam` from here to the end. */
export function isCountry(tokens: readonly Token[], index: number): boolean {
  if (tokens.length - index > 2) return false;
  const rest = joinKeys(tokens, index, tokens.length);
  return rest === 'viet nam' || rest === 'vietnam' || rest === 'vn';
}
