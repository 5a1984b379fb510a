import { type DynamoDBDocumentClient, GetCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { ACTIVITY_SENDERS, type SendersByPrefix } from '#shared/contracts/feeds/activity-senders.ts';
import { putItem, removeItem } from './conditional-write.ts';

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

/** The table `callers`: PK clientId. */
export const callersTable = (db: DynamoDBDocumentClient, table: string) => ({
  async get(clientId: string): Promise<ApiCaller | undefined> {
    const { Item: item } = await db.send(new GetCommand({ TableName: table, Key: { clientId }, ConsistentRead: true }));
    return item && Item.parse(item);
  },

  async enter(caller: ApiCaller): Promise<void> {
    await putItem(db, table, caller);
  },

  async remove(clientId: string): Promise<void> {
    await removeItem(db, table, { clientId });
  },

  async all(): Promise<ApiCaller[]> {
    const found: ApiCaller[] = [];
    for await (const { Items = [] } of paginateScan({ client: db }, { TableName: table, ConsistentRead: true }))
      found.push(...Items.map((item) => Item.parse(item)));
    return found;
  },

  /** Whose data each prefix below `activities/` may contain. */
  async activitySenders(): Promise<SendersByPrefix> {
    const senders: Record<string, SendersByPrefix[string]> = {};
    for await (const { Items = [] } of paginateScan({ client: db }, { TableName: table, ConsistentRead: true }))
      for (const { prefix, dataOf } of Items.flatMap((item) => Item.parse(item).sends))
        if (dataOf) senders[prefix] = dataOf;
    return senders;
  },
});
export type Callers = ReturnType<typeof callersTable>;
