import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Reply } from '#shared/contracts/replies.ts';
import { unlessOvertaken } from './overtaken.ts';

const ReplyItem = z.object({
  receiver: z.string(),
  replyId: z.string(),
  reply: Reply,
  print: z.string(),
  /** What a police decision stands on: the findings that its notice then held. */
  basis: z.strictObject({ enterpriseCode: z.string(), codes: z.array(z.string()) }).optional(),
  takenAt: z.string(),
});
export type ReplyItem = z.infer<typeof ReplyItem>;

/** `replies`: PK receiver, SK replyId (the caller's idempotency key, or made from the content). */
export const repliesTable = (db: DynamoDBDocumentClient, table: string) => ({
  /** False where a reply of that id is kept already. */
  record(item: ReplyItem, expiresAt: number): Promise<boolean> {
    const ConditionExpression = 'attribute_not_exists(replyId)';
    return unlessOvertaken(
      db.send(new PutCommand({ TableName: table, Item: { ...item, expiresAt }, ConditionExpression })),
    );
  },

  async get(receiver: string, replyId: string): Promise<ReplyItem | undefined> {
    const { Item } = await db.send(
      new GetCommand({ TableName: table, Key: { receiver, replyId }, ConsistentRead: true }),
    );
    return Item && ReplyItem.parse(Item);
  },
});
export type Replies = ReturnType<typeof repliesTable>;
