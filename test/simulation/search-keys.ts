import { itemsOf, tableNamed } from './end-state.ts';
import type { InvocationTrace } from './invocation-trace.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

export const isOf = (kind: string, { record }: Attributes): boolean => String(record).startsWith(`${kind}#`);

/** The content of a version by which its search keys find it. */
export const contentOf = ({ documentNumber, fullName, dateOfBirth }: Attributes): string =>
  JSON.stringify([documentNumber, fullName, dateOfBirth]);

export const fileOf = ({ from }: Attributes): string => String((from as { file?: string } | undefined)?.file);

const keyOf = ({ ref, record }: Attributes): string => `${String(ref)} ${String(record)}`;

/** The contents of all versions of people that stand. */
export const versionsIn = (world: World): ReadonlySet<string> =>
  new Set(itemsOf(world, 'PoliceRecords').flatMap((item) => (isOf('version', item) ? [contentOf(item)] : [])));

/** Whether the item is a search key of which no version stands, or leads from an old number, which a version must say too. */
export const decidesNothing = (item: Attributes, versions: ReadonlySet<string>): boolean =>
  isOf('alias', item) || leadsNowhere(item, versions);

/** Whether the item is a search key of which no version stands. */
const leadsNowhere = (item: Attributes, versions: ReadonlySet<string>): boolean =>
  isOf('found', item) && !versions.has(contentOf(item));

/** The people with more old numbers in their versions than lead to them. */
export function withoutAlias(world: World): readonly unknown[] {
  const items = itemsOf(world, 'PoliceRecords');
  const old = new Map<unknown, Set<unknown>>();
  for (const { record, documentNumber, oldNumber } of items)
    if (isOf('version', { record }) && oldNumber !== undefined && oldNumber !== documentNumber)
      old.set(documentNumber, (old.get(documentNumber) ?? new Set()).add(oldNumber));
  const leading = (number: unknown) => items.filter((item) => isOf('alias', item) && item['alias'] === number).length;
  return [...old].flatMap(([number, numbers]) => (leading(number) < numbers.size ? [number] : []));
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
    if (!before || after || !isOf('version', before)) return;
    this.#deleted.set(contentOf(before), this.#written);
    this.#deleted.set(`${contentOf(before)} of ${fileOf(before)}`, this.#written);
  }

  /** The search keys that still belong to a file whose version is deleted, and should belong to another file's. */
  leftTo(world: World): readonly string[] {
    const items = itemsOf(world, 'PoliceRecords');
    const standing = items.filter((item) => isOf('version', item));
    return items.flatMap((item) => {
      if (!isOf('found', item)) return [];
      const alike = standing.filter((one) => contentOf(one) === contentOf(item)).map(fileOf);
      const file = String(item['lastReadIn']);
      const isOlder = (this.#put.get(keyOf(item)) ?? 0) < (this.#deleted.get(`${contentOf(item)} of ${file}`) ?? 0);
      return isOlder && alike.length > 0 && !alike.includes(file) ? [`${keyOf(item)} of ${file}`] : [];
    });
  }

  /** The search keys that should have gone with their versions. */
  left(world: World): readonly string[] {
    const versions = versionsIn(world);
    return itemsOf(world, 'PoliceRecords').flatMap((item) => {
      const isOlder = (this.#put.get(keyOf(item)) ?? 0) < (this.#deleted.get(contentOf(item)) ?? 0);
      return isOlder && leadsNowhere(item, versions) ? [keyOf(item)] : [];
    });
  }
}

/**
 * Whether a search key leads to a version that was of the drop being read when the function looked at it last. A slow
 * reader of an earlier drop may have stored the same version over it, which then goes with its keys until the file is
 * read again.
 */
export const leadsToVersionRead = (key: Attributes, { queries }: InvocationTrace, world: World): boolean => {
  const [folder, name] = folderAndName(String(key['lastReadIn']));
  const reading = itemsOf(world, 'Files').find(({ feed, file }) => feed === folder && file === name);
  const seen = queries
    .filter(({ table }) => table === tableNamed(world, 'PoliceRecords'))
    .flatMap(({ items }) => items)
    .findLast(
      (item) =>
        isOf('version', item) &&
        (key['alias'] === undefined ? contentOf(item) === contentOf(key) : item['documentNumber'] === key['alias']),
    );
  return seen === undefined || (seen['from'] as Attributes | undefined)?.['version'] === reading?.['version'];
};

/** The folder and the name of a file. */
export const folderAndName = (file: string): readonly [string, string] => {
  const end = file.indexOf('/');
  return [file.slice(0, end), file.slice(end + 1)];
};
