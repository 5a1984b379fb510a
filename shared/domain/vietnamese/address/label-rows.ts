import { rowsOf } from '../text/rows-of.ts';

/** The kinds of parts of the premises. `unit` is inside a building, and `lot` replaces a house number. */
export type PartKind = 'number' | 'lane' | 'street' | 'road' | 'hamlet' | 'lot' | 'unit' | 'building';

/**
 * When a label counts:
 * - `number` before a code with a digit, `digits` before plain digits;
 * - `start` at the start of the text between two commas;
 * - `afterNumber` there too, or with a dot, or with its mark after a number;
 * - `letter` before one letter alone;
 * - `alley` before a number, or before a name where it is `ngõ` with its mark: `Ngô Quyền` and `Lý Thường Kiệt` are streets;
 * - `nothing` always, a street's only where a name follows.
 */
type Needs = 'number' | 'digits' | 'start' | 'afterNumber' | 'letter' | 'alley' | 'nothing';
/** One spelling of a label, the kind of its part, when it counts, and the label in the result where that is another. */
export type LabelRow = readonly [spelling: string, kind: PartKind, needs: Needs, label?: string];

/** `T3` is tầng 3 of a building and otherwise thôn 3. */
export const SHORT_HAMLET = 'T';

const rows = (kind: PartKind, needs: Needs, table: string): readonly LabelRow[] =>
  rowsOf(table).map(([spelling = '', label]) =>
    label === undefined ? [spelling, kind, needs] : [spelling, kind, needs, label],
  );

/** By kind and need, `spelling: label in the result`; a label without text is left out of the result. */
const ROWS: readonly LabelRow[] = [
  ...rows('number', 'number', 'số nhà: ; nhà số: ; s nhà: ; sn: ; no: ; số: ; km: km; km số: km'),
  ...rows('number', 'digits', 'nhà:'),
  ...rows('building', 'number', 'nhà'),
  ...rows('lane', 'alley', 'ngõ; kiệt: ngõ'),
  ...rows('lane', 'number', 'ng: ngõ; ngh: ngách; ngách; hẻm'),
  ...rows('road', 'nothing', 'quốc lộ: QL; tỉnh lộ: ĐT'),
  ...rows(
    'road',
    'number',
    `ql: QL; đường tỉnh: ĐT; đường tỉnh lộ: ĐT; đường quốc lộ: QL; huyện lộ: ĐH; hl: ĐH; tl: ĐT; đt: ĐT;
    đường huyện: ĐH; đh: ĐH`,
  ),
  ...rows('street', 'nothing', 'đại lộ: ; đường: ; phố: Phố; đg:'),
  ...rows('street', 'afterNumber', 'đl: ; đ:'),
  ...rows(
    'hamlet',
    'nothing',
    `khu công nghiệp: KCN; kcn: KCN; cụm công nghiệp: CCN; ccn: CCN; khu cn: KCN; cụm cn: CCN; khu đô thị: KĐT;
    kđt: KĐT; khu dân cư: KDC; kdc: KDC; khu tập thể: KTT; ktt: KTT; khu đấu giá; khu nhà ở; khu tái định cư;
    khu tđc: khu tái định cư; khu phố; kp: khu phố; tổ dân phố; tdp: tổ dân phố; khu vực; khóm; thôn; xóm; tiểu khu`,
  ),
  ...rows('hamlet', 'number', 'khu tt: KTT; kv: khu vực; tk: tiểu khu; tổ; đội; khu'),
  ...rows('hamlet', 'start', 'tập thể: KTT; nhà tập thể: KTT; làng: thôn; khu; bản'),
  ...rows('hamlet', 'digits', 't: T'),
  ...rows('hamlet', 'afterNumber', 'ấp; thị tứ'),
  ...rows('hamlet', 'letter', 'khu'),
  ...rows('lot', 'number', 'lô đất: lô; lô; thửa đất: thửa; thửa; tờ bản đồ: tờ; tờ; tờ bđ: tờ; tbđ: tờ'),
  ...rows('lot', 'letter', 'lô'),
  ...rows('unit', 'nothing', 'căn hộ: căn; tầng'),
  ...rows(
    'unit',
    'number',
    `căn; phòng; p: phòng; lầu: tầng; kiot; nhà xưởng; xưởng; kho; nhà kho: kho; gian hàng; quầy; sạp; shophouse`,
  ),
  ...rows('unit', 'digits', 'ch: căn'),
  ...rows(
    'building',
    'nothing',
    `tttm: tòa; trung tâm thương mại: tòa; khu tttm: tòa; khu trung tâm thương mại: tòa; nhà chung cư: chung cư;
    khu chung cư: chung cư; khu căn hộ: chung cư; chung cư; cc: chung cư; tòa nhà chung cư: chung cư;
    toà nhà chung cư: chung cư; tòa chung cư: chung cư; tòa nhà: tòa; toà nhà: tòa; tòa; toà: tòa; tòa tháp: tòa;
    toà tháp: tòa; đơn nguyên: tòa; block: tòa; khối thương mại; khối đế`,
  ),
  ...rows('building', 'start', 'tháp: tòa; khối'),
];

/** The parts that may be numbered with the word `số`: `ngõ số 5`, `lô số 3`. */
const NUMBERED: ReadonlySet<PartKind> = new Set(['lane', 'hamlet', 'lot', 'unit']);

/** All labels of the parts of a house's address inside its commune. */
export const LABEL_ROWS: readonly LabelRow[] = [
  ...ROWS,
  ...ROWS.filter(([, kind]) => NUMBERED.has(kind)).map(
    ([spelling, kind, , label = spelling]): LabelRow => [`${spelling} số`, kind, 'number', label],
  ),
];
