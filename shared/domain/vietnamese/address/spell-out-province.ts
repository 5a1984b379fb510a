import { AddressText } from './address-text.ts';
import { LONGEST_NAME, territoryOf } from './gazetteer.ts';
import { findProvince, provincesWithInitials } from './provinces.ts';

const INITIALS = /^\p{Lu}{2,4}$/u;

/**
 * Reads the text with its province in full where the last part is its initials alone, as in `xã Long Tân, Nhơn Trạch, ĐN`. The
 * district or the commune in the part before says which of the provinces with these initials is meant. Where it leaves several, or
 * none, the text stays as it is.
 */
export function readWithProvince(text: string): AddressText {
  const read = new AddressText(text);
  const end = read.tokens.length - 1;
  const last = read.tokens[end];
  if (!last?.breakBefore || !INITIALS.test(last.text) || findProvince(last.key)) return read;
  const name = provinceBefore(read, end, last.key);
  return name === undefined ? read : new AddressText(`${text.slice(0, text.lastIndexOf(last.text))}${name}`);
}

/** The name of the only province with these initials that had the district, or else the commune, of the part before. */
function provinceBefore(read: AddressText, end: number, initials: string): string | undefined {
  let from = end - 1;
  while (from > 0 && !read.tokens[from]?.breakBefore) from -= 1;
  from += read.unitLabels[from]?.words ?? 0;
  if (from >= end || end - from > LONGEST_NAME) return undefined;
  const key = read.key(from, end);
  const provinces = provincesWithInitials(initials);
  const ofDistrict = provinces.filter(({ newCode, key: province }) =>
    territoryOf(newCode)
      .districts(key)
      .some((district) => district.province === province),
  );
  const ofCommune = provinces.filter(({ newCode }) => territoryOf(newCode).isCommuneName(key));
  const [only, other] = ofDistrict.length > 0 ? ofDistrict : ofCommune;
  return other === undefined ? only?.name : undefined;
}
