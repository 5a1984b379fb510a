import * as z from 'zod';

const texts = z.array(z.string()).default([]);

/** Whom the facts of a file concern: companies by their codes, everybody else by keyed references. */
export const ConcernedItem = z.object({
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
