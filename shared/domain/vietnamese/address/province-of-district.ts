import type { AddressText } from './address-text.ts';
import type { AdministrativeUnits } from './administrative-units.ts';
import { homeTerritory, LONGEST_NAME, type Territory, territoryOf } from './gazetteer.ts';
import { findProvince, provincesOfDistrict } from './provinces.ts';

const CITY = /^(?:tp|thanh)$/;

/**
 * Finds the only province of today that had a district of the given name, where the home province had none; for a city,
 * the province with its name.
 */
export function provinceOfDistrict(
  text: AddressText,
  { district }: AdministrativeUnits,
  home: Territory,
): string | undefined {
  if (!district || home.districts(district.key).length > 0) return undefined;
  const codes = provincesOfDistrict(district.key);
  const isCity = district.labelled && CITY.test(text.tokens[district.at]?.key ?? '');
  const capital = isCity ? findProvince(district.key)?.newCode : undefined;
  if (capital !== undefined && codes.includes(capital)) return capital;
  return codes.length === 1 ? codes[0] : undefined;
}

/**
 * Whether the last words are a district of a single province, after a commune with its label, as in `P. Lê Hồng Phong -
 * Quy Nhơn`, or after one that was a part of it, as in `Cảm Nhân - Yên Bình`.
 */
export function provinceOfLastPart(text: AddressText, { commune, district }: AdministrativeUnits): string | undefined {
  if (district) return undefined;
  const end = text.freeEnd();
  const from = startOfPart(text, end);
  if (
    (end < text.tokens.length && !text.isCountry(end)) ||
    from === 0 ||
    end - from > LONGEST_NAME ||
    !text.isFreeName(from, end)
  )
    return undefined;
  const key = text.key(from, end);
  const [code, other] = provincesOfDistrict(key);
  if (code === undefined || other !== undefined) return undefined;
  const follows = commune?.labelled === true && text.isTaken(from - 1) && text.startsPart(from);
  if (follows && !homeTerritory().isCommuneName(key)) return code;
  const before = commune?.key ?? text.key(startOfPart(text, from), from);
  const isOfIt = territoryOf(code)
    .former(before)
    .some((one) => one.district?.key === key);
  return isOfIt ? code : undefined;
}

/**
 * Whether the last words are a commune without a label here, and elsewhere a district that had a commune of the name
 * before them: `Dân Chủ, Hòa An` is of Cao Bằng, or a hamlet of Hòa An in the home province.
 */
export function isDistrictElsewhere(text: AddressText, { commune, district }: AdministrativeUnits): boolean {
  if (!commune || commune.labelled || district) return false;
  const end = commune.at + commune.key.split(' ').length;
  if (end < text.tokens.length && !text.isCountry(end)) return false;
  const before = text.key(startOfPart(text, commune.at), commune.at);
  return provincesOfDistrict(commune.key).some((code) =>
    territoryOf(code)
      .former(before)
      .some((one) => one.district?.key === commune.key),
  );
}

function startOfPart(text: AddressText, end: number): number {
  let from = end - 1;
  while (from > 0 && !text.startsPart(from)) from -= 1;
  return Math.max(from, 0);
}
