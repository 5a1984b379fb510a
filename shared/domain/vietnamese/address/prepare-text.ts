import { cleanText } from '../text/clean.ts';
import { HOME_PROVINCE } from '../home-province.ts';
import { withoutRemarks } from './remarks.ts';
import { dateStreets } from './date-streets.ts';
import { translateEnglishUnits } from './english-units.ts';
import { readFormLabels } from './form-labels.ts';
import { repairLabels } from './misspelt-labels.ts';
import { canonicalPlots } from './plots.ts';

/** Line ends and signs between the parts of an address; an underscore may also be part of an e-mail address. */
const SEPARATORS = /[\r\n·•|]+|_(?![\w.+-]{0,64}@)/g;
/** Names of new towns that are written without `khu đô thị`. */
const NEW_TOWN =
  /(?=(?:vinhomes|ecopark)(?!\p{L}))(?<!\p{L})(?<!(?:kđt|kdt|khu đô thị|khu do thi|tòa|toa|tòa nhà|toa nha|chung cư|chung cu|cc) )/giu;
/** A shopping centre whose name does not contain a label. */
const MALL = /(?=vincom(?!\p{L}))(?<!\p{L})(?<!(?:tòa|toa|tòa nhà|toa nha|tttm|tâm thương mại|tam thuong mai) )/giu;
/**
 * Matches a building's name without a label between its floor and the number of the house: `Tầng 9 Sao Mai Plaza, 12 Lý
 * Bôn`.
 */
const BUILDING =
  /(?<=(?<!\p{L})(?:tầng|tang|lầu|lau) \d{1,2}(?:-\d{1,2})?,? )(?!(?:tòa|toà|toa|tttm|trung tâm|trung tam|chung cư|chung cu|cc|block|tháp|thap|khu|khối|khoi|kđt|kdt|đường|duong|phố|pho|ngõ|ngo|ngách|ngach|hẻm|hem|thôn|thon|tổ|to|số|so|sn|nhà|nha|căn|can|phòng|phong|p|lô|lo|ql|quốc lộ|quoc lo)(?![\p{L}]))(?=\p{L}[^,;\d]{3,40}, ?(?:(?:số|so|sn) ?)?\d[\d/-]{0,8}[a-z]? \p{L})/giu;
/** Matches the dash of a building's name such as `V-City`. */
const DASHED_BUILDING = /(?<=(?<![\p{L}\d])\p{Lu})-(?=\p{Lu}\p{Ll})/gu;
const NUMBERED_STREET = /(?<=(?<!\p{L})(?:đường|duong|phố|pho) )(?:số|so) (?=\d)/giu;
/** Matches a provincial road such as `Đ.T 376`. */
const DOTTED_ROAD = /(?<![\p{L}\d.])(q\.l|đ\.t|d\.t|t\.l|đ\.h|d\.h)\.? ?(?=\d)/giu;
/** Matches a unit such as `căn TM-05`. */
const DASHED_CODE = /(?<=(?<!\p{L})(?:căn|can|hộ|ho|phòng|phong|hàng|hang|kiot|số|so) \p{L}{1,3})-(?=\d)/giu;
/** Matches a range of floors or rooms, such as `tầng 2 - 3` or `P.301 - 302`. */
const SEVERAL =
  /(?<=(?<!\p{L})(?:tầng|tang|lầu|lau|phòng|phong|p\.|p|căn|can|căn hộ|can ho) ?\d{1,4}) [-–] (?=\d{1,4}(?:,| [-–]|$| \p{L}))/giu;
/** Matches a house of Đà Nẵng or Huế, whose alley (kiệt) and branch (hẻm) come before its number: `K123/H5/45`. */
const HOUSE_OF_ALLEY = /(?<![\p{L}\d])k(\d+\p{L}?)\/(?:h?(\d+\p{L}?)\/)?(\d+\p{L}?)(?![\d/])/giu;
const KIOSK = /(?<!\p{L})(?:ki[ -]?[ốo]t|kios(?:k|que)?)(?: số| so)?(?= ?\d)/giu;
const JOINED = /(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll})/gu;
/** Cities as couriers abbreviate them after `TP`. */
const CITIES: Readonly<Record<string, string>> = {
  bmt: 'Buôn Ma Thuột',
  tdm: 'Thủ Dầu Một',
  vt: 'Vũng Tàu',
  bh: 'Biên Hòa',
  nt: 'Nha Trang',
  hl: 'Hạ Long',
  hd: 'Hải Dương',
  hp: 'Hải Phòng',
  ct: 'Cần Thơ',
  đn: 'Đà Nẵng',
  ...HOME_PROVINCE.shortNames,
};
/** Matches a city's short form such as `TP.TB`. */
const SHORT_CITY = new RegExp(String.raw`(?<!\p{L})t\.?p\.? ?(${Object.keys(CITIES).join('|')})(?!\p{L})`, 'giu');
/** Short forms at the end of a part, such as `T.Bình` or `H. Yên`, of the home province and of its former provinces. */
const HALF_PROVINCES = HOME_PROVINCE.formerly.map((name) => {
  const [first = '', last = ''] = name.split(' ');
  return [new RegExp(String.raw`(?<!\p{L})${first.charAt(0)}\. ?${last}(?= ?(?:[,.;]|$))`, 'giu'), name] as const;
});
/** Names that contain a dash. */
const DASHED_NAME =
  /(?<=(?<!\p{L})(?:bà rịa|ba ria|phan rang)) ?[-–] ?(?=\p{L})|(?<=(?<!\p{L})br) ?[-–] ?(?=vt(?!\p{L}))|(?<=\p{L}) ?[-–] ?(?=(?:đà lạt|da lat|lăng cô|lang co|quốc tử giám|quoc tu giam)(?!\p{L}))(?<=(?<!\p{L})(?:xuân hương|xuan huong|cam ly|lâm viên|lam vien|xuân trường|xuan truong|lang biang|chân mây|chan may|văn miếu|van mieu) ?[-–] ?)/giu;
