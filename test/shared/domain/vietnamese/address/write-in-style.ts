import type { LocatedPremises, PremisesInParts } from './located-premises.ts';
import { HOME_COMMUNES, type HomeCommune, NEW_NAMES } from './home-communes.ts';
import type { AddressStyle } from './style.ts';
import { withoutMarks } from './without-marks.ts';

const OLD_NAMES = new Map<string, number>();
for (const { commune } of HOME_COMMUNES)
  OLD_NAMES.set(withoutMarks(commune), (OLD_NAMES.get(withoutMarks(commune)) ?? 0) + 1);

/** The address in that style; undefined where the words would then not say which commune is meant. */
export function writeInStyle({ where, premises }: LocatedPremises, style: AddressStyle): string | undefined {
  const units = unitsOf(where, style);
  if (units === undefined) return undefined;
  const parts = [...partsOf(premises, style), ...units];
  if (style.reversed) parts.reverse();
  const text = `${style.before ?? ''}${parts.join(style.between ?? ', ')}${style.after ?? ''}`;
  return style.finish ? style.finish(text) : text;
}

function unitsOf(where: HomeCommune, style: AddressStyle): string[] | undefined {
  const label = (kind: string, name: string) => `${(style.labels ?? {})[kind] ?? `${kind} `}${name}`;
  const [, districtKind = '', district = ''] = /^(Huyện|Thị xã|Thành phố) (.+)$/.exec(where.district) ?? [];
  const old = label(where.kind, where.commune);
  const next = label(where.newKind, where.newCommune);
  const inDistrict = label(districtKind, district);
  const home = label('Tỉnh', 'Hưng Yên');
  if (where.split && style.era !== undefined && !style.era.startsWith('old')) return undefined;
  switch (style.era ?? 'old') {
    case 'old':
      return [old, inDistrict, label('Tỉnh', where.province)];
    case 'oldNoProvince':
      return [old, inDistrict];
    case 'oldInNewProvince':
      return [old, inDistrict, home];
    case 'oldNoDistrict':
      return isUnique(where) && !where.split ? [old, label('Tỉnh', where.province)] : undefined;
    case 'new':
      return [next, home];
    case 'newNoProvince':
      return [next];
    case 'mixed':
      return namesFormer(where) ? undefined : [next, inDistrict, home];
  }
}

/** Neither another former commune nor one of today bears the name. */
function isUnique({ commune, newCommune }: HomeCommune): boolean {
  const isNew = NEW_NAMES.some((name) => withoutMarks(name) === withoutMarks(commune));
  return OLD_NAMES.get(withoutMarks(commune)) === 1 && (!isNew || commune === newCommune);
}

/** The new commune bears the name of another former one of that district: with the district it means that one. */
function namesFormer({ district, newCommune, commune }: HomeCommune): boolean {
  return commune !== newCommune && HOME_COMMUNES.some((one) => one.district === district && one.commune === newCommune);
}

function partsOf(premises: PremisesInParts, style: AddressStyle): string[] {
  const numbered = (number: string) =>
    `${style.number ?? 'Số '}${number.replace(/(?<=\d)(?=[A-Z])/, style.letter ?? '')}`;
  const street = style.street ?? 'đường ';
  switch (premises.at) {
    case 'street':
      return laneParts(premises.lanes, numbered(premises.number), `${street}${premises.street}`, style);
    case 'date':
      return [`${numbered(premises.number)} đường ${dateOf(premises.day, premises.month, style)}`];
    case 'hamlet': {
      const label = (style.hamlets ?? {})[premises.kind] ?? `${premises.kind} `;
      const short = /\d/.test(premises.name) || !/số|T\.|tổ $/.test(label) ? label : `${premises.kind} `;
      return [numbered(premises.number), `${short}${premises.name}`];
    }
    case 'lot': {
      const [label, join] = style.lot ?? ['Lô ', '-'];
      return [
        `${label}${premises.lot.join(join)}`,
        `${(style.zones ?? {})[premises.zone] ?? `${premises.zone} `}${premises.name}`,
      ];
    }
    case 'road': {
      const [national, provincial] = style.roads ?? ['QL', 'ĐT'];
      const number = premises.number.startsWith('Km') ? premises.number : numbered(premises.number);
      return [number, `${premises.road === 'QL' ? national : provincial}${premises.name}`];
    }
    case 'plot': {
      return [plotOf(premises.row, premises.plot, style), `KĐT ${premises.town}`];
    }
    case 'flat': {
      const [room, tower, building] = style.flat ?? ['Căn hộ ', 'Tòa ', 'chung cư '];
      return [
        `${room}${premises.room}`,
        ...(premises.tower === '' ? [] : [`${tower}${premises.tower}`]),
        `${building}${premises.building}`,
      ];
    }
  }
}

function plotOf(row: string, plot: string, { plot: how = 'row first' }: AddressStyle): string {
  const forms = {
    'row first': `${row}-${plot}`,
    'plot first': `Số ${plot} ${row}`,
    'of a row': `Lô ${plot}, ${row}`,
    label: `Căn ${row.replace(/(?<=\D)(?=\d$)/, '0')}-${plot}`,
  };
  return forms[how];
}

/** `lanes` run from the street inwards. */
function laneParts(lanes: readonly string[], number: string, street: string, style: AddressStyle): string[] {
  const [lane = '', inner = ''] = lanes;
  if (lane === '') return [`${number} ${street}`];
  const named = inner === '' ? [`ngõ ${lane}`] : [`ngách ${inner}`, `ngõ ${lane}`];
  switch (style.lanes ?? 'outwards') {
    case 'outwards':
      return [number, ...named, street];
    case 'inwards':
      return [`${named.toReversed().join(' ')} ${number} ${street}`];
    case 'slashes':
      return [`${[number, ...lanes.toReversed()].join('/')} ${street}`];
    case 'short':
      return [`${number} ${named.join(' ')}, ${street}`];
  }
}

function dateOf(day: string, month: string, { date = 'slash' }: AddressStyle): string {
  const forms = {
    slash: `${day}/${month}`,
    dash: `${day}-${month}`,
    months: `${day} tháng ${month}`,
    zeros: `${day.padStart(2, '0')}/${month.padStart(2, '0')}`,
    dots: `${day}.${month}`,
  };
  return forms[date];
}
