import { foldMarks } from '../text/fold.ts';
import type { Rewriting } from './rewriting.ts';

/** The days that streets of many cities are named after, as `day/month`. */
const DAYS = new Set(
  '9/1 3/2 8/3 24/3 26/3 29/3 30/4 1/5 7/5 15/5 19/5 1/6 5/6 11/6 21/6 27/7 19/8 2/9 23/9 10/10 20/10 15/10 20/11 19/12 22/12'.split(
    ' ',
  ),
);
const STREET = String.raw`(?:(?:đường|duong|phố|pho|đại lộ|dai lo|đg|đ\.) ?(?:ngày |ngay )?)`;
const IN_NUMBERS = new RegExp(
  String.raw`(?=[đdp])(?<!\p{L}|dân |dan |khu )(${STREET})(\d{1,2})(?: ?[-–/.] ?)(\d{1,2})(?![\d/.-]*\d)`,
  'giu',
);
const WITH_MONTH = new RegExp(String.raw`(?<!\p{L})${STREET}?(\d{1,2}) ?(?:tháng|thang) ?(\d{1,2})(?!\d)`, 'giu');
const IN_WORDS = new RegExp(
  String.raw`(?<!\p{L})${STREET}?((?:\p{L}+ ){1,3})(?:tháng|thang) ((?:mười |muoi )?\p{L}+)(?![\p{L}\d])`,
  'giu',
);
/** Matches a day where a street's name must follow and no other word does: `đường 2/4,` is no house number. */
const ONLY_NAME = new RegExp(
  String.raw`(?=[đdp])(?<!\p{L}|dân |dan |khu )(${STREET})(\d{1,2})(?: ?[-–/.] ?)(\d{1,2})(?= ?(?:[,;(]|\.? ?$))`,
  'giu',
);
/** Matches the street of the revolution, such as `CMT8` or `Cách mạng tháng 8`. */
const REVOLUTION =
  /(?=c[máa])(?<![\p{L}\d])(?:cmt|(?:cm|cách mạng|cach mang) ?(?:tháng|thang)) ?(8|10)(?![\p{L}\d])/giu;
/** The words before the number of such a street. */
const NUMBERED = 'duong_# pho_# lo_# dg_# d_# ngay_#';
const LAST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const UNITS = ['', 'mot', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin'];

/** Writes `3-2`, `03/02`, `3 tháng 2` and `Ba tháng Hai` as the street `đường 3/2`, which is never a house number. */
export const DATE_STREETS: readonly Rewriting[] = [
  [
    REVOLUTION,
    (_whole, month) => (month === '8' ? 'Cách Mạng Tháng Tám' : 'Cách Mạng Tháng Mười'),
    'cmt_# cm_# thang_#',
  ],
  [WITH_MONTH, (whole = '', day, month) => street(Number(day), Number(month)) ?? whole, '#_thang'],
  [IN_WORDS, (whole = '', day, month) => street(inWords(day), inWords(month)) ?? whole, 'thang'],
  [IN_NUMBERS, (whole = '', _label, day, month) => knownStreet(Number(day), Number(month)) ?? whole, NUMBERED],
  [ONLY_NAME, (whole = '', _label, day, month) => street(Number(day), Number(month)) ?? whole, NUMBERED],
];

function knownStreet(day: number, month: number): string | undefined {
  return DAYS.has(`${day}/${month}`) ? street(day, month) : undefined;
}

/** The street that is named after any day of the calendar: most such days are known in one city only. */
function street(day: number, month: number): string | undefined {
  return day >= 1 && day <= (LAST_DAYS[month - 1] ?? 0) ? `đường ${day}/${month}` : undefined;
}

/** The number of words such as `ba mươi` (30), `mười chín` (19) or `hai` (2); 0 for other words. */
function inWords(text = ''): number {
  const words = foldMarks(text.trim())
    .replace(/^(?:mong|mung) /, '')
    .split(' ');
  const [first = '', second = '', third = ''] = words;
  if (first === 'muoi') return 10 + Math.max(0, UNITS.indexOf(second));
  const tens = UNITS.indexOf(first);
  if (words.length === 1 || tens < 0) return Math.max(0, tens);
  return second === 'muoi' ? tens * 10 + Math.max(0, UNITS.indexOf(third)) : 0;
}
