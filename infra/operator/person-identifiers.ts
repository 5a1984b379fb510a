import * as z from 'zod';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import type { StoredItem } from '#shared/tables/conditional-write.ts';
import type { TableName } from '#shared/tables/table-designs.ts';

/** The values by which the tables identify a person, all found from the one number of an order. */
export interface PersonIdentifiers {
  /** The number, and other numbers that belong to the same person alone according to police data. */
  readonly numbers: ReadonlySet<string>;
  /** The person's names in rows with these numbers, which identify the person only within a company. */
  readonly names: ReadonlySet<string>;
  /** The companies that such rows belong to. */
  readonly companies: ReadonlySet<string>;
  /** References (`[\w-]`) made from the numbers under each key. */
  readonly references: readonly string[];
  /** The person's phones, which other people may share; they identify the person only within a company. */
  readonly phones: ReadonlySet<string>;
  /** References of these phones. */
  readonly phoneReferences: ReadonlySet<string>;
  /** The values that the registration declares about the person, by column; they identify the person within a company. */
  readonly declaredValues: ReadonlyMap<string, ReadonlySet<string>>;
}

const Declared = z.object({
  enterpriseCode: z.string(),
  registration: z.object({
    person: z
      .object({
        documentNumber: z.string(),
        fullName: z.string(),
        personalPhone: z.string().optional(),
      })
      .catchall(z.unknown()),
  }),
});
const Extract = z.object({ documentNumber: z.string(), fullName: z.string(), oldNumber: z.string().optional() });
const Account = z.object({
  register: z.object({
    enterpriseCode: z.string(),
    representativeDocumentNumber: z.string(),
    representativeName: z.string().optional(),
    phone: z.string().optional(),
  }),
});

/**
 * Makes all references to a personal number: as a document, as a person, as the other party of an invoice, as the code
 * of a household business, and as a searched value.
 */
const REFERRED_AS = ['document', 'person', 'party', 'look-up document', 'look-up company'];

/** Columns of a person with few different values, which do not identify anybody. */
const OF_MANY_PEOPLE: ReadonlySet<string> = new Set(['role', 'gender', 'nationality', 'documentType']);

/** Rows that may lead from a number to another, to names and to phones. */
export interface IdentifierRows {
  readonly companies: readonly StoredItem[];
  readonly policeRecords: readonly StoredItem[];
  readonly accounts: readonly StoredItem[];
}

/** Follows the number of an order through the rows, first to the person's other numbers, then to everything else. */
export function identifiersOfPerson(documentNumber: string, rows: IdentifierRows, hash: KeyedHash): PersonIdentifiers {
  const extracts = rows.policeRecords.flatMap((item) => Extract.safeParse(item).data ?? []);
  const numbers = new Set([documentNumber, ...otherNumbers(documentNumber, extracts)]);
  const names = new Set<string>();
  const companies = new Set<string>();
  const phones = new Set<string>();
  const declaredValues = new Map<string, Set<string>>();
  for (const one of extracts) if (numbers.has(one.documentNumber)) names.add(one.fullName);
  for (const item of rows.companies) {
    const declared = Declared.safeParse(item).data;
    if (!declared || !numbers.has(declared.registration.person.documentNumber)) continue;
    companies.add(declared.enterpriseCode);
    names.add(declared.registration.person.fullName);
    phones.add(declared.registration.person.personalPhone ?? '');
    for (const [column, value] of Object.entries(declared.registration.person)) {
      if (typeof value !== 'string' || OF_MANY_PEOPLE.has(column)) continue;
      declaredValues.set(column, (declaredValues.get(column) ?? new Set()).add(value));
    }
  }
  for (const item of rows.accounts) {
    const account = Account.safeParse(item).data?.register;
    if (!account || !numbers.has(account.representativeDocumentNumber)) continue;
    companies.add(account.enterpriseCode);
    names.add(account.representativeName ?? '');
    phones.add(account.phone ?? '');
  }
  const refs = (kind: string, values: ReadonlySet<string>) =>
    [...values].flatMap((value) => hash.forms(hash(kind, value)));
  for (const set of [names, phones]) set.delete('');
  return {
    numbers,
    names,
    companies,
    references: REFERRED_AS.flatMap((kind) => refs(kind, numbers)),
    phones,
    phoneReferences: new Set(refs('phone', phones)),
    declaredValues,
  };
}

/**
 * The order in which the items of a person are erased, so that an erasure that was stopped finds the rest when it is
 * started again: after the items that only a name, a phone or a company leads to (0) come the rows with the person's
 * number, which lead to these, and the log (1), then the police's records (2), and last those that lead to another number (3).
 */
export function turnOf(table: TableName, item: StoredItem, { numbers }: PersonIdentifiers): number {
  // The entries to be emptied are counted before the first one is
  if (table === 'log') return 1;
  if (table === 'policeRecords') return Extract.safeParse(item).data?.oldNumber === undefined ? 2 : 3;
  const declared = Declared.safeParse(item).data?.registration.person.documentNumber;
  const registered = Account.safeParse(item).data?.register.representativeDocumentNumber;
  return numbers.has(declared ?? registered ?? '') ? 1 : 0;
}

/** Some old numbers were issued twice, so a number that leads to two people is not followed. */
function otherNumbers(number: string, extracts: readonly z.infer<typeof Extract>[]): string[] {
  const ownersOf = (old: string) =>
    new Set(extracts.filter((one) => one.oldNumber === old).map((one) => one.documentNumber));
  const earlier = extracts.flatMap((one) => (one.documentNumber === number ? (one.oldNumber ?? []) : []));
  const later = [...ownersOf(number)];
  return [...earlier.filter((old) => ownersOf(old).size === 1), ...(later.length === 1 ? later : [])];
}
