import type { AddressText } from './address-text.ts';
import { LONGEST_NAME, type Territory, territoryOf } from './gazetteer.ts';
import type { PartKind } from './premises-label-rows.ts';
import type { KnownProvince } from './provinces.ts';

const HAMLET: ReadonlySet<PartKind> = new Set(['hamlet']);

/** Whether a name is a commune of the district, or of the territory where the district is unknown or missing. */
export function isCommuneOf(name: string, districtKey: string | undefined, territory: Territory): boolean {
  const districts = districtKey === undefined ? [] : territory.districts(districtKey);
  if (districts.length === 0) return territory.isCommuneName(name);
  if (territory.former(name).some(({ district }) => district?.key === districts[0]?.key)) return true;
  if (territory.earlier(name).some(({ district }) => district?.key === districts[0]?.key)) return true;
  return territory.today(name).some(({ communeKey }) => districts.some(({ successors }) => successors.has(communeKey)));
}

/** Whether the words before a district are a commune of it, as in `Phan Lam Dao Duong An Thi` without marks. */
export function endsCommuneBefore(text: AddressText, at: number, district: string, territory: Territory): boolean {
  if (territory.districts(district).length === 0) return false;
  return endsName(text, at, (name) => isCommuneOf(name, district, territory));
}

/** Whether the words before a province are a district or a commune of it, as in `Tan Trao Son Duong Tuyen Quang`. */
export function endsUnitBefore(text: AddressText, at: number, province: KnownProvince): boolean {
  const territory = territoryOf(province.newCode);
  return endsName(text, at, (name) => territory.districts(name).length > 0 || territory.isCommuneName(name));
}

/** Whether a name of several words ends here whose last word only looks like a label, such as `Dao Duong` or `Tân Xã`. */
function endsName(text: AddressText, at: number, passes: (name: string) => boolean): boolean {
  const last = text.tokens[at - 1];
  if (last === undefined || last.breakBefore || (last.lower !== last.key && last.text === last.lower)) return false;
  for (let from = at - 2; from >= 0 && at - from <= LONGEST_NAME; from -= 1)
    if (text.isFreeName(from, at) && !text.hasLabelBefore(from, HAMLET) && passes(text.key(from, at))) return true;
  return false;
}
