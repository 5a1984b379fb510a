import { cleanText } from '../text/clean.ts';
import { HOME_PROVINCE } from '../home-province.ts';
import { foldMarks } from '../text/fold.ts';
import { DATE_STREETS } from './date-streets.ts';
import { ENGLISH_UNITS } from './english-units.ts';
import { HOUSE_FORMS, MALL_FORMS } from './house-forms.ts';
import { FORM_LABELS, REPAIRED_LABELS } from './labels.ts';
import { REMARKS } from './remarks.ts';
import { Rewriter, type Rewriting } from './rewriting.ts';
import { couldBeSyllable } from '../text/syllable.ts';
import { readTyping } from '../text/typing.ts';

/**
 * Matches plots of a new town (biệt thự `BT2-15`, liền kề `LK05-12`, `SH05`, thấp tầng `TT1-90`), which replace a house
 * number.
 */
const PLOT =
  /(?=[bclns]|tt\d)(?<!\p{L})(?:(?:lô|lo|căn|can|nhà|nha|số nhà|so nha|sn|số|so) )?(?:(?:biệt thự|biet thu|liền kề|lien ke|shophouse) )?(?:(bt|lk|sh)[ -]?(?=\d)|(tt)(?=\d{1,2}-\d))/giu;
/** Matches a row house with a letter in its code, such as `LK-D04`, with the words for its kind. */
const LETTERED =
  /(?=[blns])(?<!\p{L})(?:(?:nhà phố thương mại|nha pho thuong mai|nhà phố|nha pho|shophouse|liền kề|lien ke|biệt thự|biet thu) )?(?:(?:số|so|lô|lo|căn|can) )?(lk|bt|sh)[ -]([a-z])[ -]?(?=\d{1,3}(?!\d))/giu;
/** Matches a plot such as `Shophouse SB12-35`. */
const CODED = /(?=[bls])(?<!\p{L})(?:biệt thự|biet thu|liền kề|lien ke|shophouse) (?=\p{L}{1,3}\d)/giu;
const ROW_HOUSE = /(?=[cln])(?<!\p{L})(?:(?:lô|lo|căn|can|nhà|nha) )?(?:liền kề|lien ke) (?=\d)/giu;
/** Matches plot 12 of a row, as in `Số 12 LK3`, `lô 12, BT3`, `ô 12 lô LK-3` or `lô 01+02 LK3`. */
const OF_ROW =
  /(?=[clnôs])(?<!\p{L})(?:lô|lo|căn|can|ô|nhà|nha|số|so|sn)(?: đất| dat)?(?: số| so)? (\d{1,3}(?: ?[-–+&] ?\d{1,3})*)(?:,| -)? (?:(?:lô|lo|dãy|day|khu) )?(?:biệt thự |biet thu |liền kề |lien ke |shophouse )?(bt|lk|sh|tt)[ -]?(\d{1,2})(?![\d-])/giu;
/** Matches the same without a word before it, as in `90TT1` or `12 BT3`. */
const OF_ROW_BARE =
  /(?=\d)(?<=^|[,;] ?)(\d{1,3}(?: ?[-–+&] ?\d{1,3})*)(?: ?- ?| )?(bt|lk|sh|tt)(\d{1,2})(?![\p{L}\d/-])/giu;
/** Matches the same with the row first, as in `Lô LK3, ô 12`. A number alone might be of a street. */
const ROW_FIRST =
  /(?=[bdkls])(?<!\p{L})(?:(?:lô|lo|dãy|day|khu) )?(?:biệt thự |biet thu |liền kề |lien ke )?(bt|lk|sh)[ -]?(\d{1,2})(?:,| -)? (?:ô|căn|can)(?: đất| dat)?(?: số| so)? (\d{1,3})(?![\d/-])/giu;
