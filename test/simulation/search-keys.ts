import { itemsOf } from './end-state.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

const isOf = (kind: string, { record }: Attributes): boolean => String(record).startsWith(`${kind}#`);

/** The content of a version by which its search keys find it. */
const contentOf = ({ documentNumber, fullName, dateOfBirth }: Attributes): string =>
  JSON.stringify([documentNumber, fullName, dateOfBirth]);

const keyOf = ({ ref, record }: Attributes): string => `${String(ref)} ${String(record)}`;

/** Whether no version stands of what the search key finds. */
export function leadsNowhere(world: World, item: Attributes): boolean {
  if (!isOf('found', item)) return false;
  const content = contentOf(item);
  return !itemsOf(world, 'PoliceRecords').some((other) => isOf('version', other) && contentOf(other) === content);
}

/**
 * A slow reader of wrong content may write search keys of a person after the reader of the right content has deleted
 * that version: they lead to the person's number, and decide nothing. Those that were there before go with the version.
 */
export class SearchKeys {
  readonly #put = new Map<string, number>();
  readonly #deleted = new Map<string, number>();
  #written = 0;

  /** Is called for each write to the table of the police's records. */
  wrote(before: Attributes | undefined, after: Attributes | undefined): void {
    this.#written += 1;
    if (after && isOf('found', after)) this.#put.set(keyOf(after), this.#written);
    if (before && !after && isOf('version', before)) this.#deleted.set(contentOf(before), this.#written);
  }

  /** The search keys that should have gone with their versions. */
  left(world: World): readonly string[] {
    return itemsOf(world, 'PoliceRecords').flatMap((item) => {
      const isOlder = (this.#put.get(keyOf(item)) ?? 0) < (this.#deleted.get(contentOf(item)) ?? 0);
      return isOlder && leadsNowhere(world, item) ? [keyOf(item)] : [];
    });
  }
}
