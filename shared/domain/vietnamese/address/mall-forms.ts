import type { Rewriting } from './rewriting.ts';

/** A shopping centre whose name does not contain a label. */
const MALL =
  /(?=(?:vincom|aeon)(?!\p{L}))(?<!\p{L})(?<!(?:tòa|toa|tòa nhà|toa nha|tttm|tâm thương mại|tam thuong mai) )/giu;
/** Matches a shop's code before its floor or its shopping centre, as in `L3 - 07 Tầng 3, TTTM Vincom` or `T2-60 Aeon Mall`. */
const SHOP_FIRST =
  /(?=[bglt]\d)(?<=^|[,;(] ?)([bglt]\d)(?: ?[-–] ?| )(\d{1,3}\p{L}?)(?: ?[-–] ?(\d{1,3}\p{L}?))?,? (?=(?:(?:tầng|tang|lầu|lau) \d[^;]{0,30})?(?<!\p{L})(?:tttm|trung tâm thương mại|trung tam thuong mai|vincom|aeon)(?!\p{L}))/giu;
/** Matches it behind the name, as in `Vincom Plaza Tuy Hòa L1 06-08`. */
const SHOP_LAST =
  /(?= [bglt]\d)(?<=(?<!\p{L})(?:vincom|aeon)(?: \p{L}+){1,6}) ([bglt]\d)(?: ?[-–] ?| )(\d{1,3}\p{L}?)(?: ?[-–] ?(\d{1,3}\p{L}?))?(?=,|$)/giu;
/** Matches the house number behind the name, as in `Vincom Plaza 460 Lý Bôn`, unless the street is a date. */
const NUMBER_AFTER =
  /(?= \d)(?<=(?<!\p{L})(?:vincom|aeon)(?: \p{L}+){0,5}) (?=\d{1,4}[A-Za-z]? (?!tháng|thang)\p{L}{2})/giu;

const shop = (floor = '', first = '', last = ''): string =>
  `gian hàng ${[floor, first, last].filter(Boolean).join('-')}`;

/** The shops of a shopping centre, its name and its house number in one form. */
export const MALL_FORMS: readonly Rewriting[] = [
  [SHOP_FIRST, (_whole, floor, first, last) => `${shop(floor, first, last)} `, 'b_# g_# l_# t_#'],
  [SHOP_LAST, (_whole, floor, first, last) => `, ${shop(floor, first, last)}`, 'vincom aeon'],
  [NUMBER_AFTER, ', ', 'vincom aeon'],
  [MALL, 'tòa nhà ', 'vincom aeon'],
];