/** Matches a plot (ô) of a lot, as in `Ô 9 - 10, Lô B1`. */
const PLOT_NUMBER = /(?=ô \d)(?<=^|[,;] ?)ô (?=\d)/giu;
/** Matches a villa with a name, as in `BT Rừng Cọ E12`. */
const VILLA = /(?=bt )(?<=^|[,;] ?)bt (?=\p{L}{2})/giu;
const PART_OF = /(?=[m1])(?<!\p{L})(?:một|mot|1) (?:phần|phan) (?:của |cua )?(?=(?:lô|lo|thửa|thua)(?!\p{L}))/giu;
/** Matches two lots, as in `lô B5, B6` or `lô B5 và B6`. */
const LOTS =
  /(?=[ ,+&])(?<=(?<!\p{L})(?:lô|lo)(?: đất| dat)?(?: số| so)? (\p{L}{1,2})-?\d{1,3})(?: ?[,+&] ?| và | va )(?=\1-?\d{1,3}(?![\p{L}\d]))/giu;
/** Matches lots with their letter behind, as in `Lô 31M, 32M, 33M`, and lots that a sign joins, as in `lô 5+6`. */
const LISTED_LOTS =
  /(?=l[ôo] )(?<!\p{L})((?:lô|lo) )(\d{1,3}(\p{L})(?:(?: ?[,+&-] ?| và | va )\d{1,3}\3(?![\p{L}\d]))+|\d{1,3}(?: ?[+&] ?\d{1,3})+)(?![\p{L}\d])/giu;
const LOT_CODE = /(?=[ -]\d)(?<=(?<!\p{L})(?:lô|lo)(?: đất| dat)?(?: số| so)? [a-z]{1,3})[ -]/giu;
const SPACED_LOT =
  /((?<!\p{L})(?:lô|lo|thửa|thua)(?: đất| dat)?(?: số| so)? \p{L}{0,3}\d+\p{L}?) [-–] (?=\p{L}{0,2}\d)/giu;

/** Plots or lots of a list with dashes between them. */
const joined = (list: string): string => list.replaceAll(/[^\p{L}\d]+(?:và |va )?/gu, '-');

const ofRow = (_whole: string, plots = '', row = '', number = ''): string => `số ${row}${number}-${joined(plots)}`;

/** Writes the plots of a new town and the lots of an estate in one form. */
const PLOTS: readonly Rewriting[] = [
  [PART_OF, '', 'phan_cua phan_lo phan_thua'],
  [LETTERED, 'số $1$2', 'lk bt sh'],
  [OF_ROW, ofRow, 'bt_# lk_# sh_# tt_#'],
  [OF_ROW_BARE, ofRow, 'bt_# lk_# sh_# tt_#'],
  [ROW_FIRST, 'số $1$2-$3', 'bt_# lk_# sh_#'],
  [PLOT_NUMBER, 'số ', 'o_#'],
  [VILLA, 'biệt thự ', 'bt'],
  [ROW_HOUSE, 'số LK', 'ke_#'],
  [PLOT, 'số $1$2', 'bt_# lk_# sh_# tt_#'],
  [CODED, 'số ', 'biet_thu lien_ke shophouse'],
  [LISTED_LOTS, (_whole, label = '', lots = '') => `${label}${joined(lots)}`, 'lo_#'],
  [LOT_CODE, '', 'lo'],
  [LOTS, '-', 'lo'],
  [SPACED_LOT, '$1-', 'lo thua'],
];

const LETTERS = /[a-z]+/gi;
const ONLY_KEYS = /^[\x20-\x7e\r\n]*$/;
/** Matches keys of Telex: a doubled vowel or d, a vowel with w, or the key of a tone at the end of a word. */
const KEYS = /aa|ee|oo|dd|[aou]w|[aeiouy][a-z]*[fjrsx](?![a-z])/i;
/** The least number of typed words, because `Mix` and `Fox` are names too. */
const FEWEST = 3;

