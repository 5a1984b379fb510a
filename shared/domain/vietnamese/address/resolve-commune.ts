import { couldBeSyllable } from '../text/syllable.ts';
import { canonicalTones } from '../text/tone-marks.ts';
import type { AdministrativeUnits, NamedUnit } from './named-units.ts';
import type { Commune, District, Territory } from './gazetteer.ts';
import { closest, ofKind, ofName } from './communes-of-name.ts';
import { misspeltNames } from './misspelt-names.ts';
import { findProvince } from './provinces.ts';

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
  if (exact.length > 0) {
    const instead = named.mayBeStreet && units.district ? territory.named(units.district.key).today : [];
    return [...closest(exact, named), ...instead];
  }
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
  const known = closest([...moved, ...similar], named);
  return moved.length > 0 || isCertainTypo(named) ? known : withUnknown(known, districts, territory);
}

/** Whether a name has a word that is no Vietnamese syllable, such as `Bồ Xyên`, so that no place can have it. */
const isCertainTypo = ({ key }: NamedUnit): boolean => key.split(' ').some((word) => !couldBeSyllable(word));

/**
 * The communes of a similar name, and all others that a name may mean which the gazetteer lacks: xã Thái Hồng, which
 * went into another in 2020, is no typo of Thái Hưng beside it. None where no district bounds them.
 */
const withUnknown = (
  similar: readonly Commune[],
  districts: readonly District[],
  territory: Territory,
): readonly Commune[] =>
  similar.length === 0 || districts.length === 0
    ? []
    : [...similar, ...districts.flatMap(({ successors }) => territory.communesOf(successors))];

/**
 * The only commune of the name in the former province, which was moved to another district before 2025, or else the only
 * one in the province of today, whose name was put beside it. It is likelier than one with a similar name.
 */
function ofOtherDistrict(named: NamedUnit, districts: readonly District[], territory: Territory): readonly Commune[] {
  const provinces = new Set(districts.map(({ province }) => province));
  const all = territory.named(named.key).former;
  const inside = all.filter(({ district }) => district && provinces.has(district.province));
  const found = inside.length > 0 || districts.length === 0 ? inside : all;
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
  const namesakes = ofKind([...territory.named(named.key).today, ...territory.named(named.key).former], named);
  return [...found, ...namesakes, ...districts.flatMap(({ successors }) => territory.communesOf(successors))];
}

/** Whether a unit is written with marks, so that `Nga Thanh` is not `Nga Thành`. */
function hasMarks({ commune, district, province }: AdministrativeUnits): boolean {
  return commune?.hasMarks === true || district?.hasMarks === true || province?.hasMarks === true;
}

/** Where both exist and the name has marks, `Việt Hùng` is not `Việt Hưng`. */
function spelt({ key, text }: NamedUnit, territory: Territory): Territory {
  const { today, former, earlier } = territory.named(key);
  const names = [...today, ...former].map(({ name }) => name).concat(earlier.map(({ formerName }) => formerName));
  const lower = text.toLowerCase();
  if (names.every((name) => name.toLowerCase() === lower)) return territory;
  const spelling = canonicalTones(lower);
  const isName = (name: string) => name === text || canonicalTones(name).toLowerCase() === spelling;
  const known = new Set(names.map(isName));
  if (known.size < 2) return territory;
  const spelled = {
    ...territory.named(key),
    today: today.filter(({ name }) => isName(name)),
    former: former.filter(({ name }) => isName(name)),
    earlier: earlier.filter(({ formerName }) => isName(formerName)),
  };
  return { ...territory, named: (name) => (name === key ? spelled : territory.named(name)) };
}

/** Finds `Thị trấn Bần`, the common name of Bần Yên Nhân. */
function inFull(commune: NamedUnit): NamedUnit {
  return commune.key === 'ban' && commune.kind === 'Thị trấn'
    ? { ...commune, key: 'ban yen nhan', text: 'Bần Yên Nhân' }
    : commune;
}

/** Of several districts of one name, those of the named province. */
function districtsOf(units: AdministrativeUnits, territory: Territory): readonly District[] {
  const districts = units.district ? territory.named(units.district.key).districts : [];
  const province = units.formerProvince?.key ?? units.province?.key;
  const inside = districts.filter((district) => district.province === province);
  return inside.length > 0 ? inside : districts;
}

/** Former communes that were merged into one count as one. */
function distinct(communes: readonly Commune[]): readonly Commune[] {
  const known = new Set<string>();
  return communes.filter(({ communeKey }) => !known.has(communeKey) && known.add(communeKey));
}
