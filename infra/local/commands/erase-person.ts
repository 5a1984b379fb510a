import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { SIGNAL_VALUES } from '#shared/contracts/feeds/values/signals.ts';
import { SIGNAL_KINDS } from '#shared/domain/risk/facts/company-facts.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import { parseJson } from '#shared/runtime/parse-json.ts';
import { putItem, removeItem, type StoredItem } from '#shared/tables/conditional-write.ts';
import { packed, unpacked } from '#shared/tables/packed.ts';
import { RETENTION_REGISTER } from '#shared/tables/retention-register.ts';
import { TABLE_DESIGNS, type TableName } from '#shared/tables/table-designs.ts';
import { type IdentifierRows, type PersonIdentifiers, turnOf } from './person-identifiers.ts';
import { TABLE_NAMES } from './system-file.ts';

/** The number of items of one table that name the person, by what was done to them. */
export interface Erased {
  readonly table: TableName;
  readonly done: 'removed' | 'redacted' | 'kept';
  readonly items: number;
  /** The reason for which items of a table are kept. */
  readonly basis?: string;
}
interface FoundInTables {
  readonly companies: readonly string[];
  readonly entries: number;
}
interface TablesToErase {
  readonly db: DynamoDBDocumentClient;
  readonly tables: Readonly<Record<TableName, string>>;
}

const optional = z.string().optional();
const Register = z.looseObject({ enterpriseCode: optional, representativeName: optional, phone: optional });
/** The fields of an account's register about its holder's representative. */
const OF_REPRESENTATIVE: ReadonlySet<string> = new Set(['representativeName', 'representativeDocumentNumber', 'phone']);

/**
 * Removes a person from every table as the register says, wherever a key or a value of an item leads to the number. A
 * repetition finds nothing more, and after an interruption it finds the rest.
 * @param beforeLast is told the companies that have to be verified and assessed again, and how many plain entries of
 * the log will be emptied, before the rows are removed by which a repetition would find them
 * @returns what was done where, and the companies
 */
export async function erasePerson(
  person: PersonIdentifiers,
  system: TablesToErase,
  beforeLast: (found: FoundInTables) => Promise<void>,
) {
  const done: Erased[] = [];
  const last: { readonly table: TableName; readonly item: StoredItem; readonly turn: number }[] = [];
  const companies = new Set(person.companies);
  let entries = 0;
  for (const table of TABLE_NAMES) {
    const found = await itemsNaming(person, table, system);
    const { onErasure, basis } = RETENTION_REGISTER[table];
    for (const item of found) {
      if (typeof item['enterpriseCode'] === 'string') companies.add(item['enterpriseCode']);
      const turn = onErasure === 'keep' ? undefined : turnOf(table, item, person);
      if (turn === 0) await take(person, table, item, system);
      else if (turn !== undefined) last.push({ table, item, turn });
      if (table === 'log') entries += entriesNaming(person, item);
    }
    if (found.length === 0) continue;
    const how = { remove: 'removed', redact: 'redacted', keep: 'kept' } as const;
    done.push({ table, done: how[onErasure], items: found.length, ...(onErasure === 'keep' && { basis }) });
  }
  const concerned = [...companies].sort();
  await beforeLast({ companies: concerned, entries });
  for (const { table, item } of last.toSorted((a, b) => a.turn - b.turn)) await take(person, table, item, system);
  return { done, companies: concerned };
}

/** How many items still name the person, by table; those that the register keeps are left out. */
export async function remainingItems(
  person: PersonIdentifiers,
  system: TablesToErase,
): Promise<Readonly<Record<string, number>>> {
  const left: Record<string, number> = {};
  for (const table of TABLE_NAMES) {
    if (RETENTION_REGISTER[table].onErasure === 'keep') continue;
    const { length } = await itemsNaming(person, table, system);
    if (length > 0) left[table] = length;
  }
  return left;
}

/** The rows that link the number of an order to the person's other identifiers, see `identifiersOfPerson`. */
export async function identifierRows(system: TablesToErase): Promise<IdentifierRows> {
  const [companies, policeRecords, accounts] = await Promise.all([
    itemsOf('companies', system, () => true),
    itemsOf('policeRecords', system, () => true),
    itemsOf('accounts', system, () => true),
  ]);
  return { companies, policeRecords, accounts };
}

function itemsNaming(person: PersonIdentifiers, table: TableName, system: TablesToErase): Promise<StoredItem[]> {
  const names = namesOf(person);
  return itemsOf(table, system, (item) => names.test(textOf(item)) || isTheirs(item, person));
}

async function itemsOf(
  table: TableName,
  { db, tables }: TablesToErase,
  wanted: (item: StoredItem) => boolean,
): Promise<StoredItem[]> {
  const found: StoredItem[] = [];
  for await (const { Items = [] } of paginateScan({ client: db }, { TableName: tables[table], ConsistentRead: true }))
    found.push(...Items.filter(wanted));
  return found;
}

