import { homeTerritory, isCommuneName } from '../address/gazetteer.ts';
import { findProvince } from '../address/provinces.ts';
import { nameKey } from '../address/words.ts';
import { readWord } from '../person-name/read-name-word.ts';
import type { NameToken } from '../person-name/name-token.ts';
import { LEADING_FORMS, TRAILING_FORMS } from './legal-forms.ts';
import { indexPhrases, type Phrase } from './phrases.ts';

/**
 * A unit of a company: the company itself, or its chi nhánh, văn phòng đại diện or địa điểm kinh doanh (Luật Doanh
 * nghiệp 59/2020 Art. 44).
 */
export type UnitKind = 'company' | 'branch' | 'office' | 'place';

/** The words of a name, divided at dashes, commas and brackets. */
export type NameSegments = readonly (readonly NameToken[])[];

export interface CompanyUnit {
  readonly unit: UnitKind;
  /** The place or number that distinguishes one branch from another: `Hưng Yên`, `2`. */
  readonly where: readonly NameToken[];
  /** The company's name. */
  readonly company: NameSegments;
}

interface UnitPhrase extends Phrase {
  readonly unit: UnitKind;
  /**
   * Whether the label is ambiguous (`CN` is also công nghệ), so that it counts only at the start of a part and beside a
   * company's name.
   */
  readonly unsure: boolean;
}

const phrases = (unit: UnitKind, unsure: boolean, ...texts: string[]): UnitPhrase[] =>
  texts.map((text) => ({ words: text.split(' '), unit, unsure }));
const UNITS = indexPhrases([
  ...phrases('branch', false, 'chi nhánh', 'branch'),
  ...phrases('branch', true, 'cn'),
  ...phrases(
    'office',
    false,
    'văn phòng đại diện',
    'vpđd',
    'vpdd',
    'vp đại diện',
    'representative office',
    'rep office',
  ),
  ...phrases('place', false, 'địa điểm kinh doanh', 'đđkd', 'ddkd', 'địa điểm kd', 'business location'),
]);

interface PlacePhrase extends Phrase {
  readonly as: readonly NameToken[];
}

const rewritten = (as: string, ...texts: string[]): PlacePhrase[] =>
  texts.map((text) => ({ words: text.split(' '), as: as === '' ? [] : as.split(' ').flatMap(readWord) }));
/** Words around a place's name, with their short forms. */
const PLACE_PHRASES = indexPhrases([
  ...rewritten('', 'tại', 'ở', 'số', 'của', 'thuộc', 'tỉnh', 'thành phố', 'tp'),
  ...rewritten('', 'of', 'in', 'at', 'the', 'city', 'province'),
  ...rewritten('hà nội', 'hn'),
  ...rewritten('hồ chí minh', 'hcm', 'tphcm', 'hcmc', 'saigon'),
  ...rewritten('kcn', 'khu công nghiệp'),
]);

/**
 * Separates unit and company in `Chi nhánh Hưng Yên - Công ty X`, `Chi nhánh Công ty X tại Hưng Yên` and `Công ty X -
 * CN Hưng Yên`.
 */
export function splitUnit(name: NameSegments): CompanyUnit {
  const marked = name.some((part) => part.some((token) => token.marked));
  for (const [at, part] of name.entries()) {
    for (const index of part.keys()) {
      const label = UNITS.at(part, index, marked);
      if (!label || (label.unsure && index > 0)) continue;
      const before = [...name.slice(0, at), part.slice(0, index)].filter(isFilled);
      const after = [part.slice(index + label.words.length), ...name.slice(at + 1)].filter(isFilled);
      const sides = sidesOf(before, after, marked, label.unsure);
      if (sides) return { unit: label.unit, where: placeWords(sides.where.flat(), marked), company: sides.company };
    }
  }
  return { unit: 'company', where: [], company: name };
}

interface Sides {
  readonly where: NameSegments;
  readonly company: NameSegments;
}

/** Finds the side of the label with the company's name: the one with a legal form. */
function sidesOf(before: NameSegments, after: NameSegments, marked: boolean, unsure: boolean): Sides | undefined {
  return (
    companyBefore(before, after, marked) ??
    companyAfter(before, after, marked) ??
    englishAfter(before, after, marked) ??
    (unsure ? undefined : companyWithoutForm(before, after, marked))
  );
}

