import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { parseJson } from '#shared/runtime/parse-json.ts';
import { putItem, removeItem } from '#shared/tables/conditional-write.ts';
import { packed, unpacked } from '#shared/tables/packed.ts';
import { RETENTION_REGISTER } from '#shared/tables/retention-register.ts';
import { TABLE_DESIGNS, type TableName } from '#shared/tables/table-designs.ts';
import { TABLE_NAMES } from './system-file.ts';

/** How a person appears in the tables: the number itself, and the keyed references (`[\w-]`) that are made from it. */
export interface Person {
  readonly documentNumber: string;
  readonly references: readonly string[];
}

/** Items of one table that name the person, and what was done to them. */
export interface Erased {
  readonly table: TableName;
  readonly done: 'removed' | 'redacted' | 'kept';
  readonly items: number;
  /** Why items are kept. */
  readonly basis?: string;
}
type Item = Record<string, unknown>;

interface System {
  readonly db: DynamoDBDocumentClient;
  readonly tables: Readonly<Record<TableName, string>>;
}

const Register = z.looseObject({ representativeDocumentNumber: z.string().optional() });
/** The fields of an account's register about its holder's representative. */
const OF_REPRESENTATIVE: ReadonlySet<string> = new Set(['representativeName', 'representativeDocumentNumber', 'phone']);

/**
 * Removes a person from every table as the register says, wherever a key or a value of an item leads to the number. A
 * repetition finds nothing more.
 * @returns what was done where, and the companies that have to be verified and assessed again
 */
export async function erasePerson(person: Person, system: System) {
  const done: Erased[] = [];
  const companies = new Set<string>();
  for (const table of TABLE_NAMES) {
    const found = await itemsNaming(person, table, system);
    const { onErasure, basis } = RETENTION_REGISTER[table];
    for (const item of found) {
      if (typeof item['enterpriseCode'] === 'string') companies.add(item['enterpriseCode']);
      if (onErasure !== 'keep') await take(person, table, item, system);
    }
    if (found.length === 0) continue;
    const how = { remove: 'removed', redact: 'redacted', keep: 'kept' } as const;
    done.push({ table, done: how[onErasure], items: found.length, ...(onErasure === 'keep' && { basis }) });
  }
  return { done, companies: [...companies].sort() };
}

/** How many items still name the person, by table; those that the register keeps are left out. */
export async function remaining(person: Person, system: System): Promise<Readonly<Record<string, number>>> {
  const left: Record<string, number> = {};
  for (const table of TABLE_NAMES) {
    if (RETENTION_REGISTER[table].onErasure === 'keep') continue;
    const { length } = await itemsNaming(person, table, system);
    if (length > 0) left[table] = length;
  }
  return left;
}

async function itemsNaming(person: Person, table: TableName, { db, tables }: System): Promise<Item[]> {
  const names = namesOf(person);
  const found: Item[] = [];
  for await (const { Items = [] } of paginateScan({ client: db }, { TableName: tables[table], ConsistentRead: true })) {
    found.push(...Items.filter((item) => names.test(textOf(item))));
  }
  return found;
}

/** The number as a separate run of digits, or a reference anywhere. */
const namesOf = ({ documentNumber, references }: Person) =>
  new RegExp([`(?<!\\d)${documentNumber}(?!\\d)`, ...references].join('|'), 'u');

/** All that an item says, what is packed in it too. */
const textOf = ({ packed: bytes, ...open }: Item): string =>
  JSON.stringify(bytes instanceof Uint8Array ? { ...open, inside: unpacked(bytes) } : open);

async function take(person: Person, table: TableName, item: Item, { db, tables }: System): Promise<void> {
  const TableName = tables[table];
  if (RETENTION_REGISTER[table].onErasure === 'remove') {
    await removeItem(db, TableName, keyOf(table, item));
    return;
  }
  const redacted = table === 'log' ? withoutEntries(person, item) : withoutRepresentative(item);
  await putItem(db, TableName, redacted);
}

function keyOf(table: TableName, item: Item): Record<string, string> {
  const design = TABLE_DESIGNS[table];
  const names = 'sort' in design ? [design.partition, design.sort] : [design.partition];
  return Object.fromEntries(names.map((name) => [name, String(item[name])]));
}

function withoutRepresentative(item: Item): Item {
  const register = Register.safeParse(item['register']).data;
  if (!register) return item;
  const left = Object.entries(register).filter(([name]) => !OF_REPRESENTATIVE.has(name));
  return { ...item, register: Object.fromEntries(left) };
}

const Entries = z.object({ entries: z.array(z.string()) });

/** A plain entry is deleted with its salt: the log's commitment stays, and nobody can tell its content any more. */
function withoutEntries(person: Person, { packed: bytes, ...open }: Item): Item {
  if (!(bytes instanceof Uint8Array)) return open;
  const names = namesOf(person);
  const { entries } = Entries.parse(unpacked(bytes));
  const left = entries.map((line) => (names.test(JSON.stringify(parseJson(line) ?? '')) ? '' : line));
  return { ...open, packed: packed({ entries: left }) };
}
