import type { Sender } from '../senders/sender.ts';
import { SHARED_KINDS, type SharedKind } from './band.ts';

/** A value that companies may share, by its kind and its keyed hash. */
export interface SharedValue {
  readonly kind: SharedKind;
  readonly ref: string;
  /** Whether it is uncertain that the company has the value, such as an address that may lie in another commune. */
  readonly unsure?: true | undefined;
  /** Whether only earlier registrations of the company have the value. */
  readonly former?: true | undefined;
  /** Whether an earlier registration had another value of the kind instead, and no bank reports this one. */
  readonly joined?: true | undefined;
  /** Whether a bank also, or only a bank, reports the value for the company in its register of accounts. */
  readonly atBank?: 'too' | 'alone' | undefined;
  /** The banks that report a receiver or a device of the company, sorted; nobody else can. */
  readonly toldBy?: readonly Sender[] | undefined;
}

/** A shared value as one text, which is the key of links and maps. */
export const valueKey = ({ kind, ref }: SharedValue): string => `${kind}#${ref}`;

/** The value of a key; undefined for other keys, such as that of a link which only finds the companies of a fact. */
export function valueOfKey(key: string): SharedValue | undefined {
  const kind = SHARED_KINDS.find((shared) => key.startsWith(`${shared}#`));
  return kind && { kind, ref: key.slice(kind.length + 1) };
}
