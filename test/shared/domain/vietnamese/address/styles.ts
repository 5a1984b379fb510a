import * as fc from 'fast-check';
import type { AddressStyle } from './style.ts';
import { withoutMarks } from './without-marks.ts';

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

export const STYLES: Readonly<Record<string, AddressStyle>> = {
  official: {},
  country: { after: ', Việt Nam' },
  'in capitals': { finish: upper },
  'without marks': { finish: withoutMarks },
  'without marks, capitals': { finish: (text) => upper(withoutMarks(text)) },
  'without marks and commas': { finish: withoutMarks, between: ' ', labels: SMALL, street: 'đường ' },
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
  'without marks, new communes': { era: 'new', finish: withoutMarks, number: 'so ' },
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
export const mixedStyle: fc.Arbitrary<AddressStyle> = fc
  .tuple(anyStyle, anyStyle, anyStyle)
  .map(([one, two, three]) => ({ ...one, ...two, ...three }));
