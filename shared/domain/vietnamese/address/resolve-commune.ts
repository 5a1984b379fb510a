import { foldMarks } from '../text/fold.ts';
import { canonicalTones } from '../text/tone-marks.ts';
import type { AdministrativeUnits, NamedUnit } from './administrative-units.ts';
import type { Commune, District, Territory } from './gazetteer.ts';
import { misspeltNames } from './misspelt-names.ts';
import { findProvince, type KnownProvince } from './provinces.ts';

/** The communes that a text may mean; `open` is true where it names one that the gazetteer doesn't have. */
export interface ReadCommune {
  readonly communes: readonly Commune[];
  /** The codes of the communes of today that remain possible; undefined where any is. */
  readonly area: ReadonlySet<string> | undefined;
}

/**
 * Finds today's and former communes that the units may mean: mostly one, and several where the text is ambiguous. With
 * a district they are the former commune of the name in it, today's if it lies there, or the commune that absorbed one
 * of the name before. Without a district they are today's commune of the kind and name, the commune of the city with
 * the province's name and, where the kind is missing, any former one.
 */
export function resolveCommune(units: AdministrativeUnits, territory: Territory): ReadCommune {
  const districts = districtsOf(units, territory);
  const named = units.commune && inFull(units.commune);
  const isOutside = units.province !== undefined && findProvince(units.province.key)?.newCode !== territory.code;
  if (isOutside) return { communes: [], area: undefined };
  const found = named ? distinct(candidates(named, units, districts, territory)) : [];
  if (found.length > 0) return { communes: found, area: new Set(found.flatMap(({ today }) => today)) };
  const land = districts.flatMap(({ successors }) => [...successors]);
  return { communes: [], area: land.length > 0 ? new Set(land) : undefined };
}

function candidates(
  named: NamedUnit,
  units: AdministrativeUnits,
  districts: readonly District[],
  territory: Territory,
): readonly Commune[] {
  const exact = ofName(named, units, districts, hasMarks(units) ? spelt(named, territory) : territory);
  if (exact.length > 0) return closest(exact, named);
  const moved = ofOtherDistrict(named, districts, territory);
  if (moved.length > 0 && (ofKind(moved, named).length === 0 || isFarFrom(districts, moved)))
    return withNamesakes(moved, named, districts, territory);
  const names = misspeltNames(
    named.text,
    (key) => {
      const found = ofName({ ...named, key }, units, districts, territory);
      return found.length > 0;
    },
    territory,
  );
  const similar = names.flatMap((key) => ofName({ ...named, key }, units, districts, territory));
  return closest([...moved, ...similar], named);
}

/**
 * The only commune of the name in the province, which was moved to another district before 2025. It is likelier than
 * one with a similar name.
 */
function ofOtherDistrict(named: NamedUnit, districts: readonly District[], territory: Territory): readonly Commune[] {
  const provinces = new Set(districts.map(({ province }) => province));
  const found = territory.former(named.key).filter(({ district }) => district && provinces.has(district.province));
  return found.length === 1 ? found : [];
}

/** Whether no commune of today has land both of the communes and of the districts, so that one of the two is a mistake. */
const isFarFrom = (districts: readonly District[], communes: readonly Commune[]): boolean =>
  communes.every(({ today }) => today.every((code) => districts.every(({ successors }) => !successors.has(code))));

/**
 * Adds what else a text may mean whose commune is of another district than the text names, and perhaps of another kind:
 * `P. Lê Lợi, TP Thái Bình` may be the xã of Kiến Xương, the ward of the other city, or any place in the city.
 */
function withNamesakes(
  found: readonly Commune[],
  named: NamedUnit,
  districts: readonly District[],
  territory: Territory,
): readonly Commune[] {
  const namesakes = ofKind([...territory.today(named.key), ...territory.former(named.key)], named);
  return [...found, ...namesakes, ...districts.flatMap(({ successors }) => territory.communesOf(successors))];
}

function ofName(
  named: NamedUnit,
  units: AdministrativeUnits,
  districts: readonly District[],
  territory: Territory,
): readonly Commune[] {
  if (districts.length > 0) return ofDistrict(named, districts, units, territory);
  if (units.district) return [];
  const province = findProvince(units.formerProvince?.key ?? units.province?.key ?? '');
  return province ? ofProvince(named, province, units, territory) : ofTerritory(named, territory);
}

/** Whether a unit is written with marks, so that `Nga Thanh` is not `Nga Thành`. */
function hasMarks(units: AdministrativeUnits): boolean {
  return [units.commune, units.district, units.province].some(
    (unit) => unit && foldMarks(unit.text) !== unit.text.toLowerCase(),
  );
}

/** Where both exist and the name has marks, `Việt Hùng` is not `Việt Hưng`. */
function spelt({ key, text }: NamedUnit, territory: Territory): Territory {
  const spelling = canonicalTones(text).toLowerCase();
  const isSpelt = ({ name }: Commune) => canonicalTones(name).toLowerCase() === spelling;
  const known = [...territory.today(key), ...territory.former(key)];
  if (!known.some(isSpelt) || known.every(isSpelt)) return territory;
  return {
    ...territory,
    today: (name) => territory.today(name).filter(isSpelt),
    former: (name) => territory.former(name).filter(isSpelt),
  };
}

/** Finds `Thị trấn Bần`, the common name of Bần Yên Nhân. */
function inFull(commune: NamedUnit): NamedUnit {
  return commune.key === 'ban' && commune.kind === 'Thị trấn'
    ? { ...commune, key: 'ban yen nhan', text: 'Bần Yên Nhân' }
    : commune;
}