/**
 * Reads a unit after the company, as in `Công ty X - Chi nhánh Hưng Yên` or `X Co., Ltd - Hung Yen Branch`; `TM - CN`
 * among trades is no branch.
 */
function companyBefore(before: NameSegments, after: NameSegments, marked: boolean): Sides | undefined {
  const leading = LEADING_FORMS.at(before[0] ?? [], 0, marked);
  if (leading) {
    const named = before.flat().length > leading.words.length + 1;
    return named ? { company: before, where: after } : undefined;
  }
  const end = before.findLastIndex((part, index) => endsWithForm(before.slice(0, index), part, marked));
  return end < 0 ? undefined : { company: before.slice(0, end + 1), where: [...before.slice(end + 1), ...after] };
}

/** The comma in `Co., Ltd` divides nothing. */
function endsWithForm(earlier: NameSegments, part: readonly NameToken[], marked: boolean): boolean {
  return TRAILING_FORMS.atEnd([...earlier.flat(), ...part], marked) !== undefined;
}

/** Reads a unit before the company, as in `Chi nhánh Hưng Yên - Công ty X` or `Chi nhánh Công ty X tại Hưng Yên`. */
function companyAfter(before: NameSegments, after: NameSegments, marked: boolean): Sides | undefined {
  for (const [at, part] of after.entries()) {
    const from = part.findIndex((_, index) => LEADING_FORMS.at(part, index, marked) !== undefined);
    if (from < 0) continue;
    const company = cutPlace([part.slice(from), ...after.slice(at + 1)], marked);
    return {
      company: company.company,
      where: [...before, ...after.slice(0, at), part.slice(0, from), ...company.where],
    };
  }
  return undefined;
}

/** Reads an English unit before the company, as in `Hung Yen Branch - X Co., Ltd` or `Branch of X Co., Ltd in Hung Yen`. */
function englishAfter(before: NameSegments, after: NameSegments, marked: boolean): Sides | undefined {
  const { company, where } = cutPlace(after, marked);
  if (!endsWithForm([], company.flat(), marked)) return undefined;
  return { company: withoutOf(company), where: [...before, ...where] };
}

function companyWithoutForm(before: NameSegments, after: NameSegments, marked: boolean): Sides {
  if (before.length > 0) return { company: before, where: after };
  if (after.length > 1) return { company: after.slice(1), where: after.slice(0, 1) };
  return cutPlace(after, marked);
}

/** Reads the place at the end of a unit's name: any after `tại`, or a known one after a dash. */
function cutPlace(company: NameSegments, marked: boolean): Sides {
  const last = company.at(-1) ?? [];
  if (company.length > 1 && isPlace(last, marked)) return { company: company.slice(0, -1), where: [last] };
  const at = last.findLastIndex(({ text }, index) => index > 0 && saysWhere(text, last.slice(index + 1), marked));
  if (at < 0) return { company, where: [] };
  return { company: [...company.slice(0, -1), last.slice(0, at)], where: [last.slice(at + 1)] };
}

/** Without its mark `tại` may belong to `vận tải`, so a known place must follow. */
function saysWhere(word: string, following: readonly NameToken[], marked: boolean): boolean {
  if (following.length === 0) return false;
  return word === 'tại' || ((word === 'tai' || word === 'in' || word === 'at') && isPlace(following, marked));
}

function isPlace(words: readonly NameToken[], marked: boolean): boolean {
  const key = nameKey(
    placeWords(words, marked)
      .map(({ text }) => text)
      .join(' '),
  );
  const known = homeTerritory().named(key);
  return findProvince(key) !== undefined || known.districts.length > 0 || isCommuneName(known);
}

/** Writes a place in one form, so that `TP. HCM`, `Thành phố Hồ Chí Minh` and `HCM` are equal. */
function placeWords(words: readonly NameToken[], marked: boolean): readonly NameToken[] {
  const kept: NameToken[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const phrase = PLACE_PHRASES.at(words, at, marked);
    kept.push(...(phrase?.as ?? words.slice(at, at + 1)));
    at += (phrase?.words.length ?? 1) - 1;
  }
  return kept;
}

function withoutOf(company: NameSegments): NameSegments {
  return company.map((part, index) => (index === 0 && part[0]?.text === 'of' ? part.slice(1) : part));
}

function isFilled(part: readonly NameToken[]): boolean {
  return part.length > 0;
}
