import type { CommuneKind } from './gazetteer.ts';
import type { Word } from './words.ts';

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

/** Finds the label of an administrative unit at this word, but not before a comma, in the name Huyền Trân, or in `tỉnh lộ`. */
export function unitLabelAt(words: readonly Word[], index: number): UnitLabel | undefined {
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
