import * as z from 'zod';
import { SIGNAL_VALUES } from '#shared/contracts/feeds/values/signals.ts';
import { SIGNAL_KINDS } from '#shared/domain/risk/facts/company-facts.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import type { StoredItem } from '#shared/tables/conditional-write.ts';
import { unpacked } from '#shared/tables/packed.ts';
import type { PersonIdentifiers } from './person-identifiers.ts';

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
  const { value, claimed } = item;
  const values = [value, ...(claimed instanceof Set ? claimed : [])];
  if (values.some((one) => phoneReferences.has(refIn(String(one))))) return true;
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
