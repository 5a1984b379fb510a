import type { Address } from './address.ts';
import { AddressText } from './address-text.ts';
import { type AdministrativeUnits, labelledUnits } from './administrative-units.ts';
import { isApartment } from './apartment.ts';
import { type Commune, homeTerritory, type Territory, territoryOf } from './gazetteer.ts';
import { type Premises, readPremises } from './premises.ts';
import { takePlaceName } from './place-name.ts';
import { findProvince, provincesOfDistrict } from './provinces.ts';
import { resolveCommune } from './resolve-commune.ts';
import { nameKey } from './tokens.ts';
import { unlabelledUnits } from './unlabelled-units.ts';

export type { Address } from './address.ts';

const NAMED_HAMLET = /(?:thôn|xóm|ấp|làng|bản|khu|tổ|đội|tiểu khu)/;

/**
 * An address out of free text: with or without marks, labels, commas and districts, abbreviated, in upper case, of the time
 * before 01/07/2025 or after. What names no province is looked up in the home province.
 */
export function parseAddress(text: string): Address {
  const read = new AddressText(text);
  const { units, territory } = readUnits(read);
  const { communes, area } = resolveCommune(units, territory);
  const [commune] = communes;
  const only = communes.length === 1 ? commune : undefined;
  const name = takePlaceName(read);
  const premises = withoutFormerCommunes(readPremises(read.rest()), communes, territory);
  const province = units.province && findProvince(units.province.key);
  return {
    name,
    ...premises,
    commune: only ? `${only.kind} ${only.name}` : communeText(units),
    district: units.district && (territory.districts(units.district.key)[0]?.label ?? units.district.text),
    province: units.province && (province?.name ?? units.province.text),
    provinceCode: province?.newCode,
    communes: communes.map(({ communeKey, today }) => ({ key: communeKey, today })),
    area,
    communeKey: only?.communeKey ?? (commune ? undefined : unknownCommuneKey(units, territory)),
    specific: isSpecific(premises),
    apartment: isApartment(text),
  };
}

/** Looks the names up at home, and again in the province that they turn out to name. */
function readUnits(text: AddressText): { readonly units: AdministrativeUnits; readonly territory: Territory } {
  const home = homeTerritory();
  const units = unitsIn(text, home);
  const named = units.province && findProvince(units.province.key)?.newCode;
  const code = named ?? (units.province ? undefined : provinceOfDistrict(units, home));
  if (code === undefined || code === home.code) return { units, territory: home };
  const territory = territoryOf(code);
  text.release();
  return { units: unitsIn(text, territory), territory };
}

function unitsIn(text: AddressText, territory: Territory): AdministrativeUnits {
  const units = labelledUnits(text, territory);
  unlabelledUnits(text, territory, units);
  return units;
}

/** The only province of today that had a district of that name, where home had none. */
function provinceOfDistrict({ district }: AdministrativeUnits, home: Territory): string | undefined {
  if (!district || home.districts(district.key).length > 0) return undefined;
  const codes = provincesOfDistrict(district.key);
  return codes.length === 1 ? codes[0] : undefined;
}

/** `7 Lê Lai, Tổ 7 - Kỳ Bá, phường Trần Lãm`: the part of today's commune that was one, which adds nothing to a number on a street. */
function withoutFormerCommunes(premises: Premises, communes: readonly Commune[], territory: Territory): Premises {
  const { hamlet, number, street } = premises;
  if (communes.length === 0 || hamlet === undefined || number === undefined || street === undefined) return premises;
  const isFormer = (part: string) =>
    territory
      .former(nameKey(part))
      .some((one) => communes.some(({ today }) => one.today.some((code) => today.includes(code))));
  return {
    ...premises,
    hamlet:
      hamlet
        .split(', ')
        .filter((part) => !isFormer(part))
        .join(', ') || undefined,
  };
}

function communeText({ commune }: AdministrativeUnits): string | undefined {
  return commune && (commune.kind ? `${commune.kind} ${commune.text}` : commune.text);
}

/** A key for a commune that the gazetteer doesn't know, by names alone; undefined where the names can mean several. */
function unknownCommuneKey(
  { commune, district, province }: AdministrativeUnits,
  territory: Territory,
): string | undefined {
  if (!commune || (!province && !district)) return undefined;
  // A city that was its province's capital bears its name.
  const known = findProvince(province?.key ?? district?.key ?? '');
  const inTerritory = district && territory.districts(district.key).length > 0 ? territory.code : undefined;
  return [known?.newCode ?? province?.key ?? inTerritory ?? '', district?.key ?? '', commune.key].join(':');
}

function isSpecific({ number, lane, street, hamlet, unit }: Premises): boolean {
  if (number !== undefined)
    return street !== undefined || lane !== undefined || hamlet !== undefined || unit !== undefined;
  return (hamlet !== undefined && NAMED_HAMLET.test(hamlet)) || unit !== undefined;
}
