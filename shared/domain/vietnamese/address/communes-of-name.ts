import type { AdministrativeUnits, NamedUnit } from './named-units.ts';
import type { Commune, District, Territory } from './gazetteer.ts';
import { findProvince, type KnownProvince } from './provinces.ts';

/** The communes of exactly this name that the units may mean. */
export function ofName(
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

function ofDistrict(
  named: NamedUnit,
  districts: readonly District[],
  units: AdministrativeUnits,
  territory: Territory,
): readonly Commune[] {
  const inside = closest(
    territory.named(named.key).former.filter(({ district }) => district && districts.includes(district)),
    named,
  );
  const today = territory
    .named(named.key)
    .today.filter(({ communeKey }) => districts.some(({ successors }) => successors.has(communeKey)));
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
  // Of today's commune and one before of the same letters the marks decide, where the text has them.
  const earlier = territory.named(named.key).earlier.filter(({ district }) => district && districts.includes(district));
  return inside.length > 0 ? inside : [...today, ...earlier];
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
    territory.named(named.key).today.filter((one) => province.current || touches(one, province, territory)),
    named,
  );
  const land = named.labelled ? [] : landOf(named.key, province, territory);
  if (land.length > 0 && today.length > 0) return [...today, ...land];
  const former = territory.named(named.key).former.filter(({ district }) => district?.province === province.key);
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
  const merged = territory.named(named.key).earlier.filter(({ district }) => district?.province === province.key);
  const found = [...today, ...inCity, ...elsewhere];
  const isOfCity = named.kind !== undefined && inCity.length > 0 && today.length === 0 && !isNumber(named);
  if (found.length > 0) return isOfCity ? inCity : found;
  const anyKind = [...territory.named(named.key).today, ...former];
  if (anyKind.length === 0) {
    // A ward's number does not show its city: the city of the province's name may have had one that was merged before.
    const ofCity = isNumber(named) ? landOf(province.key, province, territory) : [];
    return [...beyond(named, territory), ...merged, ...ofCity];
  }
  // A town of this name has never existed, so that the seat of the former district is meant, wherever it lay
  return named.kind === 'Thị trấn' ? [...anyKind, ...landOf(named.key, province, territory)] : anyKind;
}

const isNumber = ({ key }: NamedUnit): boolean => /^\d+$/.test(key);

/**
 * Adds the communes of a former district of the name: `Khoái Châu, Hưng Yên` may be today's xã or any place in the
 * former huyện, and `Thái Bình, Hưng Yên` may be today's ward or any place in the former city.
 */
function landOf(key: string, province: KnownProvince, territory: Territory): readonly Commune[] {
  return territory
    .named(key)
    .districts.filter((district) => district.province === province.key || district.province === key)
    .flatMap(({ successors }) => territory.communesOf(successors));
}

/** Whether a former commune is named only with today's province, which was formed from several. */
function beyond(named: NamedUnit, territory: Territory): readonly Commune[] {
  const former = territory.named(named.key).former;
  const ofThatKind = ofKind(former, named);
  if (ofThatKind.length > 0) return ofThatKind;
  return former.length > 0 ? former : territory.named(named.key).earlier;
}

/** Whether the text names neither district nor province. */
function ofTerritory(named: NamedUnit, territory: Territory): readonly Commune[] {
  const today = ofKind(territory.named(named.key).today, named);
  if (today.length > 0 && named.kind !== undefined) return today;
  const all = [...today, ...ofKind(territory.named(named.key).former, named)];
  return all.length > 0 ? all : beyond(named, territory);
}

/** Whether today's commune has land of the former province. */
function touches(commune: Commune, province: KnownProvince, territory: Territory): boolean {
  return territory.landOf(province.key).has(commune.communeKey);
}

export const ofKind = (communes: readonly Commune[], { kind }: NamedUnit): readonly Commune[] =>
  kind === undefined ? communes : communes.filter((commune) => commune.kind === kind);

/** The communes of the kind, or all where none has it. */
export function closest(communes: readonly Commune[], named: NamedUnit): readonly Commune[] {
  const sameKind = ofKind(communes, named);
  return sameKind.length > 0 ? sameKind : communes;
}
