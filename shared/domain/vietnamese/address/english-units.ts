import { wordMap } from '../text/rows-of.ts';
import type { Rewriting } from './rewriting.ts';

/** English words for parts of an address, which follow the name: `Bai Say Street`, `Quang Trung Ward`. */
const AFTER_NAME = wordMap(`
  street: đường; st: đường; str: đường; road: đường; rd: đường; avenue: đường; boulevard: đường; ward: phường;
  commune: xã; town: thị trấn; township: thị trấn; district: huyện; dist: huyện; city: thành phố; province: tỉnh;
  prov: tỉnh; village: thôn; hamlet: thôn; industrial park: KCN; industrial zone: KCN; industrial cluster: CCN;
  ip: KCN; urban area: KĐT; new urban area: KĐT; residential area: KDC; residential group: tổ dân phố;
  building: tòa nhà; tower: tòa nhà; apartment: chung cư; apartment building: chung cư; market: chợ`);
/** The English labels that precede a number. */
const BEFORE_NUMBER = wordMap(`
  lot: lô; plot: lô; room: phòng; apartment: căn hộ; floor: tầng; alley: ngõ; lane: ngõ; hamlet: thôn; village: thôn;
  number: số; group: tổ; residential group: tổ dân phố; provincial road: đường tỉnh; national highway: quốc lộ;
  national road: quốc lộ; national route: quốc lộ; highway: quốc lộ; quarter: khu phố; ward: phường; district: quận;
  dist: quận`);
const longestFirst = (words: ReadonlyMap<string, string>): readonly string[] =>
  [...words.keys()].toSorted((a, b) => b.length - a.length);
const NAMES = longestFirst(AFTER_NAME);
const PREFIXES = longestFirst(BEFORE_NUMBER);
/** The words by which a text is in English, which `KĐT Spring City` alone is not. */
const ENGLISH =
  'street str st road avenue boulevard ward commune township dist district prov province industrial_park industrial_zone industrial_cluster residential_group alley lane';
/** Matches a whole text with such a word. */
const ENGLISH_TEXT =
  /^(?=.*(?<!\p{L})(?:street|str|st(?=\.? ?(?:,|$))|road|avenue|boulevard|ward|commune|township|dist|district|prov|province|industrial (?:park|zone|cluster)|residential group|alley|lane)(?!\p{L})).*$/isu;
const LABELLED = /^\s*(?:kđt|kdt|khu|tòa|toà|toa nha|chung cư|chung cu|cc)(?!\p{L})/iu;
/** A house number may come before the name. */
const NAMED = new RegExp(
  String.raw`^(\s*(?:(?:no\.?\s*)?\p{L}?\d\S*\s+)?)(\p{L}[^\n]*?|\d+)\s+(${NAMES.join('|')})\.?\s*$`,
  'iu',
);
const NUMBERED = new RegExp(
  String.raw`(?<!\p{L})(${PREFIXES.join('|')})\.?\s+(?:no\.?\s*)?(?=\p{L}{0,3}[ -]?\d)`,
  'giu',
);
/** Matches the end of a unit before another one without a comma: `Residential Group Kien Xuong Town`. */
const NEXT_UNIT =
  /(?<=\p{L} (?:street|road|avenue|boulevard|ward|commune|district|hamlet|village|residential group|industrial park|industrial zone)) (?=\p{Lu}\p{L}+ )/giu;
/** Matches the number of an estate behind its label, as in `Thang Long Industrial Park II`. */
const NUMBER_LAST =
  /(?=in|ur)(?<=\p{L} )(industrial (?:park|zone|cluster)|urban area) ([IVX]{1,4}|[A-D]|\d{1,2})(?=\s*(?:[,;]|$))/giu;
/** Matches a numbered road, whose word English puts before the number too: `Road 11`, `Road No. 3`. */
const NUMBERED_ROAD = /(?<=^|[,;] ?)(?:road|rd|street|str)\.? (?:no\.? ?)?(?=\p{L}?\d)/giu;
/** The trade of an estate, which English puts after its name. */
const TRADES = [[/(?<=, ?|^)([^,]+?) textile (?:and|&) garment(?= industrial)/giu, 'Dệt may $1']] as const;
/** Matches a lot with one letter, as in `Lot R`. */
const LETTER_LOT = /(?<!\p{L})(?:[Ll]ot|[Pp]lot)\.? (?=\p{Lu}(?![\p{L}\d]))/gu;
/** Matches a dash between two parts, but not in `479 - 481`. */
const DASH = / [-–] (?!\d)|(?<!\d) [-–] /gu;
const ORDINAL = /(?<!\p{L})(\d+)(?:st|nd|rd|th)\s+floor/giu;

/** A town (thị trấn) is a commune; one that has wards or communes is a thị xã. */
const IN_TOWN = /\s(?:ward|commune)(?!\p{L})/iu;

/** Writes `27 Bai Say Street, Lam Son Ward` as `27 đường Bai Say, phường Lam Son`, and leaves any other text as it is. */
export const ENGLISH_UNITS: readonly Rewriting[] = [[ENGLISH_TEXT, (text = '') => translated(text), ENGLISH]];

function translated(text: string): string {
  const hasCommune = IN_TOWN.test(text);
  const parted = text.replaceAll(DASH, ', ');
  return TRADES.reduce((read, [trade, word]) => read.replaceAll(trade, word), parted)
    .replaceAll(NUMBER_LAST, '$2 $1')
    .replaceAll(NEXT_UNIT, ', ')
    .replaceAll(LETTER_LOT, 'lô ')
    .replaceAll(NUMBERED_ROAD, 'đường ')
    .replaceAll(ORDINAL, 'tầng $1')
    .replaceAll(NUMBERED, (_whole, word: string) => `${BEFORE_NUMBER.get(word.toLowerCase()) ?? word} `)
    .split(',')
    .map((part) => (LABELLED.test(part) ? part : labelFirst(part, hasCommune)))
    .join(',');
}

function labelFirst(part: string, hasCommune: boolean): string {
  return part.replace(NAMED, (_whole, number: string, name: string, written: string) => {
    const word = written.toLowerCase();
    const label = word === 'town' && hasCommune ? 'thị xã' : (AFTER_NAME.get(word) ?? word);
    return `${number}${label} ${name}`;
  });
}
