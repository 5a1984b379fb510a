import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { ACTIVITY_SENDERS, type SendersByPrefix } from '#shared/contracts/feeds/activity-senders.ts';
import { itemAt, putItem, removeItem } from './conditional-write.ts';
import { allAs, oneAs, queryAll } from './query-all.ts';

const SendingRight = z.object({
  /** The prefix of the inbox under which alone its files lie; it ends in a slash. */
  prefix: z.string(),
  /** Below `activities/`: whose data the files may contain. */
  dataOf: z.array(z.enum(ACTIVITY_SENDERS)).optional(),
});
export type SendingRight = z.infer<typeof SendingRight>;

const Item = z.object({
  clientId: z.string(),
  /** The receiver whose notices the client reads and answers; absent for a client that only sends files. */
  receiver: z.string().optional(),
  sends: z.array(SendingRight).default([]),
  /** The thumbprints (RFC 8705) of the certificates of a client that only sends files; a receiver's are in `receivers`. */
  certificates: z.array(z.string()).optional(),
});
/** A client that may call the API, with what it may do there. */
export type ApiCaller = z.infer<typeof Item>;

/** All callers are one list, which each reader of files reads. */
const LIST = 'callers';

/** The table `callers`: PK list, SK clientId. */
export const callersTable = (db: DynamoDBDocumentClient, table: string) => ({
  get: (clientId: string) => oneAs(Item, itemAt(db, table, { list: LIST, clientId })),

  enter: (caller: ApiCaller) => putItem(db, table, { list: LIST, ...caller }),

  remove: (clientId: string) => removeItem(db, table, { list: LIST, clientId }),

  all: () => allAs(Item, queryAll(db, table, { list: LIST })),

  /** Whose data each prefix below `activities/` may contain. */
  async activitySenders(): Promise<SendersByPrefix> {
    const callers = (await queryAll(db, table, { list: LIST })).map((item) => Item.parse(item));
    const rights = callers.flatMap(({ sends }) => sends);
    return Object.fromEntries(rights.flatMap(({ prefix, dataOf }) => (dataOf ? [[prefix, dataOf]] : [])));
  },
});
export type Callers = ReturnType<typeof callersTable>;
