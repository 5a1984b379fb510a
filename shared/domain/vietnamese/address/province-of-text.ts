import { type AddressWords, addressWords } from './address-words.ts';
import { homeTerritory, isCommuneName, LONGEST_NAME, territoryOf } from './gazetteer.ts';
import { isPlain } from './names-of-text.ts';
import { findProvince, provincesOfDistrict, provincesWithInitials } from './provinces.ts';
import type { ReadUnits } from './unlabelled-units.ts';
import { keyOf, splitWords } from './words.ts';

const CITY = /^(?:tp|thanh)$/;
const INITIALS = /^\p{Lu}{2,4}$/u;

/**
 * The province of today of an address by the units that were read in the home province: the one that it names, or the
 * only one that had its district. Undefined where that is none.
 */
export function provinceOfText(read: ReadUnits): string | undefined {
  const { province } = read.units;
  return province ? findProvince(province.key)?.newCode : (provinceOfDistrict(read) ?? provinceOfLastPart(read));
}

/**
 * Finds the only province of today that had a district of the given name, where the home province had none; for a city,
 * the province with its name.
 */
function provinceOfDistrict({ text, units: { district } }: ReadUnits): string | undefined {
  if (!district || homeTerritory().named(district.key).districts.length > 0) return undefined;
  const codes = provincesOfDistrict(district.key);
  const isCity = district.labelled && CITY.test(text.words[district.at]?.key ?? '');
  const capital = isCity ? findProvince(district.key)?.newCode : undefined;
  if (capital !== undefined && codes.includes(capital)) return capital;
  return codes.length === 1 ? codes[0] : undefined;
}

/**
 * Whether the last words are a district of a single province, after a commune with its label, as in `P. Lê Hồng Phong -
 * Quy Nhơn`, or after one that was a part of it, as in `Cảm Nhân - Yên Bình`.
 */
function provinceOfLastPart({ text, runs, units: { commune, district } }: ReadUnits): string | undefined {
  const last = runs.at(-1);
  if (district || !last || !endsText(text, last.end)) return undefined;
  const { from, end } = last;
  if (from === 0 || end - from > LONGEST_NAME || !isPlain(text.words, from, end)) return undefined;
  const key = keyOf(text.words, from, end);
  const [code, other] = provincesOfDistrict(key);
  if (code === undefined || other !== undefined) return undefined;
  const before = runs.at(-2);
  const isAfterPart = before?.end === from;
  if (commune?.labelled && !isAfterPart && !isCommuneName(homeTerritory().named(key))) return code;
  const name = commune?.key ?? (isAfterPart ? keyOf(text.words, before.from, from) : '');
  return wasIn(name, key, code) ? code : undefined;
}

/**
 * Whether the last words are a commune without a label here, and elsewhere a district that had a commune of the name
 * before them: `Dân Chủ, Hòa An` is of Cao Bằng, or a hamlet of Hòa An in the home province.
 */
export function isDistrictElsewhere({ text, runs, units: { commune, district } }: ReadUnits): boolean {
  if (!commune || commune.labelled || district) return false;
  if (!endsText(text, commune.at + commune.key.split(' ').length)) return false;
  const before = runs.find(({ end }) => end === commune.at);
  if (!before) return false;
  const name = keyOf(text.words, before.from, before.end);
  return provincesOfDistrict(commune.key).some((code) => wasIn(name, commune.key, code));
}

const endsText = ({ words, country }: AddressWords, end: number): boolean => end === words.length || end === country;

const wasIn = (commune: string, district: string, code: string): boolean =>
  territoryOf(code)
    .named(commune)
    .former.some((one) => one.district?.key === district);

/**
 * Writes the province in full where the last part is its initials alone, as in `xã Long Tân, Nhơn Trạch, ĐN`. The
 * district or the commune in the part before says which of the provinces with these initials is meant. Where it leaves
 * several, or none, the text stays as it is.
 */
export function withProvinceInFull(text: AddressWords): AddressWords {
  const { words } = text;
  const last = words.at(-1);
  if (!last?.breakBefore || !INITIALS.test(last.text) || findProvince(last.key)) return text;
  const name = provinceBefore(text, words.length - 1, last.key);
  return name === undefined ? text : addressWords([...words.slice(0, -1), ...splitWords(name)]);
}

/** The name of the only province with these initials that had the district, or else the commune, of the part before. */
function provinceBefore({ words, units }: AddressWords, end: number, initials: string): string | undefined {
  let from = end - 1;
  while (from > 0 && !words[from]?.breakBefore) from -= 1;
  from += units[from]?.words ?? 0;
  if (from >= end || end - from > LONGEST_NAME) return undefined;
  const known = provincesWithInitials(initials).map((province) => ({
    province,
    found: territoryOf(province.newCode).named(keyOf(words, from, end)),
  }));
  const ofDistrict = known.filter(({ province, found }) =>
    found.districts.some((district) => district.province === province.key),
  );
  const ofCommune = known.filter(({ found }) => isCommuneName(found));
  const [only, other] = ofDistrict.length > 0 ? ofDistrict : ofCommune;
  return other === undefined ? only?.province.name : undefined;
}
