import type { ComparedField } from '../person-verdict.ts';
import type { DeclaredPerson } from '../registration.ts';

/** A person with one typo corrected. Where the police confirm `person`, `field` should have `value`. */
export interface TypoVariant {
  readonly person: DeclaredPerson;
  readonly field: ComparedField;
  readonly value: string;
  readonly as: 'match' | 'variation' | 'correctable';
  /** Whether the name was typed without marks and can only be compared without them. */
  readonly ignoreMarks?: boolean;
}
