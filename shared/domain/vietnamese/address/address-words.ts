import { type PartLabel, partLabelAt } from './premises-labels.ts';
import type { PartKind } from './premises-label-rows.ts';
import { type UnitLabel, unitLabelAt } from './unit-labels.ts';
import { type Word, keyOf } from './words.ts';

/** The words of an address and the labels among them. */
export interface AddressWords {
  readonly words: readonly Word[];
  /** For each word, the label of a part of the premises that begins at it. */
  readonly parts: readonly (PartLabel | undefined)[];
  /** For each word, the label of an administrative unit that begins at it. */
  readonly units: readonly (UnitLabel | undefined)[];
  /** For each word, the kinds of the labels that end before it, where there are any. */
  readonly kindsBefore: readonly (readonly PartKind[] | undefined)[];
  /** The index from which `Việt Nam` is all that follows; the number of words where it isn't. */
  readonly country: number;
}

const LONGEST_LABEL = 3;
const COUNTRY = /^(?:viet nam|vietnam|vn)$/;

/** Finds the labels among the words of an address. */
export function addressWords(words: readonly Word[]): AddressWords {
  const parts = words.map((_, index) => partLabelAt(words, index));
  const kindsBefore: (readonly PartKind[] | undefined)[] = Array.from({ length: words.length });
  for (const [index, label] of parts.entries()) {
    if (!label || label.words > LONGEST_LABEL) continue;
    const end = index + label.words;
    kindsBefore[end] = [...(kindsBefore[end] ?? []), label.kind];
  }
  const country = [words.length - 2, words.length - 1].find(
    (at) => at >= 0 && COUNTRY.test(keyOf(words, at, words.length)),
  );
  return {
    words,
    parts,
    units: words.map((_, index) => unitLabelAt(words, index)),
    kindsBefore,
    country: country ?? words.length,
  };
}

/** Whether the name from here belongs to a label of one of these kinds, which ends before it. */
export const isAfterLabel = ({ kindsBefore }: AddressWords, index: number, kinds: readonly PartKind[]): boolean =>
  kindsBefore[index]?.some((kind) => kinds.includes(kind)) === true;
