import { hasDigit, type Token } from './tokens.ts';

/** The kinds of parts of the premises. `unit` is inside a building, and `lot` replaces a house number. */
export type PartKind = 'number' | 'lane' | 'street' | 'road' | 'hamlet' | 'lot' | 'unit' | 'building';

export interface PartLabel {
  readonly kind: PartKind;
  /** The label in the result. */
  readonly label: string;
  readonly words: number;
}

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
type LabelRow = readonly [spelling: string, kind: PartKind, needs: Needs, label?: string];

/** `T3` is tầng 3 of a building and otherwise thôn 3. */
export const SHORT_HAMLET = 'T';

const ROWS: readonly LabelRow[] = [
  ['số nhà', 'number', 'number', ''],
  ['nhà số', 'number', 'number', ''],
  ['s nhà', 'number', 'number', ''],
  ['sn', 'number', 'number', ''],
  ['no', 'number', 'number', ''],
  ['số', 'number', 'number', ''],
  ['nhà', 'number', 'digits', ''],
  ['nhà', 'building', 'number'],
  ['km', 'number', 'number', 'km'],
  ['km số', 'number', 'number', 'km'],
  ['ngõ', 'lane', 'alley'],
  ['ng', 'lane', 'number', 'ngõ'],
  ['ngõ số', 'lane', 'number', 'ngõ'],
  ['ngách số', 'lane', 'number', 'ngách'],
  ['hẻm số', 'lane', 'number', 'hẻm'],
  ['ngách', 'lane', 'number'],
  ['hẻm', 'lane', 'number'],
  ['kiệt', 'lane', 'alley', 'ngõ'],
  ['quốc lộ', 'road', 'nothing', 'QL'],
  ['ql', 'road', 'number', 'QL'],
  ['tỉnh lộ', 'road', 'nothing', 'ĐT'],
  ['đường tỉnh', 'road', 'number', 'ĐT'],
  ['đường tỉnh lộ', 'road', 'number', 'ĐT'],
  ['đường quốc lộ', 'road', 'number', 'QL'],
  ['huyện lộ', 'road', 'number', 'ĐH'],
  ['hl', 'road', 'number', 'ĐH'],
  ['tl', 'road', 'number', 'ĐT'],
  ['đt', 'road', 'number', 'ĐT'],
  ['đường huyện', 'road', 'number', 'ĐH'],
  ['đh', 'road', 'number', 'ĐH'],
  ['đại lộ', 'street', 'nothing', ''],
  ['đường', 'street', 'nothing', ''],
  ['phố', 'street', 'nothing', 'Phố'],
  ['đg', 'street', 'nothing', ''],
  ['đ', 'street', 'afterNumber', ''],
  ['khu công nghiệp', 'hamlet', 'nothing', 'KCN'],
  ['kcn', 'hamlet', 'nothing', 'KCN'],
  ['cụm công nghiệp', 'hamlet', 'nothing', 'CCN'],
  ['ccn', 'hamlet', 'nothing', 'CCN'],
  ['khu cn', 'hamlet', 'nothing', 'KCN'],
  ['cụm cn', 'hamlet', 'nothing', 'CCN'],
  ['khu đô thị', 'hamlet', 'nothing', 'KĐT'],
  ['kđt', 'hamlet', 'nothing', 'KĐT'],
  ['khu dân cư', 'hamlet', 'nothing', 'KDC'],
  ['kdc', 'hamlet', 'nothing', 'KDC'],
  ['khu tập thể', 'hamlet', 'nothing', 'KTT'],
  ['ktt', 'hamlet', 'nothing', 'KTT'],
  ['tập thể', 'hamlet', 'start', 'KTT'],
  ['nhà tập thể', 'hamlet', 'start', 'KTT'],
  ['khu đấu giá', 'hamlet', 'nothing'],
  ['khu nhà ở', 'hamlet', 'nothing'],
  ['khu tái định cư', 'hamlet', 'nothing'],
  ['khu tđc', 'hamlet', 'nothing', 'khu tái định cư'],
  ['khu phố', 'hamlet', 'nothing'],
  ['kp', 'hamlet', 'nothing', 'khu phố'],
  ['tổ dân phố', 'hamlet', 'nothing'],
  ['tdp', 'hamlet', 'nothing', 'tổ dân phố'],
  ['tổ dân phố số', 'hamlet', 'number', 'tổ dân phố'],
  ['tdp số', 'hamlet', 'number', 'tổ dân phố'],
  ['khu phố số', 'hamlet', 'number', 'khu phố'],
  ['khu vực', 'hamlet', 'nothing'],
  ['kv', 'hamlet', 'number', 'khu vực'],
  ['khóm', 'hamlet', 'nothing'],
  ['tk', 'hamlet', 'number', 'tiểu khu'],
  ['tổ số', 'hamlet', 'number', 'tổ'],
  ['đội số', 'hamlet', 'number', 'đội'],
  ['thôn số', 'hamlet', 'number', 'thôn'],
  ['xóm số', 'hamlet', 'number', 'xóm'],
  ['khu số', 'hamlet', 'number', 'khu'],
  ['tổ', 'hamlet', 'number'],
  ['đội', 'hamlet', 'number'],
  ['thôn', 'hamlet', 'nothing'],
  ['t', 'hamlet', 'digits', SHORT_HAMLET],
  ['xóm', 'hamlet', 'nothing'],
  ['ấp', 'hamlet', 'afterNumber'],
  ['làng', 'hamlet', 'start', 'thôn'],
  ['tiểu khu', 'hamlet', 'nothing'],
  ['khu', 'hamlet', 'start'],
  ['khu', 'hamlet', 'letter'],
  ['bản', 'hamlet', 'start'],
  ['lô đất số', 'lot', 'number', 'lô'],
  ['lô đất', 'lot', 'number', 'lô'],
  ['lô số', 'lot', 'number', 'lô'],
  ['lô', 'lot', 'number'],
  ['lô', 'lot', 'letter'],
  ['thửa đất số', 'lot', 'number', 'thửa'],
  ['thửa đất', 'lot', 'number', 'thửa'],
  ['thửa số', 'lot', 'number', 'thửa'],
  ['thửa', 'lot', 'number'],
  ['tờ bản đồ số', 'lot', 'number', 'tờ'],
  ['tờ bản đồ', 'lot', 'number', 'tờ'],
  ['tờ', 'lot', 'number'],
  ['tờ số', 'lot', 'number', 'tờ'],
  ['tờ bđ', 'lot', 'number', 'tờ'],
  ['tờ bđ số', 'lot', 'number', 'tờ'],
  ['tbđ', 'lot', 'number', 'tờ'],
  ['tbđ số', 'lot', 'number', 'tờ'],
  ['căn hộ số', 'unit', 'number', 'căn'],
  ['căn hộ', 'unit', 'nothing', 'căn'],
  ['căn số', 'unit', 'number', 'căn'],
  ['căn', 'unit', 'number'],
  ['ch', 'unit', 'digits', 'căn'],
  ['phòng số', 'unit', 'number', 'phòng'],
  ['phòng', 'unit', 'number'],
  ['p', 'unit', 'number', 'phòng'],
  ['tầng', 'unit', 'nothing'],
  ['lầu', 'unit', 'number', 'tầng'],
  ['kiot', 'unit', 'number'],
  ['nhà xưởng', 'unit', 'number'],
  ['nhà xưởng số', 'unit', 'number', 'nhà xưởng'],
  ['xưởng', 'unit', 'number'],
  ['xưởng số', 'unit', 'number', 'xưởng'],
  ['kho', 'unit', 'number'],
  ['kho số', 'unit', 'number', 'kho'],
  ['nhà kho', 'unit', 'number', 'kho'],
  ['nhà kho số', 'unit', 'number', 'kho'],
  ['gian hàng', 'unit', 'number'],
  ['gian hàng số', 'unit', 'number', 'gian hàng'],
  ['quầy', 'unit', 'number'],
  ['quầy số', 'unit', 'number', 'quầy'],
  ['sạp', 'unit', 'number'],
  ['sạp số', 'unit', 'number', 'sạp'],
  ['tttm', 'building', 'nothing', 'tòa'],
  ['trung tâm thương mại', 'building', 'nothing', 'tòa'],
  ['nhà chung cư', 'building', 'nothing', 'chung cư'],
  ['khu chung cư', 'building', 'nothing', 'chung cư'],
  ['chung cư', 'building', 'nothing'],
  ['cc', 'building', 'nothing', 'chung cư'],
  ['tòa nhà chung cư', 'building', 'nothing', 'chung cư'],
  ['toà nhà chung cư', 'building', 'nothing', 'chung cư'],
  ['tòa chung cư', 'building', 'nothing', 'chung cư'],
  ['tòa nhà', 'building', 'nothing', 'tòa'],
  ['toà nhà', 'building', 'nothing', 'tòa'],
  ['tòa', 'building', 'nothing'],
  ['toà', 'building', 'nothing', 'tòa'],
  ['tòa tháp', 'building', 'nothing', 'tòa'],
  ['toà tháp', 'building', 'nothing', 'tòa'],
  ['tháp', 'building', 'start', 'tòa'],
  ['đơn nguyên', 'building', 'nothing', 'tòa'],
  ['block', 'building', 'nothing', 'tòa'],
  ['khối', 'building', 'start'],
  ['khối thương mại', 'building', 'nothing'],
  ['khối đế', 'building', 'nothing'],
  ['shophouse', 'unit', 'number'],
];

