import type { ComparedField } from '../person-verdict.ts';
import type { DeclaredPerson } from '../registration.ts';

/** A person as they may have been meant: a yes to `person` means that `field` should read `value`. */
export interface SlipVariant {
  readonly person: DeclaredPerson;
  readonly field: ComparedField;
  readonly value: string;
  readonly as: 'match' | 'variation' | 'correctable';
  /** The name was typed without marks, and can only be compared without them. */
  readonly ignoreMarks?: boolean;
}
