import { type AddressWords, labelWords } from './address-words.ts';
import { homeTerritory, isCommuneName, LONGEST_NAME, type Territory, territoryOf } from './gazetteer.ts';
import { labelledUnits } from './labelled-units.ts';
import { cutStart, type LabelledText } from './named-units.ts';
import { namesOfText } from './names-of-text.ts';
import { bareNameEnd, placeNameEnd } from './place-name.ts';
import { findProvince, provincesOfDistrict, provincesWithInitials } from './provinces.ts';
import { unlabelledUnits } from './unlabelled-units.ts';
import { wordsOfAddress } from './words.ts';

const CITY = /^(?:tp|thanh)$/;
const INITIALS = /^\p{Lu}{2,4}$/u;

/** An address whose units were read in a territory. */
export interface ReadUnits extends LabelledText {
  readonly territory: Territory;
  /** The name of a shop, office or school at the beginning. */
  readonly place: string | undefined;
}

/** Reads the units by the names of the home province, or of another province where they name one. */
export function readUnits(written: AddressWords): ReadUnits {
  const text = withProvinceInFull(written);
  const read = unitsIn(text, homeTerritory());
  const { province } = read.units;
  const code = province ? findProvince(province.key)?.newCode : (provinceOfDistrict(read) ?? provinceOfLastPart(read));
  if (code !== undefined && code !== read.territory.code) return unitsIn(text, territoryOf(code));
  const isElsewhere = code === undefined && !province && isDistrictElsewhere(read);
  return isElsewhere ? { ...read, units: { ...read.units, commune: undefined } } : read;
}

function unitsIn(written: AddressWords, territory: Territory): ReadUnits {
  const names = namesOfText(written, territory);
  const labelled = labelledUnits(written, names, territory);
  const { text, runs } = labelled;
  const place = takeName(labelled, placeNameEnd(text, runs));
  unlabelledUnits(labelled, names, territory);
  return { ...labelled, territory, place: place ?? takeName(labelled, bareNameEnd(text, runs)) };
}

/** Takes the name of a shop, office or school from the beginning. */
function takeName({ text: { words }, runs }: LabelledText, end: number | undefined): string | undefined {
  if (end === undefined) return undefined;
  cutStart(runs, end);
  return words
    .slice(0, end)
    .map(({ text }) => text)
    .join(' ');
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
  const key = text.keys.slice(text.starts[from], text.ends[end - 1]);
  if (from === 0 || end - from > LONGEST_NAME || /\d/.test(key)) return undefined;
  const [code, other] = provincesOfDistrict(key);
  if (code === undefined || other !== undefined) return undefined;
  const before = runs.at(-2);
  const isAfterPart = before?.end === from;
  if (commune?.labelled && !isAfterPart && !isCommuneName(homeTerritory().named(key))) return code;
  const name = commune?.key ?? (isAfterPart ? text.keys.slice(text.starts[before.from], text.ends[from - 1]) : '');
  return wasIn(name, key, code) ? code : undefined;
}

/**
 * Whether the last words are a commune without a label here, and elsewhere a district that had a commune of the name
 * before them: `Dân Chủ, Hòa An` is of Cao Bằng, or a hamlet of Hòa An in the home province.
 */
function isDistrictElsewhere({ text, runs, units: { commune, district } }: ReadUnits): boolean {
  if (!commune || commune.labelled || district) return false;
  if (!endsText(text, commune.at + commune.key.split(' ').length)) return false;
  const before = runs.find(({ end }) => end === commune.at);
  if (!before) return false;
  const name = text.keys.slice(text.starts[before.from], text.ends[before.end - 1]);
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
function withProvinceInFull(text: AddressWords): AddressWords {
  const { words } = text;
  const last = words.at(-1);
  if (!last?.breakBefore || !INITIALS.test(last.text) || findProvince(last.key)) return text;
  const name = provinceBefore(text, words.length - 1, last.key);
  return name === undefined ? text : labelWords([...words.slice(0, -1), ...wordsOfAddress(name)]);
}

/** The name of the only province with these initials that had the district, or else the commune, of the part before. */
function provinceBefore(
  { words, units, keys, starts, ends }: AddressWords,
  end: number,
  initials: string,
): string | undefined {
  let from = end - 1;
  while (from > 0 && !words[from]?.breakBefore) from -= 1;
  from += units[from]?.words ?? 0;
  if (from >= end || end - from > LONGEST_NAME) return undefined;
  const known = provincesWithInitials(initials).map((province) => ({
    province,
    found: territoryOf(province.newCode).named(keys.slice(starts[from], ends[end - 1])),
  }));
  const ofDistrict = known.filter(({ province, found }) =>
    found.districts.some((district) => district.province === province.key),
  );
  const ofCommune = known.filter(({ found }) => isCommuneName(found));
  const [only, other] = ofDistrict.length > 0 ? ofDistrict : ofCommune;
  return other === undefined ? only?.province.name : undefined;
}
