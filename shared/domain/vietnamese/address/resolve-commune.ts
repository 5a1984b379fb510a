import { canonicalTones } from '../text/tone-marks.ts';
import type { AdministrativeUnits, NamedUnit } from './administrative-units.ts';
import {
  type Commune,
  findDistrict,
  findProvince,
  HOME,
  isCommuneName,
  newCommune,
  oldCommunes,
  successorsBefore,
} from './gazetteer.ts';

/**
 * The commune a text means, today's or a former one. With a district: the former commune of that name in it, else today's if it
 * lies there, else what took in one of that name before. Without: today's, else the former one if there is only one such. Undefined where several remain.
 */
export function resolveCommune(units: AdministrativeUnits): Commune | undefined {
  const commune = units.commune && inFull(units.commune);
  if (!commune || !liesAtHome(units)) return undefined;
  const next = newCommune(commune.key);
  const old = oldCommunes(commune.key);
  const district = units.district && findDistrict(units.district.key);
  const earlier = successorsBefore(commune.key);
  if (district) {
    const inside = closest(
      old.filter((one) => one.district === units.district?.key),
      commune,
    );
    const today = next && district.successors.has(next.communeKey) ? next : undefined;
    if (!inside && !today) return earlier.find((one) => one.district === units.district?.key);
    return today && commune.kind === today.kind && inside?.kind !== today.kind ? today : (inside ?? today);
  }
  if (units.district) return undefined;
  const formerOnly = old.filter((one) => one.province === units.province?.key);
  if (units.province?.key === 'thai binh' && formerOnly.length > 0) return closest(formerOnly, commune);
  if (next && (!commune.kind || commune.kind === next.kind)) return next;
  if (!next && old.length === 0) return earlier.length === 1 ? earlier[0] : undefined;
  return closest(old, commune) ?? next;
}

/** `Thị trấn Bần`, as everybody calls Bần Yên Nhân. */
function inFull(commune: NamedUnit): NamedUnit {
  return commune.key === 'ban' && commune.kind === 'Thị trấn'
    ? { ...commune, key: 'ban yen nhan', text: 'Bần Yên Nhân' }
    : commune;
}

/** A key for a commune outside the gazetteer, by names alone; undefined where the names can mean several. */
export function foreignCommuneKey(units: AdministrativeUnits): string | undefined {
  const { commune, district, province } = units;
  // A city that was its province's capital bears its name.
  const known = findProvince(province?.key ?? district?.key ?? '');
  if (!commune || (!province && !district)) return undefined;
  if (!district && known?.home && isCommuneName(commune.key)) return undefined;
  const inDistrict = district && findDistrict(district.key) && HOME;
  return [known?.newCode ?? province?.key ?? inDistrict ?? '', district?.key ?? '', commune.key].join(':');
}

function liesAtHome(units: AdministrativeUnits): boolean {
  if (units.province) return findProvince(units.province.key)?.home === true;
  return !units.district || findDistrict(units.district.key) !== undefined;
}

/** The only one of them, or the only one of that kind, or of that spelling. */
function closest(communes: readonly Commune[], named: NamedUnit): Commune | undefined {
  if (communes.length < 2) return communes[0];
  const sameKind = named.kind ? communes.filter(({ kind }) => kind === named.kind) : [];
  if (sameKind.length === 1) return sameKind[0];
  const spelling = canonicalTones(named.text).toLowerCase();
  const sameSpelling = communes.filter(({ name }) => canonicalTones(name).toLowerCase() === spelling);
  return sameSpelling.length === 1 ? sameSpelling[0] : undefined;
}
