import { LABEL_ROWS, type LabelRow, type PartKind } from './label-rows.ts';
import type { CommuneKind } from './gazetteer.ts';
import type { Word } from './words.ts';

/** The words of an address and the labels among them. */
export interface AddressWords {
  readonly words: readonly Word[];
  /** The keys of all words with a space after each, and where each of them begins and ends: names are parts of it. */
  readonly keys: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** For each word, the label of a part of the premises that begins at it. */
  readonly parts: readonly (PartLabel | undefined)[];
  /** For each word, the label of an administrative unit that begins at it. */
  readonly units: readonly (UnitLabel | undefined)[];
  /** For each word, the kinds of the labels that end before it, where there are any. */
  readonly kindsBefore: readonly (readonly PartKind[] | undefined)[];
  /** The index from which `Việt Nam` is all that follows; the number of words where it isn't. */
  readonly country: number;
}

export interface PartLabel {
  readonly kind: PartKind;
  /** The label in the result. */
  readonly label: string;
  readonly words: number;
}

interface Compiled {
  readonly spelling: readonly string[];
  readonly bare: readonly string[];
  readonly row: LabelRow;
}

export type UnitLevel = 'commune' | 'district' | 'city' | 'province';

/**
 * The label of an administrative unit. `sure` means that it is written in full with its marks, or separated by a comma
 * or a dot.
 */
export interface UnitLabel {
  readonly level: UnitLevel;
  readonly words: number;
  readonly kind?: CommuneKind | undefined;
  readonly sure: boolean;
}

const TWO_WORDS: readonly (readonly [spelling: string, bare: string, level: UnitLevel, kind?: CommuneKind])[] = [
  ['thị trấn', 'thi tran', 'commune', 'Thị trấn'],
  ['thị xã', 'thi xa', 'district'],
  ['thành phố', 'thanh pho', 'city'],
  ['đặc khu', 'dac khu', 'commune', 'Đặc khu'],
];
/** The first words of these labels as keys; most words of an address begin none. */
const BEGIN_TWO_WORDS: ReadonlySet<string> = new Set(TWO_WORDS.map(([, bare]) => bare.split(' ')[0] ?? ''));
const ONE_WORD: readonly (readonly [spelling: string, bare: string, level: UnitLevel, kind?: CommuneKind])[] = [
  ['xã', 'xa', 'commune', 'Xã'],
  ['phường', 'phuong', 'commune', 'Phường'],
  ['huyện', 'huyen', 'district'],
  ['quận', 'quan', 'district'],
  ['tỉnh', 'tinh', 'province'],
];
const SHORT: Readonly<Record<string, readonly [level: UnitLevel, kind?: CommuneKind]>> = {
  x: ['commune', 'Xã'],
  p: ['commune', 'Phường'],
  ph: ['commune', 'Phường'],
  f: ['commune', 'Phường'],
  tt: ['commune', 'Thị trấn'],
  ttr: ['commune', 'Thị trấn'],
  h: ['district'],
  q: ['district'],
  tx: ['district'],
  tp: ['city'],
  t: ['province'],
};

/** The keys with which a label begins; most words of an address begin none. */
const BEGINNINGS: ReadonlySet<string> = new Set([
  ...BEGIN_TWO_WORDS,
  ...ONE_WORD.map(([, bare]) => bare),
  ...Object.keys(SHORT),
]);

const LONGEST_LABEL = 3;
const COUNTRY = /^(?:viet nam|vietnam|vn) $/;

/** Finds the labels among the words of an address. */
export function labelWords(words: readonly Word[]): AddressWords {
  const [starts, ends]: [number[], number[]] = [[], []];
  const parts: (PartLabel | undefined)[] = [];
  const units: (UnitLabel | undefined)[] = [];
  const kindsBefore: (readonly PartKind[] | undefined)[] = [];
  let keys = '';
  for (const [index, { key }] of words.entries()) {
    starts.push(keys.length);
    keys += key;
    ends.push(keys.length);
    keys += ' ';
    const part = partLabelAt(words, index);
    parts.push(part);
    units.push(unitLabelAt(words, index));
    if (!part || part.words > LONGEST_LABEL) continue;
    const end = index + part.words;
    kindsBefore[end] = [...(kindsBefore[end] ?? []), part.kind];
  }
  const country = [words.length - 2, words.length - 1].find((at) => at >= 0 && COUNTRY.test(keys.slice(starts[at])));
  return { words, keys, starts, ends, parts, units, kindsBefore, country: country ?? words.length };
}

const BY_FIRST = compile();

/** The longest label of a part of the premises at this token whose conditions are met. */
function partLabelAt(words: readonly Word[], index: number): PartLabel | undefined {
  const word = words[index];
  if (!word) return undefined;
  for (const { spelling, bare, row } of BY_FIRST.get(word.key) ?? []) {
    if (!isSpelt(words, index, spelling, bare)) continue;
    if (spelling[0] !== bare[0] && isInMarkedName(word, words[index - 1])) continue;
    if (!allowed(row, words, index, spelling.length)) continue;
    if (row[2] === 'start' && isNameWithoutMarks(spelling, bare, word, words[index + spelling.length])) continue;
    return { kind: row[1], label: row[3] ?? row[0], words: spelling.length };
  }
  return undefined;
}

