import { PACKING_DICTIONARY } from './packing-dictionary.ts';

type Parts = Record<string, unknown>;

/** How parts of items are packed, and what is in them. */
interface PackingForm {
  readonly dictionary: Uint8Array;
  /** Make the parts of the form before into those of this one, and back; a form without them has the same parts. */
  readonly from?: (before: Parts) => Parts;
  readonly back?: (parts: Parts) => Parts;
}

/**
 * Every form in which items may be stored, the first as number 1. The code works on the parts of the last form. A new form
 * takes two releases, because the functions of two releases run beside each other: the first one reads it and writes the
 * form before, the second one writes it. An item keeps its form until something about it is written.
 */
export const PACKING_FORMS: readonly PackingForm[] = [{ dictionary: PACKING_DICTIONARY }];
/** The number of the form that is written. */
export const WRITTEN_FORM: number = 1;
