import * as z from 'zod';
import { parseJson } from '#shared/runtime/parse-json.ts';
import type { StoredItem } from '#shared/tables/conditional-write.ts';
import { packed, unpacked } from '#shared/tables/packed.ts';
import type { TableName } from '#shared/tables/table-designs.ts';
import { hasTheirRepair, identifiersPattern, refIn, Register, textOf } from './items-about-person.ts';
import type { PersonIdentifiers } from './person-identifiers.ts';

/** The item without what it says about the person. */
export function redacted(person: PersonIdentifiers, table: TableName, item: StoredItem): StoredItem {
  if (table === 'log') return withoutEntries(person, item);
  if (table === 'accounts') return withoutRepresentative(item);
  const { claimed, packed: bytes, ...rest } = item;
  if (claimed instanceof Set) return withoutClaims(person, { ...rest, claimed });
  const isOthers = (one: unknown) =>
    !identifiersPattern(person).test(textOf({ one })) && !isNamed(one, person) && !hasTheirRepair(one, person);
  return bytes instanceof Uint8Array ? { ...rest, packed: packed(pruned(unpacked(bytes), isOthers)) } : item;
}

/**
 * Removes only the person's own values from the values that a company claims to share, so that the others can be taken
 * back later.
 */
function withoutClaims(
  person: PersonIdentifiers,
  { claimed, ...rest }: StoredItem & { readonly claimed: ReadonlySet<unknown> },
): StoredItem {
  const isTheirOwn = (value: string) =>
    identifiersPattern(person).test(value) || person.phoneReferences.has(refIn(value));
  const left = [...claimed].map(String).filter((value) => !isTheirOwn(value));
  return left.length === 0 ? rest : { ...rest, claimed: new Set(left) };
}

const Named = z.object({ person: z.string() });
const isNamed = (one: unknown, { names }: PersonIdentifiers): boolean =>
  names.has(Named.safeParse(one).data?.person ?? '');

/** The content without the members of its lists that are about the person. */
function pruned(content: StoredItem, isOthers: (one: unknown) => boolean): StoredItem {
  const prune = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter(isOthers).map(prune);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]: [string, unknown]) => [name, prune(one)]));
  };
  return Object.fromEntries(Object.entries(content).map(([name, one]) => [name, prune(one)]));
}

function withoutRepresentative(item: StoredItem): StoredItem {
  const register = Register.safeParse(item['register']).data;
  if (!register) return item;
  const left = Object.entries(register).filter(([name]) => !OF_REPRESENTATIVE.has(name));
  return { ...item, register: Object.fromEntries(left) };
}

/** The fields of an account's register about its holder's representative. */
const OF_REPRESENTATIVE: ReadonlySet<string> = new Set(['representativeName', 'representativeDocumentNumber', 'phone']);

const Entries = z.object({ entries: z.array(z.string()) });

/** Deletes a plain entry with its salt. The log's commitment stays, and nobody can derive the content from it. */
function withoutEntries(person: PersonIdentifiers, { packed: bytes, ...open }: StoredItem): StoredItem {
  if (!(bytes instanceof Uint8Array)) return open;
  const { entries } = Entries.parse(unpacked(bytes));
  return { ...open, packed: packed({ entries: entries.map((line) => (isAbout(person, line) ? '' : line)) }) };
}

/** The number of plain entries of a page of the log that are about the person. */
export const entriesNaming = (person: PersonIdentifiers, { packed: bytes }: StoredItem): number =>
  bytes instanceof Uint8Array
    ? Entries.parse(unpacked(bytes)).entries.filter((line) => isAbout(person, line)).length
    : 0;

const isAbout = (person: PersonIdentifiers, line: string): boolean =>
  identifiersPattern(person).test(JSON.stringify(parseJson(line) ?? ''));
