import * as fc from 'fast-check';
import { HOME_COMMUNES } from './home-communes.ts';

/** One address in one former commune. */
export interface SpelledPlace {
  readonly number: string;
  readonly lane: string;
  readonly street: string;
  readonly commune: string;
  readonly kind: string;
  readonly district: string;
  readonly province: string;
  readonly split: boolean;
  readonly newCommune: string;
  readonly newKind: string;
}

const STREETS =
  'Lê Lai;Lê Lợi;Trưng Trắc;Phố Hiến;Tô Hiệu;Ngô Quyền;Ngô Gia Tự;Nguyễn Văn Linh;Hải Thượng Lãn Ông;Dương Quảng Hàm;Huyền Trân Công Chúa;Trần Hưng Đạo;Lý Thường Kiệt;Hai Bà Trưng;Bà Triệu;Phạm Ngũ Lão;Mai Hắc Đế;30/4;Điện Biên;Chu Mạnh Trinh;Hoàng Hoa Thám;Quang Trung;Minh Khai;Võ Thị Sáu'.split(
    ';',
  );

export const place: fc.Arbitrary<SpelledPlace> = fc
  .record({
    where: fc.constantFrom(...HOME_COMMUNES),
    street: fc.constantFrom(...STREETS),
    number: fc
      .tuple(fc.integer({ min: 1, max: 400 }), fc.constantFrom('', '', '', 'A', 'B'))
      .map(([n, letter]) => `${n}${letter}`),
    lane: fc.oneof(fc.constant(''), fc.integer({ min: 1, max: 60 }).map(String)),
  })
  .map(({ where, ...rest }) => Object.assign(rest, where));

/** The properties of a written address. */
export interface Spelling {
  readonly era: 'old' | 'new' | 'mixed' | 'oldInNewProvince';
  readonly labels: 'full' | 'short' | 'none';
  readonly number: 'Số ' | 'SN ' | '' | 'Số nhà ' | 'số: ';
  readonly slash: boolean;
  readonly streetLabel: 'đường ' | 'Đ. ' | '' | 'Đường ';
  readonly between: ', ' | ' ' | ' - ' | ',' | '; ';
  readonly marks: 'kept' | 'dropped' | 'decomposed' | 'oldTones';
  readonly letters: 'kept' | 'upper' | 'lower';
  readonly reversed: boolean;
  readonly country: boolean;
  readonly spaces: boolean;
}

export const spelling: fc.Arbitrary<Spelling> = fc.record({
  era: fc.constantFrom('old', 'old', 'new', 'mixed', 'oldInNewProvince'),
  labels: fc.constantFrom('full', 'full', 'short', 'none'),
  number: fc.constantFrom('Số ', 'SN ', '', 'Số nhà ', 'số: '),
  slash: fc.boolean(),
  streetLabel: fc.constantFrom('đường ', 'Đ. ', '', 'Đường '),
  between: fc.constantFrom(', ', ', ', ' ', ' - ', ',', '; '),
  marks: fc.constantFrom('kept', 'kept', 'dropped', 'decomposed', 'oldTones'),
  letters: fc.constantFrom('kept', 'upper', 'lower'),
  reversed: fc.constantFrom(false, false, false, true),
  country: fc.boolean(),
  spaces: fc.boolean(),
});

/** The place in that spelling. A split commune has only its old name; without labels the usual order is needed. */
export function writeAddress(at: SpelledPlace, how: Spelling): string {
  const era = at.split ? 'old' : how.era === 'mixed' && isFormerName(at) ? 'new' : how.era;
  const old = era === 'old' || era === 'oldInNewProvince';
  const commune = old ? unit(at.kind, at.commune, how) : unit(at.newKind, at.newCommune, how);
  const [, districtKind = '', district = ''] = /^(Huyện|Thị xã|Thành phố) (.+)$/.exec(at.district) ?? [];
  const parts = [
    ...premisesText(at, how),
    commune,
    ...(era === 'new' ? [] : [unit(districtKind, district, how)]),
    unit('Tỉnh', era === 'old' ? at.province : 'Hưng Yên', how),
  ];
  if (how.reversed && how.labels === 'full') parts.reverse();
  else if (how.country) parts.push('Việt Nam');
  return finish(parts.join(how.between), how);
}

/** The new commune bears the name of another former one of that district: with the district it means that one. */
function isFormerName({ district, newCommune, commune }: SpelledPlace): boolean {
  return commune !== newCommune && HOME_COMMUNES.some((one) => one.district === district && one.commune === newCommune);
}

function premisesText(at: SpelledPlace, how: Spelling): string[] {
  const label = how.labels === 'none' && how.between === ' ' ? 'đường ' : how.streetLabel;
  const street = at.street === '30/4' ? 'đường 30/4' : `${label}${at.street}`;
  if (how.slash && at.lane !== '') return [`${how.number}${at.number}/${at.lane} ${street}`];
  const number = `${how.number}${at.number}`;
  return at.lane === '' ? [`${number} ${street}`] : [number, `ngõ ${at.lane}`, street];
}

const SHORT: Record<string, string> = {
  Xã: 'X. ',
  Phường: 'P.',
  'Thị trấn': 'TT. ',
  Huyện: 'H. ',
  'Thị xã': 'TX ',
  'Thành phố': 'TP.',
  Tỉnh: '',
};

function unit(kind: string, name: string, { labels }: Spelling): string {
  if (labels === 'none') return name;
  return labels === 'full' ? `${kind} ${name}` : `${SHORT[kind] ?? ''}${name}`;
}

function finish(text: string, how: Spelling): string {
  let written = text;
  if (how.marks === 'dropped')
    written = written.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
  if (how.marks === 'oldTones')
    written = written.replaceAll('òa', 'oà').replaceAll('ủy', 'uỷ').replaceAll('ụy', 'uỵ').replaceAll('úy', 'uý');
  if (how.letters === 'upper') written = written.toUpperCase();
  if (how.letters === 'lower') written = written.toLowerCase();
  if (how.spaces) written = ` ${written.replaceAll(' ', '  ')} `;
  return how.marks === 'decomposed' ? written.normalize('NFD') : written;
}