/**
 * Reads a text that was typed in Telex with the method switched off: `xax Vinhx Khucs, huyeenj Vawn Giang`. At least
 * half of its words that are no syllables must be keys of one.
 */
function readTypedText(text: string): string {
  if (!ONLY_KEYS.test(text) || !KEYS.test(text)) return text;
  const strange = (text.match(LETTERS) ?? []).filter((word) => word.length > 1 && !couldBeSyllable(word.toLowerCase()));
  const typed = new Map(strange.map((word) => [word, typedWord(word)]));
  const count = strange.filter((word) => typed.get(word) !== undefined).length;
  if (count < FEWEST || count * 2 < strange.length) return text;
  return text.replaceAll(LETTERS, (word) => typed.get(word) ?? word);
}

/** The syllable whose keys a word is, with its first letter as typed. */
function typedWord(word: string): string | undefined {
  const read = readTyping(word.toLowerCase())?.text;
  return read !== undefined && /^\p{Lu}/u.test(word) ? read.charAt(0).toUpperCase() + read.slice(1) : read;
}

/** Line ends and signs between the parts of an address; an underscore may also be part of an e-mail address. */
const SEPARATORS = /[\r\n·•|]+|_(?![\w.+-]{0,64}@)/g;
const ANY_SEPARATOR = /[\r\n·•|_]/;
/** Names of new towns that are written without `khu đô thị`. */
const NEW_TOWN =
  /(?=(?:vinhomes|ecopark)(?!\p{L}))(?<!\p{L})(?<!(?:kđt|kdt|khu đô thị|khu do thi|tòa|toa|tòa nhà|toa nha|chung cư|chung cu|cc) )/giu;
/**
 * Matches a building's name without a label between its floor and the number of the house: `Tầng 9 Sao Mai Plaza, 12 Lý
 * Bôn`.
 */
const BUILDING =
  /(?<=(?<!\p{L})(?:tầng|tang|lầu|lau) \d{1,2}(?:-\d{1,2})?,? )(?!(?:tòa|toà|toa|tttm|trung tâm|trung tam|chung cư|chung cu|cc|block|tháp|thap|khu|khối|khoi|kđt|kdt|đường|duong|phố|pho|ngõ|ngo|ngách|ngach|hẻm|hem|thôn|thon|tổ|to|số|so|sn|nhà|nha|căn|can|phòng|phong|p|lô|lo|ql|quốc lộ|quoc lo)(?![\p{L}]))(?=\p{L}[^,;\d]{3,40}, ?(?:(?:số|so|sn) ?)?\d[\d/-]{0,8}[a-z]? \p{L})/giu;
/** Matches the dash of a building's name such as `V-City`. */
const DASHED_BUILDING = /(?<=(?<![\p{L}\d])\p{Lu})-(?=\p{Lu}\p{Ll})/gu;
const NUMBERED_STREET = /(?=(?:số|so) \d)(?<=(?<!\p{L})(?:đường|duong|phố|pho) )(?:số|so) /giu;
/** Matches a provincial road such as `Đ.T 376`. */
const DOTTED_ROAD = /(?<![\p{L}\d.])(q\.l|đ\.t|d\.t|t\.l|đ\.h|d\.h)\.? ?(?=\d)/giu;
/** Matches a unit such as `căn TM-05`. */
const DASHED_CODE = /(?<=(?<!\p{L})(?:căn|can|hộ|ho|phòng|phong|hàng|hang|kiot|số|so) \p{L}{1,3})-(?=\d)/giu;
/** Matches a house such as `GMA-01` at the beginning of a part. */
const CODE_FIRST = /(?=\p{Lu}{2,4}-\d)(?<=^|[,;] ?)(?!KM|QL|TL|HL)(\p{Lu}{2,4})-(?=\d{1,4}(?!\d))/gu;
/** Matches a range of floors or rooms, such as `tầng 2 - 3` or `P.301 - 302`. */
const SEVERAL =
  /(?<=(?<!\p{L})(?:tầng|tang|lầu|lau|phòng|phong|p\.|p|căn|can|căn hộ|can ho) ?\d{1,4}) [-–] (?=\d{1,4}(?:,| [-–]|$| \p{L}))/giu;