/** Whether a capital word without marks continues a name with marks, so that Lê Hồng Phong 1 has no room 1 (phòng). */
function isInMarkedName(token: Word, before: Word | undefined): boolean {
  if (token.breakBefore || before === undefined || token.dot || token.lower !== token.key) return false;
  return /^\p{Lu}\p{Ll}{2}/u.test(token.text) && /^\p{Lu}/u.test(before.text) && /\P{ASCII}/u.test(before.text);
}

/** Whether a capital word without marks begins a name with marks, so that Lang Châu Nam has no label (làng). */
function isNameWithoutMarks(
  spelling: readonly string[],
  bare: readonly string[],
  token: Word,
  next: Word | undefined,
): boolean {
  if (spelling[0] === bare[0] || token.lower !== token.key || next?.breakBefore !== false) return false;
  return /^\p{Lu}\p{Ll}/u.test(token.text) && /^\p{Lu}/u.test(next.text) && /\P{ASCII}/u.test(next.text);
}

/**
 * Whether the words fit a label: a marked word needs the label's own marks (`Dương` is no `đường`), and an unmarked one
 * fits any.
 */
function isSpelt(words: readonly Word[], index: number, spelling: readonly string[], bare: readonly string[]): boolean {
  for (let offset = 0; offset < spelling.length; offset += 1) {
    const word = words[index + offset];
    if (!word || (offset > 0 && word.breakBefore)) return false;
    if (word.lower !== spelling[offset] && word.lower !== bare[offset]) return false;
  }
  return true;
}

function allowed([spelling, kind, needs]: LabelRow, words: readonly Word[], index: number, length: number): boolean {
  const first = words[index];
  const next = words[index + length]?.breakBefore ? undefined : words[index + length];
  const starts = first?.breakBefore === true;
  switch (needs) {
    case 'nothing':
      return kind !== 'street' || next !== undefined;
    case 'start':
      return starts;
    case 'afterNumber':
      return (
        starts ||
        first?.dot === true ||
        (first?.lower === spelling.split(' ')[0] && words[index - 1]?.hasDigit === true)
      );
    case 'digits':
      return next !== undefined && /^\d/.test(next.key);
    case 'number':
      return next?.hasDigit === true;
    case 'letter':
      return next !== undefined && /^[a-z]$/.test(next.key) && !next.dot;
    case 'alley':
      return next?.hasDigit === true
        ? starts || spelling !== 'kiệt' || words[index - 1]?.hasDigit === true
        : next !== undefined && first?.lower === 'ngõ';
  }
}

function compile(): ReadonlyMap<string, readonly Compiled[]> {
  const index = new Map<string, Compiled[]>();
  for (const row of LABEL_ROWS) {
    const spelling = row[0].split(' ');
    const bare = spelling.map(bareOf);
    const first = bare[0] ?? '';
    index.set(first, [...(index.get(first) ?? []), { spelling, bare, row }]);
  }
  for (const rows of index.values()) rows.sort((a, b) => b.spelling.length - a.spelling.length);
  return index;
}

function bareOf(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');
}

/** Finds the label of an administrative unit at this word, but not before a comma, in the name Huyền Trân, or in `tỉnh lộ`. */
function unitLabelAt(words: readonly Word[], index: number): UnitLabel | undefined {
  const word = words[index];
  const next = words[index + 1];
  if (!word || !next || !BEGINNINGS.has(word.key)) return undefined;
  if (!next.breakBefore && BEGIN_TWO_WORDS.has(word.key)) {
    const written = `${word.lower} ${next.lower}`;
    for (const [spelling, bare, level, kind] of TWO_WORDS) {
      if (written === spelling || written === bare)
        return words[index + 2]?.breakBefore === false ? { level, kind, words: 2, sure: true } : undefined;
    }
  }
  if (next.breakBefore || isNoUnit(word, next, words[index + 2])) return shortLabel(word, next);
  for (const [spelling, bare, level, kind] of ONE_WORD) {
    if (word.lower === spelling) return { level, kind, words: 1, sure: true };
    if (word.lower === bare) return { level, kind, words: 1, sure: word.breakBefore };
  }
  return shortLabel(word, next);
}

/** Words that only look like labels: `Huyền Trân` without marks, but not `huyện Trấn Yên`, and `tỉnh lộ 379`. */
function isNoUnit(word: Word, next: Word, afterNext: Word | undefined): boolean {
  const isPrincess = word.key === 'huyen' && word.lower !== 'huyện' && next.key === 'tran' && afterNext?.key !== 'yen';
  return isPrincess || (next.key === 'lo' && afterNext?.hasDigit === true);
}

/** Whether `P.` means a room, as in `P.301`, because a ward has at most two digits. */
function shortLabel(word: Word, next: Word): UnitLabel | undefined {
  const short = SHORT[word.lower];
  if (!short || ((next.breakBefore || word.lower === 'f') && !word.dot)) return undefined;
  if (next.hasDigit && !(/^(?:p|q|f|ph)$/.test(word.lower) && /^\d{1,2}$/.test(next.key))) return undefined;
  const [level, kind] = short;
  return { level, kind, words: 1, sure: word.breakBefore || word.dot };
}
