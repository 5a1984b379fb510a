import * as z from 'zod';

const texts = z.array(z.string()).default([]);

/** Whom the facts of a file concern: companies by their codes, everybody else by keyed references. */
const ConcernedItem = z.object({
  /** Companies with a registration among the facts. */
  registered: texts,
  companies: texts,
  /** Accounts, by the key of the number without its leading zeros. */
  accounts: texts,
  /** Links of document numbers. */
  documents: texts,
  /** Links of phones. */
  phones: texts,
  /** Accounts with a listing among the facts. */
  listed: texts,
});
export type Concerned = Readonly<{ [Kind in keyof z.infer<typeof ConcernedItem>]: readonly string[] }>;

/** Whom a stored item names; nobody where there is no item. */
export const concernedIn = (item: unknown): Concerned => ConcernedItem.parse(item ?? {});

/** Those whom either concerns. */
export const together = (one: Concerned, other: Concerned): Concerned =>
  ofEachKind((kind) => [...new Set([...one[kind], ...other[kind]])]);

/** Those whom the first concerns and the second does not. */
export const without = (one: Concerned, other: Concerned): Concerned =>
  ofEachKind((kind) => one[kind].filter((name) => !other[kind].includes(name)));

export const ofEachKind = (names: (kind: keyof Concerned) => readonly string[]): Concerned => ({
  registered: names('registered'),
  companies: names('companies'),
  accounts: names('accounts'),
  documents: names('documents'),
  phones: names('phones'),
  listed: names('listed'),
});
