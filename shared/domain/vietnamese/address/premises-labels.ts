import { LABEL_ROWS, type LabelRow, type PartKind } from './premises-label-rows.ts';
import { hasDigit, type Token } from './tokens.ts';

export interface PartLabel {
  readonly kind: PartKind;
  /** The label in the result. */
  readonly label: string;
  readonly words: number;
}

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
    if (words[0] !== bare[0] && isInMarkedName(token, tokens[index - 1])) continue;
    if (!allowed(row, tokens, index, words.length)) continue;
    if (row[2] === 'start' && isNameWithoutMarks(words, bare, token, tokens[index + words.length])) continue;
    return { kind: row[1], label: row[3] ?? row[0], words: words.length };
  }
  return undefined;
}

/** Whether a capital word without marks continues a name with marks, so that Lê Hồng Phong 1 has no room 1 (phòng). */
function isInMarkedName(token: Token, before: Token | undefined): boolean {
  if (token.breakBefore || before === undefined || token.dot || token.lower !== token.key) return false;
  return /^\p{Lu}\p{Ll}{2}/u.test(token.text) && /^\p{Lu}/u.test(before.text) && /\P{ASCII}/u.test(before.text);
}

/** Whether a capital word without marks begins a name with marks, so that Lang Châu Nam has no label (làng). */
function isNameWithoutMarks(
  words: readonly string[],
  bare: readonly string[],
  token: Token,
  next: Token | undefined,
): boolean {
  if (words[0] === bare[0] || token.lower !== token.key || next?.breakBefore !== false) return false;
  return /^\p{Lu}\p{Ll}/u.test(token.text) && /^\p{Lu}/u.test(next.text) && /\P{ASCII}/u.test(next.text);
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
      return starts || first?.dot === true || (first?.lower === spelling.split(' ')[0] && hasDigit(tokens[index - 1]));
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
  for (const row of LABEL_ROWS) {
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
