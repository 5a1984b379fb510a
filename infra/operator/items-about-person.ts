import * as z from 'zod';
import { SIGNAL_VALUES } from '#shared/contracts/feeds/values/signals.ts';
import { SIGNAL_KINDS } from '#shared/domain/risk/facts/company-facts.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import type { StoredItem } from '#shared/tables/conditional-write.ts';
import { unpacked, packed } from '#shared/tables/packed.ts';
import { parseJson } from '#shared/runtime/parse-json.ts';
import { rowsIn, withRows } from '#shared/tables/fact-groups.ts';
import { isLinkList } from '#shared/tables/links.ts';
import type { TableName } from '#shared/tables/table-designs.ts';
import type { PersonIdentifiers } from './person-identifiers.ts';

/** The item without what it says about the person. */
export function redacted(person: PersonIdentifiers, table: TableName, item: StoredItem): StoredItem {
  if (table === 'log') return withoutEntries(person, item);
  if (table === 'accounts') return withoutRepresentative(item);
  const rows = rowsIn(item);
  if (rows)
    return withRows(
      item,
      rows.filter((row) => !itemsAbout(person)(row)),
    );
  // What a company is found by comes again with its next assessment
  const { packed: bytes, foundBy: _, ...rest } = item;
  if (isLinkList(item) && bytes instanceof Uint8Array) return { ...rest, packed: withoutTheirLinks(person, bytes) };
  const isOthers = (one: unknown) =>
    !identifiersPattern(person).test(textOf({ one })) && !isNamed(one, person) && !hasTheirRepair(one, person);
  return bytes instanceof Uint8Array ? { ...rest, packed: packed(pruned(unpacked(bytes), isOthers)) } : item;
}

/** Removes only the person's own values from a company's list of links, so that the others can be taken back later. */
function withoutTheirLinks(person: PersonIdentifiers, bytes: Uint8Array): Uint8Array {
  const isOthers = (value: string) =>
    !identifiersPattern(person).test(value) && !person.phoneReferences.has(refIn(value));
  const { links, left } = LinksOfList.parse(unpacked(bytes));
  return packed({ links: links.filter(({ value }) => isOthers(value)), left: left.filter(isOthers) });
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

const optional = z.string().optional();
/** The fields of a bank's register entry that may name a person. */
export const Register = z.looseObject({ enterpriseCode: optional, representativeName: optional, phone: optional });

/** Tells of an item whether it is about the person: whether a key or a value of it leads to them. */
export function itemsAbout(person: PersonIdentifiers): (item: StoredItem) => boolean {
  const identifiers = identifiersPattern(person);
  return (item) => identifiers.test(textOf(item)) || isTheirs(item, person);
}

/** Finds a number as a separate run of digits, or a reference anywhere in a text. */
export const identifiersPattern = ({ numbers, references }: PersonIdentifiers) =>
  new RegExp(`(?<!\\d)(?:${[...numbers].join('|')})(?!\\d)|(?<![\\w-])(?:${references.join('|')})(?![\\w-])`, 'u');

/**
 * Within a company that has the person, a name or a phone identifies them. A row with the same name but another number
 * belongs to another person.
 */
function isTheirs(item: StoredItem, person: PersonIdentifiers): boolean {
  const { companies, names, phoneReferences } = person;
  if (isTheirRegister(item, person)) return true;
  if (!companies.has(String(item['enterpriseCode'])) || item['registration'] !== undefined) return false;
  if (hasTheirRepair(contentOf(item), person)) return true;
  const inside = item['packed'] instanceof Uint8Array ? unpacked(item['packed']) : {};
  const { links = [], left = [] } = LinksOfList.safeParse(inside).data ?? {};
  const values = [String(item['value']), ...links.map(({ value }) => value), ...left];
  if (values.some((value) => phoneReferences.has(refIn(value)))) return true;
  const text = textOf(item);
  return [...names].some((name) => text.includes(JSON.stringify(name)));
}

/** The values in a company's list of links. */
export const LinksOfList = z.object({
  links: z.array(z.looseObject({ value: z.string() })),
  left: z.array(z.string()),
});

/** Whether a bank's register entry names them, or has their phone, for an account of a company that has them. */
function isTheirRegister({ register }: StoredItem, { companies, names, phones }: PersonIdentifiers): boolean {
  const { enterpriseCode = '', representativeName, phone } = Register.safeParse(register).data ?? {};
  if (!companies.has(enterpriseCode)) return false;
  const spelt = representativeName === undefined ? undefined : foldMarks(representativeName);
  return (phone !== undefined && phones.has(phone)) || [...names].some((name) => foldMarks(name) === spelt);
}

const Repaired = z.object({ field: z.string(), proposed: z.string() });

/** Whether a value repaired to one that the person declared is anywhere in the content; it is stored without a name. */
export function hasTheirRepair(content: unknown, person: PersonIdentifiers): boolean {
  if (content === null || typeof content !== 'object') return false;
  const repair = Repaired.safeParse(content).data;
  if (repair && person.declaredValues.get(repair.field)?.has(repair.proposed) === true) return true;
  return Object.values(content).some((inner) => hasTheirRepair(inner, person));
}

/** The keyed reference in a link's value. */
export const refIn = (value: string): string => value.slice(value.indexOf('#') + 1);

/**
 * The content of an item, including sets and the packed part, without the names of files: a sender may call a file by a
 * person's number, and what is said in it about others does not lead to that person. Amounts are left out too, of which
 * one may have the same nine digits as an old card; a personal number is always stored as a text.
 */
export const textOf = (item: StoredItem): string =>
  JSON.stringify(contentOf(item), (key, value: unknown) => {
    if (value instanceof Set) return [...value];
    if (key === 'file' || typeof value === 'number') return undefined;
    return key === 'signal' ? withoutAmount(value) : value;
  });

const KnownSignal = z.looseObject({ kind: z.enum(SIGNAL_KINDS) });

function withoutAmount(value: unknown): unknown {
  const signal = KnownSignal.safeParse(value).data;
  return signal && SIGNAL_VALUES[signal.kind]?.ofMoney === true ? { ...signal, value: undefined } : value;
}

const contentOf = ({ packed: bytes, ...open }: StoredItem): StoredItem =>
  bytes instanceof Uint8Array ? { ...open, inside: unpacked(bytes) } : open;
