import { HOME_PROVINCES } from './data/home-provinces.ts';
import { foldMarks } from './text/fold.ts';

/** Everything that a system states about the province that it serves. */
export interface HomeProvince {
  /** The province's code by QĐ 19/2025/QĐ-TTg. */
  readonly code: string;
  /** The name as a part of names of resources: `hung-yen`. */
  readonly slug: string;
  readonly name: string;
  readonly kind: 'tỉnh' | 'thành phố';
  /** The provinces from which it was formed on 01/07/2025, its own first. */
  readonly formerly: readonly string[];
  /** The number of its communes and wards. */
  readonly communes: number;
  /** The province's name in the `source` of the events that receivers get. */
  readonly source: string;
  /** The prefix of the types of these events. */
  readonly events: string;
  /** Short forms that only its own people use, such as `TP.TB` or `HY`. */
  readonly shortNames: Readonly<Record<string, string>>;
  /** The landline codes before 2017 and since. */
  readonly landlines: Readonly<Record<string, string>>;
  readonly police: string;
  /** The issuer of its papers for the letterhead, with place and symbol (NĐ 30/2020/NĐ-CP, Annex I). */
  readonly issuer: {
    /** The position of its head, who signs. */
    readonly signedBy: string;
    readonly over: string;
    readonly name: string;
    readonly symbol: string;
    readonly place: string;
  };
}

/** The cities under the central government. */
const CENTRAL_CITIES: ReadonlySet<string> = new Set([
  'Hà Nội',
  'Hải Phòng',
  'Huế',
  'Đà Nẵng',
  'Đồng Nai',
  'Hồ Chí Minh',
  'Cần Thơ',
]);

const wordsOf = (name: string): readonly string[] =>
  foldMarks(name)
    .split(/[^a-z]+/u)
    .filter(Boolean);
const slugOf = (name: string): string => wordsOf(name).join('-');
const initialsOf = (name: string): string =>
  wordsOf(name)
    .map((word) => word.charAt(0))
    .join('');

/** The province of the given code or name, such as `33` or `hung-yen`; undefined where there is none. */
export function findHomeProvince(named: string): HomeProvince | undefined {
  const row = HOME_PROVINCES.find(([code, name]) => code === named || slugOf(name) === named);
  if (!row) return undefined;
  const [code, name, joined, communes, landlines] = row;
  const formerly = [name, ...joined.split(', ').filter((one) => one !== '')];
  const kind = CENTRAL_CITIES.has(name) ? 'thành phố' : 'tỉnh';
  return {
    code,
    slug: slugOf(name),
    name,
    kind,
    formerly,
    communes,
    source: `urn:haukiem:${slugOf(name)}`,
    events: `vn.gov.${wordsOf(name).join('')}.haukiem`,
    shortNames: Object.fromEntries(formerly.map((one) => [initialsOf(one), one])),
    landlines: Object.fromEntries(
      landlines
        .split(', ')
        .filter((one) => one !== '')
        .map((one) => one.split(' ')),
    ),
    police: `Công an ${kind} ${name}`,
    issuer: {
      signedBy: 'GIÁM ĐỐC',
      over: `UBND ${kind} ${name}`.toLocaleUpperCase('vi'),
      name: 'SỞ TÀI CHÍNH',
      symbol: 'STC-ĐKKD',
      place: name,
    },
  };
}
