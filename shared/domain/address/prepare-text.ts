import { cleanText } from '../text/clean.ts';
import { dateStreets } from './date-streets.ts';
import { englishUnits } from './english-units.ts';
import { writePlots } from './plots.ts';

const HEADING = /^(?:địa chỉ|dia chi|trụ sở|tru so|[đd]\/?c)[^:,\d]*:/iu;
const ASIDE =
  /\((?:(?:nay|trước|truoc|cũ|tức|(?:số|số nhà|tên) cũ|(?:so|so nha|ten) cu)\s[^)]{0,120}|[^)]{0,120}\s(?:cũ|cu))\)/giu;
/** A street's other name: `đường Nguyễn Văn Linh (Quốc lộ 5A)`. */
const OTHER_NAME = /(?<=\p{L} )\((?:ql|quốc lộ|quoc lo|đt|dt|tl|tỉnh lộ|tinh lo|đường|duong)[ .\d][^)]{0,30}\)/giu;
/** Nine digits or more behind 0 or 84 are nobody's house number. */
const PHONE =
  /(?:(?:s?đt(?:dđ)?|s?dt|tel|điện thoại|dien thoai|phone|hotline|fax|di động|mobile|liên hệ|lh|zalo)(?: số)? ?[.:]* ?)?(?<![\p{L}\d]|\d[/.-])\(?(?:\+ ?84|84(?=(?:[ .()-]*\d){9})|0)(?:[ .()-]*\d){8,10}(?!\d)/giu;
const EMAIL = /(?:e-?mail ?:? ?)?[\w.+-]{1,64}@\S+/giu;
const OWNER = /\(?(?<!\p{L})(?:nhà|nha) (?:ông|ong|bà|ba|anh|chị|chi) \p{Lu}[^,;)]*\)?/gu;
const POSTCODE =
  /(?:mã (?:số )?bưu (?:chính|điện|cục)|ma (?:so )?buu (?:chinh|dien|cuc)|(?:zip|postal|post) ?code) ?:? ?\d{5,6}/giu;
/** A label typed twice. */
const DOUBLED = /(?<!\p{L})(số|so|đường|duong|phường|phuong|xã|xa|huyện|huyen|tỉnh|tinh|thôn|thon)(?: \1)+(?!\p{L})/giu;
const AT = /^(?:tại|tai) (?=(?:số|so|sn|nhà|nha|thôn|thon|lô|lo|tầng|tang|\d))/iu;
/** New towns that are named without saying so. */
const NEW_TOWN = /(?<!(?:kđt|kdt|khu đô thị|khu do thi|tòa|toa|tòa nhà|toa nha|chung cư|chung cu|cc) )(?<!\p{L})(?=vinhomes(?!\p{L}))/giu;
const FLOORS = /(?<=(?<!\p{L})(?:tầng|tang|lầu|lau) \d{1,2}) [-–] (?=\d{1,2}(?:,| [-–]|$| \p{L}))/giu;
const KIOSK = /(?<!\p{L})(?:ki[ -]?[ốo]t|kios(?:k|que)?)(?: số| so)?(?= ?\d)/giu;
const JOINED = /(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll})/gu;
const SHORT_CITY = /(?<!\p{L})t\.?p\.? ?(hy|tb)(?!\p{L})/giu;
const CITIES: Readonly<Record<string, string>> = { hy: 'Hưng Yên', tb: 'Thái Bình' };
const SPELT_SHORT = /\bT\.\s?([PTX])\b\.?/giu;
const ROAD_DASH =
  /(?<![\p{L}\d])(ql|đt|tl|đh|hl|dt|dh|quốc lộ|tỉnh lộ|huyện lộ|quoc lo|tinh lo|huyen lo) ?[.-] ?(?=\d)/giu;
const SPACED_KM = /(?<=\d) ?\+ ?(?=\d)/gu;
const SPACED_SLASH = /\s*\/\s*(?=\d)/gu;
const ANY_DASH = /(?<=\d)[-–](?=\d)/gu;
/** `20-B`, `20 - B`, `20.B`, `20 B/5`; spaced, not before what may be the label of a ward or a district. */
const DASHED_LETTER =
  /(?<=(?<![\p{L}\d/-]|\d\.)\d+)(?:[-–.](?=[a-zđ](?![\p{L}\d]|\. ?[\p{L}\d]))| (?=[a-z]\/\d)| [-–] (?=[a-gk-oru-wyz](?![\p{L}\d.])))/giu;
const SPACED_RANGE =
  /(?<=^|(?<!(?:thôn|thon|xóm|xom|tổ|to|đội|doi|khu|phố|pho|tdp) )(?:số|so|sn|nhà|nha) ?:? ?)(\d{1,4})(\p{L}?) [-–] (?=(\d{1,4})\p{L}? ?(?:\p{L}|,|$))/giu;

/** The text as its tokens are read: headings, asides, phones and e-mails out, each way of joining a number's parts made one. */
export function prepareText(text: string): string {
  const plain = cleanText(text.replaceAll(/[\r\n]+/g, ', '))
    .replace(HEADING, '')
    .replaceAll(ASIDE, ',')
    .replaceAll(OTHER_NAME, '')
    .replaceAll(POSTCODE, ',')
    .replaceAll(DOUBLED, '$1')
    .replace(AT, '')
    .replaceAll(EMAIL, ',')
    .replaceAll(PHONE, ',')
    .replaceAll(OWNER, ',')
    .replaceAll(JOINED, ' ')
    .replaceAll(SHORT_CITY, (_whole, city: string) => `TP ${CITIES[city.toLowerCase()] ?? city}`)
    .replaceAll(SPELT_SHORT, 'T$1.')
    .replaceAll(ROAD_DASH, '$1 ')
    .replaceAll(SPACED_KM, '+')
    .replaceAll(KIOSK, 'kiot')
    .replaceAll(NEW_TOWN, 'KĐT ')
    .replaceAll(FLOORS, '-');
  return dateStreets(writePlots(englishUnits(plain)))
    .replaceAll(SPACED_SLASH, '/')
    .replaceAll(ANY_DASH, '-')
    .replaceAll(DASHED_LETTER, '')
    .replaceAll(SPACED_RANGE, (whole, from: string, letter: string, to: string) =>
      Number(from) < Number(to) ? `${from}${letter}-` : whole,
    );
}
