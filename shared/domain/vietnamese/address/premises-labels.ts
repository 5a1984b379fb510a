import { LABEL_ROWS, type LabelRow, type PartKind } from './premises-label-rows.ts';
import type { Word } from './words.ts';

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

const BY_FIRST = compile();

/** The longest label of a part of the premises at this token whose conditions are met. */
export function partLabelAt(words: readonly Word[], index: number): PartLabel | undefined {
  const word = words[index];
  if (!word) return undefined;
  for (const { spelling, bare, row } of BY_FIRST.get(word.key) ?? []) {
    if (!spelling.every((part, offset) => isWord(words[index + offset], part, bare[offset] ?? '', offset))) continue;
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
 * Whether a word fits a label: a marked word needs the label's own marks (`Dương` is no `đường`), and an unmarked one
 * fits any.
 */
function isWord(token: Word | undefined, word: string, bare: string, offset: number): boolean {
  if (!token || (offset > 0 && token.breakBefore)) return false;
  return token.lower === word || token.lower === bare;
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
