/** Answers a command of the document client, by the name that the low-level SDK gives it, with native values. */
export type TablesNearby = (command: string, input: object) => Promise<object>;

/** Set where functions and tables run in one process; never set in a deployed function. */
export const TABLES_NEARBY = Symbol.for('haukiem.tables-nearby');