/** Matches an alley with a name behind an inner one, as maps write `Ngh. 98 Ng. Tự Do`; elsewhere `Ng.` is mostly Nguyễn. */
const NAMED_ALLEY = /(?=ng\.)(?<=(?<!\p{L})(?:ngh\.?|ngách|ngach) \d{1,3}(?:\/\d{1,3})?,? )ng\. ?(?=\p{L})/giu;
const KIOSK = /(?=k)(?<!\p{L})(?:ki[ -]?[ốo]t|kios(?:k|que)?)(?: số| so)?(?= ?\d)/giu;
const JOINED = /(?=\p{Lu}\p{Ll})(?<=\p{Ll}{2})/gu;
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
const SHORT_CITY = new RegExp(
  String.raw`(?=t\.?p)(?<!\p{L})t\.?p\.? ?(${Object.keys(CITIES).join('|')})(?!\p{L})`,
  'giu',
);
const FOLDED_CITIES = Object.keys(CITIES).map(foldMarks);
const SHORT_CITIES = FOLDED_CITIES.flatMap((city) => [`tp${city}`, `tp_${city}`, `p_${city}`]).join(' ');
/** Short forms at the end of a part, such as `T.Bình` or `H. Yên`, of the home province and of its former provinces. */
const HALF_PROVINCES = HOME_PROVINCE.formerly.map((name) => {
  const [first = '', last = ''] = name.split(' ');
  return [
    new RegExp(String.raw`(?<!\p{L})${first.charAt(0)}\. ?${last}(?= ?(?:[,.;]|$))`, 'giu'),
    name,
    foldMarks(`${first.charAt(0)}_${last}`),
  ] as const;
});
/** Names that contain a dash. */
const DASHED_NAME =
  /(?<=(?<!\p{L})(?:bà rịa|ba ria|phan rang)) ?[-–] ?(?=\p{L})|(?<=(?<!\p{L})br) ?[-–] ?(?=vt(?!\p{L}))|(?<=\p{L}) ?[-–] ?(?=(?:đà lạt|da lat|lăng cô|lang co|quốc tử giám|quoc tu giam)(?!\p{L}))(?<=(?<!\p{L})(?:xuân hương|xuan huong|cam ly|lâm viên|lam vien|xuân trường|xuan truong|lang biang|chân mây|chan may|văn miếu|van mieu) ?[-–] ?)/giu;
/** Matches the first of two labels, as forms with a printed `tỉnh` give it: `tỉnh TP Hưng Yên`. */
const PRINTED_PROVINCE =
  /(?=t[ỉi]nh)(?<!\p{L})(?:tỉnh|tinh)[:.]? (?=(?:tp|t\.p|thành phố|thanh pho)(?!\p{L})[. ]*\p{L})/giu;
/** Matches `T.trấn`. */
const HALF_SHORT = /(?=t[. t])(?<!\p{L})t\.? ?(?=(?:trấn|tran)(?!\p{L}) \p{Lu})/giu;
/** Matches `K.phố`. */
const HALF_QUARTER = /(?<!\p{L})k\. ?(?=(?:phố|pho)(?!\p{L}))/giu;
/** Matches a country that is named twice. */
const SECOND_COUNTRY =
  /(?=[ ,.-]+v)(?<=(?:việt nam|viet nam|vietnam))(?:[ ,.-]+(?:việt nam|viet nam|vietnam))+(?=[ .]*$)/iu;
