/** Plots of a new town: biệt thự `BT2-15`, liền kề `LK05-12`, `SH05`, which stand for the number of a house. */
const PLOT =
  /(?<!\p{L})(?:(?:lô|lo|căn|can|nhà|nha|số nhà|so nha|sn|số|so) )?(?:(?:biệt thự|biet thu|liền kề|lien ke|shophouse) )?(bt|lk|sh)[ -]?(?=\d)/giu;
/** `Shophouse SB12-35`. */
const CODED = /(?<!\p{L})(?:biệt thự|biet thu|liền kề|lien ke|shophouse) (?=\p{L}{1,3}\d)/giu;
const ROW_HOUSE = /(?<!\p{L})(?:(?:lô|lo|căn|can|nhà|nha) )?(?:liền kề|lien ke) (?=\d)/giu;
/** `Số 12 LK3`, `lô 12, BT3`: plot 12 of the row. */
const OF_ROW =
  /(?<!\p{L})(?:lô|lo|căn|can|ô|nhà|nha|số|so|sn)(?: đất| dat)?(?: số| so)? (\d{1,3})(?:,| -)? (?:biệt thự |biet thu |liền kề |lien ke )?(bt|lk|sh)[ -]?(\d{1,2})(?![\d-])/giu;
const PART_OF = /(?<!\p{L})(?:một|mot|1) (?:phần|phan) (?:của |cua )?(?=(?:lô|lo|thửa|thua)(?!\p{L}))/giu;
/** `lô B5, B6`, `lô B5 và B6`. */
const LOTS =
  /(?<=(?<!\p{L})(?:lô|lo)(?: đất| dat)?(?: số| so)? (\p{L}{1,2})-?\d{1,3})(?: ?[,+&] ?| và | va )(?=\1-?\d{1,3}(?![\p{L}\d]))/giu;
const LOT_CODE = /(?<=(?<!\p{L})(?:lô|lo)(?: đất| dat)?(?: số| so)? [a-z]{1,3})[ -](?=\d)/giu;
const SPACED_LOT =
  /((?<!\p{L})(?:lô|lo|thửa|thua)(?: đất| dat)?(?: số| so)? \p{L}{0,3}\d+\p{L}?) [-–] (?=\p{L}{0,2}\d)/giu;

/** One way of writing the plots of a new town and the lots of an estate. */
export function canonicalPlots(text: string): string {
  return text
    .replaceAll(PART_OF, '')
    .replaceAll(OF_ROW, 'số $2$3-$1')
    .replaceAll(ROW_HOUSE, 'số LK')
    .replaceAll(PLOT, 'số $1')
    .replaceAll(CODED, 'số ')
    .replaceAll(LOT_CODE, '')
    .replaceAll(LOTS, '-')
    .replaceAll(SPACED_LOT, '$1-');
}