/** Matches the first of two labels, as forms with a printed `tỉnh` give it: `tỉnh TP Hưng Yên`. */
const PRINTED_PROVINCE = /(?<!\p{L})(?:tỉnh|tinh)[:.]? (?=(?:tp|t\.p|thành phố|thanh pho)(?!\p{L})[. ]*\p{L})/giu;
/** Matches `T.trấn`. */
const HALF_SHORT = /(?<!\p{L})t\.? ?(?=(?:trấn|tran)(?!\p{L}) \p{Lu})/giu;
/** Matches `K.phố`. */
const HALF_QUARTER = /(?<!\p{L})k\. ?(?=(?:phố|pho)(?!\p{L}))/giu;
/** Matches a country that is named twice. */
const SECOND_COUNTRY = /(?<=(?:việt nam|viet nam|vietnam))(?:[ ,.-]+(?:việt nam|viet nam|vietnam))+(?=[ .]*$)/iu;
const SPELT_SHORT = /\bT\.\s?([PTX])\b\.?/giu;
const ROAD_DASH =
  /(?<![\p{L}\d])(ql|đt|tl|đh|hl|dt|dh|quốc lộ|tỉnh lộ|huyện lộ|quoc lo|tinh lo|huyen lo) ?[.-] ?(?=\d)/giu;
const SPACED_KM = /(?<=\d) ?\+ ?(?=\d)/gu;
const SPACED_SLASH = /\s*\/\s*(?=\d)/gu;
const ANY_DASH = /(?<=\d)[-–](?=\d)/gu;
/**
 * Matches a number with a letter: `20-B`, `20 - B`, `20.B`, `20 B/5`. With spaces it must not precede a possible label
 * of a ward or a district.
 */
const DASHED_LETTER =
  /(?<=(?<![\p{L}\d/-]|\d\.)\d+)(?:[-–.](?=[a-zđ](?![\p{L}\d]|\. ?[\p{L}\d]))| (?=[a-z]\/\d)| [-–] (?=[a-gk-oru-wyz](?![\p{L}\d.])))/giu;
const SPACED_RANGE =
  /(?<=^|(?<!(?:thôn|thon|xóm|xom|tổ|to|đội|doi|khu|phố|pho|tdp) )(?:số|so|sn|nhà|nha) ?:? ?)(\d{1,4})(\p{L}?) [-–] (?=(\d{1,4})\p{L}? ?(?:\p{L}|,|$))/giu;

/**
 * Prepares the text for reading: removes headings, remarks, phones and e-mails, and joins the parts of a number in one
 * form.
 */
export function prepareText(text: string): string {
  const bare = withoutRemarks(readFormLabels(cleanText(text.replaceAll(SEPARATORS, ', '))));
  const named = HALF_PROVINCES.reduce((read, [short, name]) => read.replaceAll(short, name), bare);
  const plain = translateEnglishUnits(repairLabels(named))
    .replaceAll(PRINTED_PROVINCE, '')
    .replaceAll(JOINED, ' ')
    .replaceAll(SHORT_CITY, (_whole, city: string) => `TP ${CITIES[city.toLowerCase()] ?? city}`)
    .replaceAll(DASHED_NAME, ' ')
    .replaceAll(HALF_SHORT, 'thị ')
    .replaceAll(HALF_QUARTER, 'khu ')
    .replace(SECOND_COUNTRY, '')
    .replaceAll(SPELT_SHORT, 'T$1.')
    .replaceAll(DOTTED_ROAD, (_whole, road: string) => `${road.replace('.', '')} `)
    .replaceAll(ROAD_DASH, '$1 ')
    .replaceAll(NUMBERED_STREET, '')
    .replaceAll(DASHED_CODE, '')
    .replaceAll(SPACED_KM, '+')
    .replaceAll(HOUSE_OF_ALLEY, (_whole, alley: string, branch: string | undefined, house: string) =>
      branch === undefined ? `số ${house} ngõ ${alley}` : `số ${house} ngách ${branch} ngõ ${alley}`,
    )
    .replaceAll(KIOSK, 'kiot')
    .replaceAll(NEW_TOWN, 'KĐT ')
    .replaceAll(MALL, 'tòa nhà ')
    .replaceAll(SEVERAL, '-')
    .replaceAll(DASHED_BUILDING, ' ')
    .replaceAll(BUILDING, 'tòa nhà ');
  return dateStreets(canonicalPlots(plain))
    .replaceAll(SPACED_SLASH, '/')
    .replaceAll(ANY_DASH, '-')
    .replaceAll(DASHED_LETTER, '')
    .replaceAll(SPACED_RANGE, (whole, from: string, letter: string, to: string) =>
      Number(from) < Number(to) || (from === to && letter !== '') ? `${from}${letter}-` : whole,
    );
}
