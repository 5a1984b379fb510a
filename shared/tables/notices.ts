import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { unlessOvertaken } from './overtaken.ts';

/** Issued, on its way to being answered; a change of content starts it anew. */
export const LIVES = ['issued', 'delivered', 'acknowledged', 'acted', 'rejected'] as const;
export type NoticeLife = (typeof LIVES)[number];

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
  /** How far this sequence has come at its receiver. */
  life: z.enum(LIVES),
  /** What a bank said of the account (status 1…5, 99) when it decided. */
  accountStatus: z.string().optional(),
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

  /** False where the notice has moved on from `sequence`, or has come further than `life` already. */
  setLife({ receiver, noticeId, sequence, life, accountStatus }: LifeChange): Promise<boolean> {
    const earlier = LIVES.slice(0, LIVES.indexOf(life) + 1);
    return unlessOvertaken(
      db.send(
        new UpdateCommand({
          TableName: table,
          Key: { receiver, noticeId },
          UpdateExpression:
            accountStatus === undefined ? 'SET life = :life' : 'SET life = :life, accountStatus = :status',
          ConditionExpression: `#sequence = :sequence AND life IN (${earlier.map((name) => `:${name}`).join(', ')})`,
          ExpressionAttributeNames: { '#sequence': 'sequence' },
          ExpressionAttributeValues: {
            ':life': life,
            ':sequence': sequence,
            ...Object.fromEntries(earlier.map((name) => [`:${name}`, name])),
            ...(accountStatus !== undefined && { ':status': accountStatus }),
          },
        }),
      ),
    );
  },

  /** A receiver's notices whose last change lies after `after` and not after `until`, oldest change first. */
  async changed(receiver: string, after: string, until: string, limit: number): Promise<ChangedNotice[]> {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'feed',
        KeyConditionExpression: 'receiver = :receiver AND #position BETWEEN :after AND :until',
        ExpressionAttributeNames: { '#position': 'position' },
        // The character after every position that starts with `after`: BETWEEN counts both ends in
        ExpressionAttributeValues: { ':receiver': receiver, ':after': `${after} `, ':until': `${until}~` },
        Limit: limit,
      }),
    );
    return Items.map((item) => ({ notice: NoticeItem.parse(item), position: z.string().parse(item['position']) }));
  },
});
interface LifeChange {
  readonly receiver: string;
  readonly noticeId: string;
  readonly sequence: number;
  readonly life: NoticeLife;
  readonly accountStatus?: string | undefined;
}

export interface ChangedNotice {
  readonly notice: NoticeItem;
  /** Its place in the feed. */
  readonly position: string;
}

export type Notices = ReturnType<typeof noticesTable>;
