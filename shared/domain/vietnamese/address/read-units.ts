import { type AddressWords, labelWords } from './address-words.ts';
import { homeTerritory, isCommuneName, LONGEST_NAME, type Territory, territoryOf } from './gazetteer.ts';
import { labelledUnits } from './labelled-units.ts';
import { cutStart, type LabelledText, type Run } from './named-units.ts';
import { findProvince, isPlain, namesOfText, provincesOfDistrict, provincesWithInitials } from './provinces.ts';
import { unlabelledUnits } from './unlabelled-units.ts';
import { wordsOfAddress } from './words.ts';

/** The folded words with which the name of a shop, an office or a school begins. */
const PLACES =
  /^(?:cong ti|cty|doanh nghiep|hop tac xa|htx|truong|thpt|thcs|th|tieu hoc|mam non|dai hoc|cao dang|hoc vien|benh vien|bv|phong kham|nha khoa|tram y te|trung tam|tttm|nha thuoc|hieu thuoc|quay thuoc|ngan hang|pgd|phong giao dich|chi nhanh|buu dien|buu cuc|diem giao dich|ubnd|uy ban|hdnd|so (?:tai chinh|ke hoach|cong thuong|y te|giao duc|noi vu|tu phap|xay dung)|cong an|toa an|vien kiem sat|chi cuc|cuc|kho bac|bao hiem|dien luc|sieu thi|cua hang|shop|showroom|dien may|the gioi di dong|tgdd|fpt|vinmart|winmart|vincom|circle k|nha hang|quan (?:an|com|pho|cafe|ca phe|nhau)|cafe|ca phe|coffee|khach san|nha nghi|homestay|dai li|gara|garage|salon|spa|ben xe|san van dong|svd|nha tho|giao xu|chua|nha van hoa|sieu thi|cho|atm|head|honda|yamaha|suzuki|toyota|vinfast|petrolimex|cay xang|nha sach|thoi trang)(?= |$)/;
/** The words with which such a name ends in English. */
const ENGLISH_PLACES =
  /(?: |^)(?:pharmacy|hotel|motel|restaurant|store|mart|shop|bank|clinic|hospital|school|university|college|company|co ltd|jsc|bakery|coffee|cafe|spa|salon|gym|center|centre|factory|office|branch)$/;
/** The first word of a name that begins with a number, as of 4CAR Workshop; a house number has one letter. */
const NUMBERED_NAME = /^\d{1,3}(?!bis$|ter$)[a-z]{2,}$/;
/** Houses and buildings are left out, because they have numbers and names. */
const MOST_WORDS = 14;

/**
 * The end of the name of a shop, office or school before the address, which begins with such a word: the comma, or the
 * house number where no later part has one.
 */
function placeNameEnd(text: AddressWords, runs: readonly Run[]): number | undefined {
  const end = firstPart(runs);
  if (end === undefined || end === text.words.length) return undefined;
  const first = text.keys.slice(0, text.ends[end - 1]);
  const isPlace = PLACES.test(first) || (ENGLISH_PLACES.test(first) && isEnglishName(text, runs, end));
  return isPlace ? numberAt(text, end) : undefined;
}

/** The end of a first part without digits and labels before one with a number and a street: `Hoàng Hiền, 285 Phạm Bạch Hổ`. */
function bareNameEnd(text: AddressWords, runs: readonly Run[]): number | undefined {
  const end = firstPart(runs);
  return end !== undefined && isBareName(text, end) && startsWithDoor(text, runs, end) ? end : undefined;
}

const firstPart = ([first]: readonly Run[]): number | undefined =>
  first?.from !== 0 || first.end > MOST_WORDS ? undefined : first.end;

/**
 * Finds the number that begins the address, as in `Siêu thị Điện máy Xanh 58 Chu Mạnh Trinh, …`, where no later part
 * has one.
 */
function numberAt({ words, parts }: AddressWords, end: number): number {
  if (words.slice(end).some(({ hasDigit }) => hasDigit)) return end;
  for (let index = 1; index < end - 1; index += 1) {
    const kind = parts[index]?.kind;
    if (kind === 'number' || kind === 'lane') return index;
    if (words[index]?.hasDigit && /^\p{Lu}/u.test(words[index + 1]?.text ?? '')) return index;
  }
  return end;
}

function isBareName(text: AddressWords, end: number): boolean {
  const [first] = text.words;
  if (first?.hasDigit && !NUMBERED_NAME.test(first.key)) return false;
  return isNameWithoutNumbers(text, end) && text.parts.slice(0, end).every((label) => label === undefined);
}

/** Whether a first part is no house number and its street: `4 Mùa Coffee` is a name only where a house follows. */
const isEnglishName = (text: AddressWords, runs: readonly Run[], end: number): boolean =>
  isNameWithoutNumbers(text, end) && (!text.words[0]?.hasDigit || startsWithDoor(text, runs, end));

/** Whether a name has no number, except one that begins its first word. */
const isNameWithoutNumbers = ({ words }: AddressWords, end: number): boolean =>
  isPlain(words, words[0]?.hasDigit ? 1 : 0, end);

/** Whether the next part has a number and a name after it before the comma. */
function startsWithDoor({ words, parts }: AddressWords, runs: readonly Run[], from: number): boolean {
  const label = parts[from];
  const number = label?.kind === 'number' ? from + label.words : from;
  const run = runs.find((one) => one.from <= number && number < one.end);
  if (!run || !words[number]?.hasDigit) return false;
  return words.slice(number + 1, run.end).some(({ hasDigit }) => !hasDigit);
}

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