const SPELT_SHORT = /(?=t\.)(?<!\p{L})T\.\s?([PTX])(?!\p{L})\.?/giu;
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
  /(?=[-–. ])(?<=(?<![\p{L}\d/-]|\d\.)\d+)(?:[-–.](?=[a-zđ](?![\p{L}\d]|\. ?[\p{L}\d]))| (?=[a-z]\/\d)| [-–] (?=[a-gk-oru-wyz](?![\p{L}\d.])))/giu;
const SPACED_RANGE =
  /(?<=^|(?<!(?:thôn|thon|xóm|xom|tổ|to|đội|doi|khu|phố|pho|tdp) )(?:số|so|sn|nhà|nha) ?:? ?)(\d{1,4})(\p{L}?) [-–] (?=(\d{1,4})(\p{L}?) ?(?:\p{L}|,|$))/giu;

/** The text before dates and plots are read: labels, cities, roads and buildings in one form. */
const OF_NAMES: readonly Rewriting[] = [
  [PRINTED_PROVINCE, '', 'tinh_tp tinh_t tinh_thanh'],
  [JOINED, ' ', 'aA'],
  [SHORT_CITY, (_whole, city = '') => `TP ${CITIES[city.toLowerCase()] ?? city}`, SHORT_CITIES],
  [DASHED_NAME, ' ', 'ba_ria phan_rang br_vt da_lat lang_co quoc_tu'],
  [HALF_SHORT, 'thị ', 't_tran ttran'],
  [HALF_QUARTER, 'khu ', 'k_pho'],
  [SECOND_COUNTRY, '', 'nam_viet nam_vietnam vietnam_viet vietnam_vietnam'],
  [SPELT_SHORT, 'T$1.', 't_p t_t t_x'],
  [DOTTED_ROAD, (_whole, road = '') => `${road.replace('.', '')} `, 'q_l d_t t_l d_h'],
  [ROAD_DASH, '$1 ', 'ql_# dt_# tl_# dh_# hl_# lo_#'],
  [NUMBERED_STREET, '', 'duong_so pho_so'],
  [DASHED_CODE, '', 'a-'],
  [CODE_FIRST, '$1', 'a-'],
  [SPACED_KM, '+', '#+'],
  ...HOUSE_FORMS,
  [NAMED_ALLEY, 'ngõ ', 'ng'],
  [KIOSK, 'kiot', 'kiot kios kiosk kiosque ki_ot'],
  [NEW_TOWN, 'KĐT ', 'vinhomes ecopark'],
  ...MALL_FORMS,
  [SEVERAL, '-', '#- #–'],
  [DASHED_BUILDING, ' ', 'a-'],
  [BUILDING, 'tòa nhà ', 'tang_# lau_#'],
];
/** The parts of a number in one form. */
const OF_NUMBERS: readonly Rewriting[] = [
  [SPACED_SLASH, '/', '/'],
  [ANY_DASH, '-', '#–'],
  [DASHED_LETTER, '', '#- #– #. a/'],
  [
    SPACED_RANGE,
    (whole = '', from = '', letter = '', to = '', last = '') =>
      Number(from) < Number(to) || (from === to && letter !== last) ? `${from}${letter}-` : whole,
    '- –',
  ],
];

/** Everything that is rewritten in an address before it is read. */
export const CLEANING: readonly Rewriting[] = [
  ...FORM_LABELS,
  ...REMARKS,
  ...HALF_PROVINCES,
  ...REPAIRED_LABELS,
  ...ENGLISH_UNITS,
  ...OF_NAMES,
  ...PLOTS,
  ...DATE_STREETS,
  ...OF_NUMBERS,
];
const REWRITER = new Rewriter(CLEANING);

/**
 * Cleans an address before it is split into words: removes headings, remarks, phones and e-mails, and writes its labels
 * and the parts of a number in one form.
 */
export function cleanAddress(text: string): string {
  const separated = ANY_SEPARATOR.test(text) ? text.replaceAll(SEPARATORS, ', ') : text;
  return REWRITER.rewrite(readTypedText(cleanText(separated)));
}
