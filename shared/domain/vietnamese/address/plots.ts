import type { Rewriting } from './rewriting.ts';

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
export const PLOTS: readonly Rewriting[] = [
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
