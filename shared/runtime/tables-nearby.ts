/** Answers a command of the document client, named as the SDK names it (`PutCommand` is `PutItemCommand`), with native values. */
export type TablesNearby = (command: string, input: object) => Promise<object>;

/** Where whoever runs functions and tables in one process leaves its answerer. Deployed, nobody does. */
export const TABLES_NEARBY = Symbol.for('haukiem.tables-nearby');