/** Of several districts of one name, those of the named province. */
function districtsOf(units: AdministrativeUnits, territory: Territory): readonly District[] {
  const districts = units.district ? territory.districts(units.district.key) : [];
  const province = units.formerProvince?.key ?? units.province?.key;
  const inside = districts.filter((district) => district.province === province);
  return inside.length > 0 ? inside : districts;
}

function ofDistrict(
  named: NamedUnit,
  districts: readonly District[],
  units: AdministrativeUnits,
  territory: Territory,
): readonly Commune[] {
  const inside = closest(
    territory.former(named.key).filter(({ district }) => district && districts.includes(district)),
    named,
  );
  const today = territory
    .today(named.key)
    .filter(({ communeKey }) => districts.some(({ successors }) => successors.has(communeKey)));
  const [former] = inside;
  if (former && today.length > 0) {
    // Today's commune where only it has the kind, as in `xã Yên Mỹ, huyện Yên Mỹ`, where the former one was a thị
    // trấn.
    const kept = today.filter(({ kind }) => kind === named.kind && kind !== former.kind);
    if (kept.length > 0) return kept;
    // Whether the province's name is one of today, so that the commune may be today's beside its district of before.
    const isMixed = units.formerProvince === undefined && units.province !== undefined;
    const successors = new Set(inside.flatMap(({ today: codes }) => codes));
    return isMixed ? [...inside, ...ofKind(today, named).filter((one) => !successors.has(one.communeKey))] : inside;
  }
  if (inside.length > 0 || today.length > 0) return inside.length > 0 ? inside : today;
  return territory.earlier(named.key).filter(({ district }) => district && districts.includes(district));
}

/**
 * Finds communes without a district: `xã Lê Lợi, tỉnh Hưng Yên` is today's, `phường Lê Lợi, Hưng Yên` is the city's,
 * and `Lê Lợi, Hưng Yên` may be either.
 */
function ofProvince(
  named: NamedUnit,
  province: KnownProvince,
  units: AdministrativeUnits,
  territory: Territory,
): readonly Commune[] {
  const today = ofKind(
    territory.today(named.key).filter((one) => province.current || touches(one, province, territory)),
    named,
  );
  const land = named.labelled ? [] : landOf(named.key, province, territory);
  if (land.length > 0 && today.length > 0) return [...today, ...land];
  const former = territory.former(named.key).filter(({ district }) => district?.province === province.key);
  const inCity = ofKind(
    former.filter(({ district }) => district?.key === province.key),
    named,
  );
  const elsewhere = ofKind(
    former.filter(({ district }) => district?.key !== province.key),
    named,
  );
  // Whether the text has the offices' form since 01/07/2025, such as `xã Hoàng Hoa Thám, Hưng Yên`; a ward may
  // also be the city's.
  if (named.kind !== undefined && province.current && today.length > 0)
    return units.province?.labelled ? today : [...today, ...inCity];
  const merged = territory.earlier(named.key).filter(({ district }) => district?.province === province.key);
  const found = [...today, ...inCity, ...elsewhere];
  if (found.length > 0) return named.kind !== undefined && inCity.length > 0 && today.length === 0 ? inCity : found;
  const anyKind = [...territory.today(named.key), ...former];
  return anyKind.length > 0 ? anyKind : [...beyond(named, territory), ...merged];
}

/**
 * Adds the communes of a former district of the name: `Khoái Châu, Hưng Yên` may be today's xã or any place in the
 * former huyện, and `Thái Bình, Hưng Yên` may be today's ward or any place in the former city.
 */
function landOf(key: string, province: KnownProvince, territory: Territory): readonly Commune[] {
  return territory
    .districts(key)
    .filter((district) => district.province === province.key || district.province === key)
    .flatMap(({ successors }) => territory.communesOf(successors));
}

/** Whether a former commune is named only with today's province, which was formed from several. */
function beyond(named: NamedUnit, territory: Territory): readonly Commune[] {
  const former = territory.former(named.key);
  const ofThatKind = ofKind(former, named);
  if (ofThatKind.length > 0) return ofThatKind;
  return former.length > 0 ? former : territory.earlier(named.key);
}

/** Whether the text names neither district nor province. */
function ofTerritory(named: NamedUnit, territory: Territory): readonly Commune[] {
  const today = ofKind(territory.today(named.key), named);
  if (today.length > 0 && named.kind !== undefined) return today;
  const all = [...today, ...ofKind(territory.former(named.key), named)];
  return all.length > 0 ? all : beyond(named, territory);
}

/** Whether today's commune has land of the former province. */
function touches(commune: Commune, province: KnownProvince, territory: Territory): boolean {
  return territory.landOf(province.key).has(commune.communeKey);
}

const ofKind = (communes: readonly Commune[], { kind }: NamedUnit): readonly Commune[] =>
  kind === undefined ? communes : communes.filter((commune) => commune.kind === kind);

/** The communes of the kind, or all where none has it. */
function closest(communes: readonly Commune[], named: NamedUnit): readonly Commune[] {
  const sameKind = ofKind(communes, named);
  return sameKind.length > 0 ? sameKind : communes;
}

/** Former communes that were merged into one count as one. */
function distinct(communes: readonly Commune[]): readonly Commune[] {
  const known = new Set<string>();
  return communes.filter(({ communeKey }) => !known.has(communeKey) && known.add(communeKey));
}