interface Compiled {
  readonly words: readonly string[];
  readonly bare: readonly string[];
  readonly row: LabelRow;
}

const BY_FIRST = compile();

/** The longest label of a part of the premises at this token whose conditions are met. */
export function partLabelAt(tokens: readonly Token[], index: number): PartLabel | undefined {
  const token = tokens[index];
  if (!token) return undefined;
  for (const { words, bare, row } of BY_FIRST.get(token.key) ?? []) {
    if (!words.every((word, offset) => isWord(tokens[index + offset], word, bare[offset] ?? '', offset))) continue;
    if (!allowed(row, tokens, index, words.length)) continue;
    return { kind: row[1], label: row[3] ?? row[0], words: words.length };
  }
  return undefined;
}

/**
 * Whether a word fits a label: a marked word needs the label's own marks (`Dương` is no `đường`), and an unmarked one
 * fits any.
 */
function isWord(token: Token | undefined, word: string, bare: string, offset: number): boolean {
  if (!token || (offset > 0 && token.breakBefore)) return false;
  return token.lower === word || token.lower === bare;
}

function allowed([spelling, kind, needs]: LabelRow, tokens: readonly Token[], index: number, length: number): boolean {
  const first = tokens[index];
  const next = tokens[index + length]?.breakBefore ? undefined : tokens[index + length];
  const starts = first?.breakBefore === true;
  switch (needs) {
    case 'nothing':
      return kind !== 'street' || next !== undefined;
    case 'start':
      return starts;
    case 'afterNumber':
      return starts || first?.dot === true || (first?.lower === spelling && hasDigit(tokens[index - 1]));
    case 'digits':
      return next !== undefined && /^\d/.test(next.key);
    case 'number':
      return hasDigit(next);
    case 'letter':
      return next !== undefined && /^[a-z]$/.test(next.key) && !next.dot;
    case 'alley':
      return hasDigit(next)
        ? starts || spelling !== 'kiệt' || hasDigit(tokens[index - 1])
        : next !== undefined && first?.lower === 'ngõ';
  }
}

function compile(): ReadonlyMap<string, readonly Compiled[]> {
  const index = new Map<string, Compiled[]>();
  for (const row of ROWS) {
    const words = row[0].split(' ');
    const bare = words.map(bareOf);
    const first = bare[0] ?? '';
    index.set(first, [...(index.get(first) ?? []), { words, bare, row }]);
  }
  for (const rows of index.values()) rows.sort((a, b) => b.words.length - a.words.length);
  return index;
}

function bareOf(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');
}
