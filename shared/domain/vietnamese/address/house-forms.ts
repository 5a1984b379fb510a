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

/** Matches a house of Đà Nẵng or Huế, whose alley (kiệt) and branch (hẻm) come before its number: `K123/H5/45`. */
const HOUSE_OF_ALLEY = /(?=k\d)(?<![\p{L}\d])k(\d+\p{L}?)\/(?:h?(\d+\p{L}?)\/)?(\d+\p{L}?)(?![\d/])/giu;
/** Matches the same with the branch first, as in `H12/3 K45`. */
const HOUSE_OF_BRANCH =
  /(?=h\d)(?<![\p{L}\d])h(\d+\p{L}?)\/(\d+\p{L}?),? (?:k|kiệt |kiet )(\d+\p{L}?)(?![\d/]|\p{L})/giu;
/** Matches three or more houses, such as `336 - 338 - 340` or `2-4-6`. */
const SEVERAL_HOUSES =
  /(?=\d)(?<=^|[,:] ?|(?<!\p{L})(?:số|so|sn|nhà|nha) ?)(\d{1,4}\p{L}?)(?: ?[-–&+] ?\d{1,4}\p{L}?)+ ?[-–&+] ?(\d{1,4}\p{L}?)(?= \p{L})/giu;
/** Matches houses with commas, such as `Số 7, 8, 9 LK4`. */
const LISTED_HOUSES = /(?=s)(?<=^|[,:] ?)((?:số|so|sn) )(\d{1,4}(?:, ?\d{1,4}){1,5})(?= \p{Lu})/giu;
const HIGHEST_STEP = 2;
/** Matches a building that is called by its house number, as in `tòa nhà 60B Nguyễn Huy Tưởng`. */
const NUMBERED_BUILDING = /(?=t[oò])(?<!\p{L})(?:[Tt]òa|[Tt]oà|[Tt]oa) (?:nhà|nha) (?=\d{1,4}[A-Za-z]? \p{Lu}\p{Ll})/gu;
/** Matches a name in capitals before a house number, as in `VHTDT 404 Lý Bôn`, that is no label. */
const NAME_IN_CAPITALS =
  /^(?!(?:TH[ÔO]N|X[ÓO]M|KHU|T[ỔO]|[ĐD][ỘO]I|NG[ÕO]|PH[ỐO]|[ĐD][ƯU][ỜO]NG|TDP|KTT|K[ĐD]T|KCN|CCN|KDC|T[ẦA]NG|L[ẦA]U|PH[ÒO]NG|C[ĂA]N|KI[ỐO]T|S[ỐO]|NHÀ|NHA|QU[ỐO]C|KM|QL|TL|[ĐD]T|HL)(?!\p{L}))(\p{Lu}{3,8}) (?=\d{1,4}[A-Za-z]? \p{Lu}\p{Ll})/u;
/** Matches a house and its row, as in `D8 - TT18`. */
const HOUSE_AND_ROW =
  /(?= ?[-–])(?<=(?:^|[,;] ?|(?:số|so|lô|lo|căn|can|nhà|nha) )\p{Lu}\d{1,3}) ?[-–] ?(?=(?:TT|LK|BT|SH|NV)\d)/gu;
/** Matches a house number after all units, as in `…, Khoái Châu, Hưng Yên, SN 123`. */
const HOUSE_LAST =
  /^(?!(?:(?:số|so|sn|nhà|nha|lô|lo|tầng|tang) ?)*\d)([^,]+,.*), ?(?:sn|số nhà|so nha|nhà số|nha so) ?:? ?(\d{1,4}\p{L}?)[ .]*$/iu;
/** Matches a crossing: `ngã 3` is `ngã ba`. */
const CROSSING = /(?=ng[ãa] [3-7])(?<!\p{L})(ngã|nga) ([3-7])(?![\d/]|\p{L})/giu;
const WAYS: Readonly<Record<string, string>> = { 3: 'ba', 4: 'tư', 5: 'năm', 6: 'sáu', 7: 'bảy' };
const IN_TOWN = String.raw`(?=.*(?<!\p{L})(?:phường|phuong|quận|quan|p\.|q\.|hà nội|ha noi|hồ chí minh|hcm|đà nẵng|da nang)(?:\P{L}|$))`;
const NO_LABEL = String.raw`(?!(?:thôn|thon|xóm|xom|tổ|to|khu|số|so|sn|nhà|nha|ngõ|ngo|đường|duong|phố|pho|lô|lo|kcn|kđt|kdt|tòa|toa|toà)(?!\p{L}))`;
/** Matches a floor after a building's name in a town, as in `Keangnam T12, Phạm Hùng, phường Yên Hòa`. */
const FLOOR_AFTER = new RegExp(String.raw`^${NO_LABEL}(\p{L}[^,;\d]{3,40}) t\.?(\d{1,2})(?=, ?\p{L})${IN_TOWN}`, 'iu');
/** Matches the same with the floor first, as in `T15 Keangnam, Phạm Hùng, Hà Nội`. */
const FLOOR_BEFORE = new RegExp(
  String.raw`^t\.?(\d{1,2}),? ${NO_LABEL}(\p{L}[^,;]{3,40})(?=, ?(?:(?:số|so) )?[\p{L}\d])${IN_TOWN}`,
  'iu',
);

/** Parts of an address in the order in which they are read: a floor before its building, a house before its street. */
export const HOUSE_FORMS: readonly Rewriting[] = [
  [LISTED_HOUSES, (whole = '', label = '', list = '') => asRange(label, list) ?? whole, '#_#'],
  [NUMBERED_BUILDING, 'số ', 'toa_nha'],
  [NAME_IN_CAPITALS, '$1, ', 'CAPITALS_#'],
  [HOUSE_AND_ROW, '-', 'tt_# lk_# bt_# sh_# nv_#'],
  [HOUSE_LAST, 'số $2, $1', 'sn_# so_# nha_#'],
  [CROSSING, (_whole, crossing = '', ways = '') => `${crossing} ${WAYS[ways] ?? ways}`, 'nga_#'],
  [FLOOR_AFTER, 'tầng $2 tòa nhà $1', 't_#'],
  [FLOOR_BEFORE, 'tầng $1 tòa nhà $2', 't_#'],
  [
    HOUSE_OF_ALLEY,
    (_whole, alley = '', branch = '', house = '') =>
      branch === '' ? `số ${house} ngõ ${alley}` : `số ${house} ngách ${branch} ngõ ${alley}`,
    'k_#',
  ],
  [HOUSE_OF_BRANCH, 'số $2 ngách $1 ngõ $3', 'h_#'],
  [
    SEVERAL_HOUSES,
    (whole, first = '', last = '') =>
      Number.parseInt(first, 10) < Number.parseInt(last, 10) ? `${first}-${last}` : (whole ?? ''),
    '- – & +',
  ],
];

/** The range of houses in a row, which are at most two apart, as those on one side of a street are. */
function asRange(label: string, list: string): string | undefined {
  const numbers = list.split(',').map(Number);
  const inRow = numbers.every((number, place) => {
    const step = number - (numbers[place - 1] ?? number);
    return place === 0 || (step > 0 && step <= HIGHEST_STEP);
  });
  return inRow ? `${label}${numbers[0]}-${numbers.at(-1)}` : undefined;
}
