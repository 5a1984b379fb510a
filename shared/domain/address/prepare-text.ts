import { cleanText } from '../text/clean.ts';
import { dateStreets } from './date-streets.ts';

const HEADING = /^(?:địa chỉ|dia chi|trụ sở|tru so|[đd]\/?c)[^:,\d]*:/iu;
const ASIDE = /\((?:(?:nay|trước|truoc|cũ|tức)\s[^)]{0,120}|[^)]{0,120}\s(?:cũ|cu))\)/giu;
/** Nine digits or more behind 0 or 84 are nobody's house number. */
const PHONE =
  /(?:(?:s?đt(?:dđ)?|s?dt|tel|điện thoại|dien thoai|phone|hotline|fax|di động|mobile|liên hệ|lh|zalo)(?: số)? ?[.:]* ?)?(?<![\p{L}\d]|\d[/.-])\(?(?:\+ ?84|84(?=(?:[ .()-]*\d){9})|0)(?:[ .()-]*\d){8,10}(?!\d)/giu;
const EMAIL = /(?:e-?mail ?:? ?)?[\w.+-]{1,64}@\S+/giu;
const OWNER = /\(?(?<!\p{L})(?:nhà|nha) (?:ông|ong|bà|ba|anh|chị|chi) \p{Lu}[^,;)]*\)?/gu;
const KIOSK = /(?<!\p{L})(?:ki[ -]?[ốo]t|kios(?:k|que)?)(?: số| so)?(?= ?\d)/giu;
/** Plots of a new town: biệt thự `BT2-15`, liền kề `LK05-12`, `SH05`, which stand for the number of a house. */
const PLOT =
  /(?<!\p{L})(?:(?:lô|lo|căn|can|nhà|nha|số nhà|so nha|sn|số|so) )?(?:(?:biệt thự|biet thu|liền kề|lien ke|shophouse) )?(bt|lk|sh)[ -]?(?=\d)/giu;
const ROW_HOUSE = /(?<!\p{L})(?:(?:lô|lo|căn|can|nhà|nha) )?(?:liền kề|lien ke) (?=\d)/giu;
const JOINED = /(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll})/gu;
const SPELT_SHORT = /\bT\.\s?([PTX])\b\.?/giu;
const ROAD_DASH =
  /(?<![\p{L}\d])(ql|đt|tl|đh|hl|dt|dh|quốc lộ|tỉnh lộ|huyện lộ|quoc lo|tinh lo|huyen lo) ?[.-] ?(?=\d)/giu;
const SPACED_KM = /(?<=\d) ?\+ ?(?=\d)/gu;
const SPACED_SLASH = /\s*\/\s*(?=\d)/gu;
const ANY_DASH = /(?<=\d)[-–](?=\d)/gu;
/** `20-B`, `20 - B`, `20.B`, `20 B/5`; spaced, not before what may be the label of a ward or a district. */
const DASHED_LETTER =
  /(?<=(?<![\p{L}\d/-]|\d\.)\d+)(?:[-–.](?=[a-zđ](?![\p{L}\d]|\. ?[\p{L}\d]))| (?=[a-z]\/\d)| [-–] (?=[a-gk-oru-wyz](?![\p{L}\d.])))/giu;
const SPACED_LOT = /((?<!\p{L})(?:lô|lo|thửa|thua)(?: đất| dat)?(?: số| so)? \p{L}{0,3}\d+\p{L}?) [-–] (?=\d)/giu;
const LOT_CODE = /(?<=(?<!\p{L})(?:lô|lo)(?: đất| dat)?(?: số| so)? [a-z]{1,3})[ -](?=\d)/giu;
const SPACED_RANGE =
  /(?<=^|(?<!(?:thôn|thon|xóm|xom|tổ|to|đội|doi|khu|phố|pho|tdp) )(?:số|so|sn|nhà|nha) ?:? ?)(\d{1,4})(\p{L}?) [-–] (?=(\d{1,4})\p{L}? ?(?:\p{L}|,|$))/giu;

/** The text as its tokens are read: headings, asides, phones and e-mails out, each way of joining a number's parts made one. */
export function prepareText(text: string): string {
  const plain = cleanText(text.replaceAll(/[\r\n]+/g, ', '))
    .replace(HEADING, '')
    .replaceAll(ASIDE, ',')
    .replaceAll(EMAIL, ',')
    .replaceAll(PHONE, ',')
    .replaceAll(OWNER, ',')
    .replaceAll(JOINED, ' ')
    .replaceAll(SPELT_SHORT, 'T$1.')
    .replaceAll(ROAD_DASH, '$1 ')
    .replaceAll(SPACED_KM, '+')
    .replaceAll(KIOSK, 'kiot')
    .replaceAll(ROW_HOUSE, 'số LK')
    .replaceAll(PLOT, 'số $1');
  return dateStreets(plain)
    .replaceAll(SPACED_SLASH, '/')
    .replaceAll(ANY_DASH, '-')
    .replaceAll(DASHED_LETTER, '')
    .replaceAll(LOT_CODE, '')
    .replaceAll(SPACED_LOT, '$1-')
    .replaceAll(SPACED_RANGE, (whole, from: string, letter: string, to: string) =>
      Number(from) < Number(to) ? `${from}${letter}-` : whole,
    );
}
