import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { unlessOvertaken } from './overtaken.ts';
import { queryAll } from './query-all.ts';

export const NoticeItem = z.object({
  /** `police`, or `bank#` and the institution's id: part of every key, so that no receiver reaches another's. */
  receiver: z.string(),
  noticeId: z.string(),
  sequence: z.int().positive(),
  state: z.enum(['in_force', 'withdrawn']),
  /** Why it was withdrawn: a code, never a reason about a person. */
  withdrawnBecause: z.string().optional(),
  print: z.string(),
  content: z.record(z.string(), z.unknown()),
  /** By the rules' clock. */
  issuedAt: z.string(),
  /** By the wire's clock. */
  changedAt: z.string(),
});
/** The newest state of one matter for one receiver. */
export type NoticeItem = z.infer<typeof NoticeItem>;

/** `notices`: PK receiver, SK noticeId. Index `feed`: PK receiver, SK position (`changedAt#noticeId`). */
export const noticesTable = (db: DynamoDBDocumentClient, table: string) => ({
  async get(receiver: string, noticeId: string): Promise<NoticeItem | undefined> {
    const { Item } = await db.send(
      new GetCommand({ TableName: table, Key: { receiver, noticeId }, ConsistentRead: true }),
    );
    return Item && NoticeItem.parse(Item);
  },

  /** Writes the next state of a notice; false where somebody else moved it on since `before` was read. */
  write(next: NoticeItem, before: NoticeItem | undefined): Promise<boolean> {
    return unlessOvertaken(
      db.send(
        new PutCommand({
          TableName: table,
          Item: { ...next, position: `${next.changedAt}#${next.noticeId}` },
          ConditionExpression: before ? '#sequence = :before' : 'attribute_not_exists(noticeId)',
          ...(before && {
            ExpressionAttributeNames: { '#sequence': 'sequence' },
            ExpressionAttributeValues: { ':before': before.sequence },
          }),
        }),
      ),
    );
  },

  async ofReceiver(receiver: string): Promise<NoticeItem[]> {
    const items = await queryAll(db, {
      TableName: table,
      KeyConditionExpression: 'receiver = :receiver',
      ExpressionAttributeValues: { ':receiver': receiver },
    });
    return items.map((item) => NoticeItem.parse(item));
  },
});
export type Notices = ReturnType<typeof noticesTable>;
