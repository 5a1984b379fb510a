import * as fc from 'fast-check';
import type { Door, Premises } from './doors.ts';
import { HOME_COMMUNES, type HomeCommune, NEW_NAMES } from './home-communes.ts';

/** How somebody writes addresses. */
interface Style {
  readonly number?: string;
  /** Between the digits and the letter of a number. */
  readonly letter?: string;
  readonly lanes?: 'outwards' | 'inwards' | 'slashes' | 'short';
  readonly street?: string;
  readonly date?: 'slash' | 'dash' | 'months' | 'zeros' | 'dots';
  readonly roads?: readonly [national: string, provincial: string];
  readonly hamlets?: Readonly<Record<'thôn' | 'xóm' | 'tổ dân phố', string>>;
  readonly zones?: Readonly<Record<'KCN' | 'CCN', string>>;
  readonly lot?: readonly [label: string, join: string];
  readonly plot?: 'row first' | 'plot first' | 'of a row' | 'label';
  readonly flat?: readonly [room: string, tower: string, building: string];
  /** Of commune, district, province: the official word, or what stands for it. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly era?: 'old' | 'oldNoProvince' | 'oldNoDistrict' | 'new' | 'newNoProvince' | 'mixed' | 'oldInNewProvince';
  readonly between?: string;
  readonly reversed?: boolean;
  readonly before?: string;
  readonly after?: string;
  readonly finish?: (text: string) => string;
}

const noMarks = (text: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
const upper = (text: string) => text.toUpperCase();
const oldTones = (text: string) =>
  text
    .replaceAll('òa', 'oà')
    .replaceAll('ủy', 'uỷ')
    .replaceAll('ụy', 'uỵ')
    .replaceAll('úy', 'uý')
    .replaceAll('óa', 'oá');

const DOTS = {
  Xã: 'X. ',
  Phường: 'P. ',
  'Thị trấn': 'TT. ',
  Huyện: 'H. ',
  'Thị xã': 'TX. ',
  'Thành phố': 'TP. ',
  Tỉnh: 'T. ',
};
const GLUED = { Xã: 'X.', Phường: 'P.', 'Thị trấn': 'TT.', Huyện: 'H.', 'Thị xã': 'TX.', 'Thành phố': 'TP.', Tỉnh: '' };
const BARE = { Xã: 'X ', Phường: 'P ', 'Thị trấn': 'TT ', Huyện: 'H ', 'Thị xã': 'TX ', 'Thành phố': 'TP ', Tỉnh: '' };
const SMALL = {
  Xã: 'xã ',
  Phường: 'phường ',
  'Thị trấn': 'thị trấn ',
  Huyện: 'huyện ',
  'Thị xã': 'thị xã ',
  'Thành phố': 'thành phố ',
  Tỉnh: 'tỉnh ',
};
const MIXED = { ...SMALL, Phường: 'ph. ', 'Thị trấn': 'TTr ', 'Thành phố': 'Tp ', 'Thị xã': 'T.X ' };
const NONE = { Xã: '', Phường: '', 'Thị trấn': '', Huyện: '', 'Thị xã': '', 'Thành phố': '', Tỉnh: '' };

export const STYLES: Readonly<Record<string, Style>> = {
  official: {},
  country: { after: ', Việt Nam' },
  'in capitals': { finish: upper },
  'without marks': { finish: noMarks },
  'without marks, capitals': { finish: (text) => upper(noMarks(text)) },
  'without marks and commas': { finish: noMarks, between: ' ', labels: SMALL, street: 'đường ' },
  NFD: { finish: (text) => text.normalize('NFD') },
  'tone marks of the old school': { finish: oldTones },
  'small letters': { finish: (text) => text.toLowerCase() },
  'hard spaces': { finish: (text) => ` ${text.replaceAll(' ', '\u00A0 ')} ` },
  'several lines': { between: '\n' },
  dashes: { between: ' - ', number: 'SN ' },
  semicolons: { between: '; ', number: 'Số nhà ' },
  'tight commas': { between: ',', number: '' },
  'dotted labels': { labels: DOTS, number: 'SN ', street: 'Đ. ' },
  'glued labels': { labels: GLUED, number: 'Sn.', street: '', lanes: 'slashes' },
  'bare labels': { labels: BARE, number: '', street: 'đường ' },
  'odd labels': { labels: MIXED, number: 'Số: ', street: 'đg ' },
  'no labels': { labels: NONE, number: '', street: 'đường ' },
  'slashed lanes': { lanes: 'slashes', number: 'Số ', street: 'phố ' },
  'bare slashes': { lanes: 'slashes', number: '', street: '' },
  'lanes inwards': { lanes: 'inwards', street: '' },
  'short lanes': { lanes: 'short', number: 'số ' },
  'letter apart': { letter: ' ', street: 'đường ' },
  'letter dashed': { letter: '-', number: 'Số nhà ' },
  'date dashed': { date: 'dash', roads: ['Quốc lộ ', 'tỉnh lộ '], lot: ['lô ', '.'] },
  'date in months': { date: 'months', roads: ['QL.', 'ĐT.'], lot: ['Lô số ', '-'] },
  'date with zeros': { date: 'zeros', roads: ['quốc lộ ', 'TL'], lot: ['Lô đất ', '/'] },
  'date with dots': { date: 'dots', roads: ['QL ', 'đường tỉnh '], lot: ['LÔ ', ' - '] },
  'short hamlets': {
    hamlets: { thôn: 'T.', xóm: 'Xóm ', 'tổ dân phố': 'TDP ' },
    zones: { KCN: 'khu CN ', CCN: 'cụm CN ' },
  },
  'numbered hamlets': {
    hamlets: { thôn: 'Thôn số ', xóm: 'xóm số ', 'tổ dân phố': 'tổ ' },
    zones: { KCN: 'Khu công nghiệp ', CCN: 'Cụm công nghiệp ' },
  },
  'plots first': { plot: 'plot first' },
  'plots of a row': { plot: 'of a row', number: 'SN ' },
  'plots with zeros': { plot: 'label', street: 'phố ' },
  'rooms as P.': { flat: ['P.', 'Block ', 'chung cư '], number: 'SN ' },
  'rooms as phòng': { flat: ['phòng ', 'tòa ', 'tòa nhà chung cư '] },
  'rooms as căn': { flat: ['Căn ', 'toà ', 'CC '], number: 'số nhà ' },
  'old, no province': { era: 'oldNoProvince' },
  'old, no district': { era: 'oldNoDistrict' },
  'old, short': { labels: GLUED, number: '', street: '', lanes: 'slashes', between: ', ' },
  'new communes': { era: 'new' },
  'new communes, short': { era: 'new', labels: DOTS, number: 'SN ', street: '' },
  'new communes, no province': { era: 'newNoProvince' },
  'new commune and old district': { era: 'mixed' },
  'old commune in the new province': { era: 'oldInNewProvince' },
  'without marks, new communes': { era: 'new', finish: noMarks, number: 'so ' },
  reversed: { reversed: true },
  'reversed, new': { reversed: true, era: 'new', between: ' - ' },
  postcode: { after: ' 160000', era: 'new' },
  phone: { after: ' - ĐT: 0912 345 678' },
  'phone in brackets': { after: ' (0221.3862.345)' },
  heading: { before: 'Địa chỉ trụ sở chính: ', after: '.' },
  'head of a form': { before: 'Đ/c: ', after: ', VN', labels: SMALL },
};

const anyStyle = fc.constantFrom(...Object.values(STYLES));
/** Three styles laid over each other. */
export const mixedStyle: fc.Arbitrary<Style> = fc
  .tuple(anyStyle, anyStyle, anyStyle)
  .map(([one, two, three]) => ({ ...one, ...two, ...three }));

const OLD_NAMES = new Map<string, number>();
for (const { commune } of HOME_COMMUNES) OLD_NAMES.set(noMarks(commune), (OLD_NAMES.get(noMarks(commune)) ?? 0) + 1);

/** The door in that style; undefined where the words would then not say which commune is meant. */
export function write({ where, premises }: Door, style: Style): string | undefined {
  const units = unitsOf(where, style);
  if (units === undefined) return undefined;
  const parts = [...partsOf(premises, style), ...units];
  if (style.reversed) parts.reverse();
  const text = `${style.before ?? ''}${parts.join(style.between ?? ', ')}${style.after ?? ''}`;
  return style.finish ? style.finish(text) : text;
}

function unitsOf(where: HomeCommune, style: Style): string[] | undefined {
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
  const isNew = NEW_NAMES.some((name) => noMarks(name) === noMarks(commune));
  return OLD_NAMES.get(noMarks(commune)) === 1 && (!isNew || commune === newCommune);
}

/** The new commune bears the name of another former one of that district: with the district it means that one. */
function namesFormer({ district, newCommune, commune }: HomeCommune): boolean {
  return commune !== newCommune && HOME_COMMUNES.some((one) => one.district === district && one.commune === newCommune);
}

function partsOf(premises: Premises, style: Style): string[] {
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

function plotOf(row: string, plot: string, { plot: how = 'row first' }: Style): string {
  const forms = {
    'row first': `${row}-${plot}`,
    'plot first': `Số ${plot} ${row}`,
    'of a row': `Lô ${plot}, ${row}`,
    label: `Căn ${row.replace(/(?<=\D)(?=\d$)/, '0')}-${plot}`,
  };
  return forms[how];
}

/** `lanes` run from the street inwards. */
function laneParts(lanes: readonly string[], number: string, street: string, style: Style): string[] {
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

function dateOf(day: string, month: string, { date = 'slash' }: Style): string {
  const forms = {
    slash: `${day}/${month}`,
    dash: `${day}-${month}`,
    months: `${day} tháng ${month}`,
    zeros: `${day.padStart(2, '0')}/${month.padStart(2, '0')}`,
    dots: `${day}.${month}`,
  };
  return forms[date];
}