/** Finds a number as a separate run of digits, or a reference anywhere in a text. */
const namesOf = ({ numbers, references }: PersonIdentifiers) =>
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
  if (phoneReferences.has(refIn(String(item['value'])))) return true;
  const text = textOf(item);
  return [...names].some((name) => text.includes(JSON.stringify(name)));
}

/** Whether a bank's register entry names them, or has their phone, for an account of a company that has them. */
function isTheirRegister({ register }: StoredItem, { companies, names, phones }: PersonIdentifiers): boolean {
  const { enterpriseCode = '', representativeName, phone } = Register.safeParse(register).data ?? {};
  if (!companies.has(enterpriseCode)) return false;
  const spelt = representativeName === undefined ? undefined : foldMarks(representativeName);
  return (phone !== undefined && phones.has(phone)) || [...names].some((name) => foldMarks(name) === spelt);
}

const Repaired = z.object({ field: z.string(), proposed: z.string() });

/** Whether a value repaired to one that the person declared is anywhere in the content; it is stored without a name. */
function hasTheirRepair(content: unknown, person: PersonIdentifiers): boolean {
  if (content === null || typeof content !== 'object') return false;
  const repair = Repaired.safeParse(content).data;
  if (repair && person.declaredValues.get(repair.field)?.has(repair.proposed) === true) return true;
  return Object.values(content).some((inner) => hasTheirRepair(inner, person));
}

/** The keyed reference in a link's value. */
const refIn = (value: string): string => value.slice(value.indexOf('#') + 1);

/**
 * The content of an item, including sets and the packed part, without the names of files: a sender may call a file by a
 * person's number, and what is said in it about others does not lead to that person. Amounts are left out too, of which
 * one may have the same nine digits as an old card; a personal number is always stored as a text.
 */
const textOf = (item: StoredItem): string =>
  JSON.stringify(contentOf(item), (key, value: unknown) =>
    value instanceof Set ? [...value] : key === 'file' || typeof value === 'number' ? undefined : value,
  );

const Amount = z.object({ signal: z.object({ kind: z.enum(SIGNAL_KINDS) }).loose() });

const contentOf = ({ packed: bytes, ...open }: StoredItem): StoredItem => {
  const { signal } = Amount.safeParse(open).data ?? {};
  const isAmount = signal !== undefined && SIGNAL_VALUES[signal.kind]?.ofMoney === true;
  const readable = isAmount ? { ...open, signal: { ...signal, value: undefined } } : open;
  return bytes instanceof Uint8Array ? { ...readable, inside: unpacked(bytes) } : readable;
};

async function take(
  person: PersonIdentifiers,
  table: TableName,
  item: StoredItem,
  { db, tables }: TablesToErase,
): Promise<void> {
  const { claimed } = item;
  if (RETENTION_REGISTER[table].onErasure === 'remove' && !(claimed instanceof Set))
    return removeItem(db, tables[table], keyOf(table, item));
  return putItem(db, tables[table], redacted(person, table, item));
}

function redacted(person: PersonIdentifiers, table: TableName, item: StoredItem): StoredItem {
  if (table === 'log') return withoutEntries(person, item);
  if (table === 'accounts') return withoutRepresentative(item);
  const { claimed, packed: bytes, ...rest } = item;
  if (claimed instanceof Set) return withoutClaims(person, { ...rest, claimed });
  const isOthers = (one: unknown) =>
    !namesOf(person).test(textOf({ one })) && !isNamed(one, person) && !hasTheirRepair(one, person);
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
  const isTheirOwn = (value: string) => namesOf(person).test(value) || person.phoneReferences.has(refIn(value));
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

function keyOf(table: TableName, item: StoredItem): Record<string, string> {
  const design = TABLE_DESIGNS[table];
  const names = 'sort' in design ? [design.partition, design.sort] : [design.partition];
  return Object.fromEntries(names.map((name) => [name, String(item[name])]));
}

function withoutRepresentative(item: StoredItem): StoredItem {
  const register = Register.safeParse(item['register']).data;
  if (!register) return item;
  const left = Object.entries(register).filter(([name]) => !OF_REPRESENTATIVE.has(name));
  return { ...item, register: Object.fromEntries(left) };
}

const Entries = z.object({ entries: z.array(z.string()) });

/** Deletes a plain entry with its salt. The log's commitment stays, and nobody can derive the content from it. */
function withoutEntries(person: PersonIdentifiers, { packed: bytes, ...open }: StoredItem): StoredItem {
  if (!(bytes instanceof Uint8Array)) return open;
  const { entries } = Entries.parse(unpacked(bytes));
  return { ...open, packed: packed({ entries: entries.map((line) => (isAbout(person, line) ? '' : line)) }) };
}

const entriesNaming = (person: PersonIdentifiers, { packed: bytes }: StoredItem): number =>
  bytes instanceof Uint8Array
    ? Entries.parse(unpacked(bytes)).entries.filter((line) => isAbout(person, line)).length
    : 0;

const isAbout = (person: PersonIdentifiers, line: string): boolean =>
  namesOf(person).test(JSON.stringify(parseJson(line) ?? ''));
