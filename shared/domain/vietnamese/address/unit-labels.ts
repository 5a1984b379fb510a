import type { CommuneKind } from './gazetteer.ts';
import { hasDigit, type Token } from './tokens.ts';

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

/** Finds the label of an administrative unit at this token, but not before a comma, in the name Huyền Trân, or in `tỉnh lộ`. */
export function unitLabelAt(tokens: readonly Token[], index: number): UnitLabel | undefined {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (!token || !next) return undefined;
  if (!next.breakBefore && BEGIN_TWO_WORDS.has(token.key)) {
    const written = `${token.lower} ${next.lower}`;
    for (const [spelling, bare, level, kind] of TWO_WORDS) {
      if (written === spelling || written === bare)
        return tokens[index + 2]?.breakBefore === false ? { level, kind, words: 2, sure: true } : undefined;
    }
  }
  if (next.breakBefore || isNoUnit(token, next, tokens[index + 2])) return shortLabel(token, next);
  for (const [spelling, bare, level, kind] of ONE_WORD) {
    if (token.lower === spelling) return { level, kind, words: 1, sure: true };
    if (token.lower === bare) return { level, kind, words: 1, sure: token.breakBefore };
  }
  return shortLabel(token, next);
}

/** Words that only look like labels: `Huyền Trân` without marks, but not `huyện Trấn Yên`, and `tỉnh lộ 379`. */
function isNoUnit(token: Token, next: Token, afterNext: Token | undefined): boolean {
  const isPrincess =
    token.key === 'huyen' && token.lower !== 'huyện' && next.key === 'tran' && afterNext?.key !== 'yen';
  return isPrincess || (next.key === 'lo' && hasDigit(afterNext));
}

/** Whether `P.` means a room, as in `P.301`, because a ward has at most two digits. */
function shortLabel(token: Token, next: Token): UnitLabel | undefined {
  const short = SHORT[token.lower];
  if (!short || ((next.breakBefore || token.lower === 'f') && !token.dot)) return undefined;
  if (hasDigit(next) && !(/^(?:p|q|f|ph)$/.test(token.lower) && /^\d{1,2}$/.test(next.key))) return undefined;
  const [level, kind] = short;
  return { level, kind, words: 1, sure: token.breakBefore || token.dot };
}
