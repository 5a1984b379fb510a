import { SHARED_KINDS, type SharedKind } from './band.ts';

/** A value that companies may share, by its kind and its keyed hash. */
export interface SharedValue {
  readonly kind: SharedKind;
  readonly ref: string;
  /** The text leaves open whether the company has it: an address that may lie in another commune. */
  readonly unsure?: true | undefined;
  /** Whether a bank tells it of the company too, in its own register of the company's account, or a bank alone does. */
  readonly atBank?: 'too' | 'alone' | undefined;
}

/** A shared value in one text, as links and maps name it. */
export const valueKey = ({ kind, ref }: SharedValue): string => `${kind}#${ref}`;

/** The value that a key names; undefined for a key that names none, such as a link that only finds whom a fact touches. */
export function valueOfKey(key: string): SharedValue | undefined {
  const kind = SHARED_KINDS.find((shared) => key.startsWith(`${shared}#`));
  return kind && { kind, ref: key.slice(kind.length + 1) };
}
