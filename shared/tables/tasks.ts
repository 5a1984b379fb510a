import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { OFFICE_OUTCOMES } from '#shared/domain/notification/worklist/office-decision.ts';
import { putIf, putItem } from './conditional-write.ts';
import { CorrectionItem } from './office-decision-item.ts';
import { queryAll } from './query-all.ts';
import { WorklistEntryItem } from './worklist-item.ts';

const OfficerName = z.strictObject({ subject: z.string(), name: z.string() });
/** An officer by the id at the sign-in provider, and the name under which colleagues know them. */
export type OfficerName = z.infer<typeof OfficerName>;

const TaskItem = z.object({
  enterpriseCode: z.string(),
  taskId: z.string(),
  /** The company's name when somebody first took the task up. */
  companyName: z.string(),
  entry: WorklistEntryItem,
  /** Whose it is, and by when (last day, Asia/Ho_Chi_Minh). */
  assignee: OfficerName.optional(),
  dueOn: z.string().optional(),
  /** What the office said of it; undefined while it waits. */
  outcome: z.enum(OFFICE_OUTCOMES).optional(),
  /** What was typed, or the result of a check on the spot. */
  value: z.string().optional(),
  /** What the decision changes in the company's rows. */
  correction: CorrectionItem.optional(),
  reason: z.string().optional(),
  by: OfficerName.optional(),
  /** ISO instant of the decision. */
  at: z.string().optional(),
  revision: z.int().nonnegative(),
});
export type Task = z.infer<typeof TaskItem>;

const OPEN = 'open';
const SETTLED = 'settled';
/** Officers of the desk lie beside the tasks: no enterprise code begins so. */
const OFFICERS = '#officers';

/**
 * `tasks`: PK enterpriseCode, SK taskId: what officers did about an entry of the worklist; an entry that nobody has touched
 * has none. Index `queue`: PK queue (`open`, `settled`), SK placeAt (due day, or the instant of the decision, with the id).
 */
export const tasksTable = (db: DynamoDBDocumentClient, table: string) => ({
  async get(enterpriseCode: string, taskId: string): Promise<Task | undefined> {
    const Key = { enterpriseCode, taskId };
    const { Item } = await db.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item && TaskItem.parse(Item);
  },

  /** False where a colleague has written it since `before` was read. */
  write(next: Task, before: Task | undefined, expiresAt: number): Promise<boolean> {
    const { enterpriseCode, taskId, ...rest } = next;
    const place =
      next.at === undefined
        ? { queue: OPEN, placeAt: `${next.dueOn ?? '~'}#${taskId}` }
        : { queue: SETTLED, placeAt: `${next.at}#${taskId}` };
    return putIf(
      db,
      table,
      { enterpriseCode, taskId },
      { ...rest, ...place, expiresAt },
      before
        ? { when: 'revision = :before', values: { ':before': before.revision } }
        : { when: 'attribute_not_exists(taskId)' },
    );
  },

  /** Tasks that somebody has taken up and not settled, what is due first. */
  async taken(): Promise<Task[]> {
    const items = await queryAll(db, {
      TableName: table,
      IndexName: 'queue',
      KeyConditionExpression: 'queue = :open',
      ExpressionAttributeValues: { ':open': OPEN },
    });
    return items.map((item) => TaskItem.parse(item));
  },

  /** What was settled from one instant to another (ISO), oldest first. */
  async settled(from: string, until: string): Promise<Task[]> {
    const items = await queryAll(db, {
      TableName: table,
      IndexName: 'queue',
      KeyConditionExpression: 'queue = :settled AND placeAt BETWEEN :from AND :until',
      ExpressionAttributeValues: { ':settled': SETTLED, ':from': from, ':until': `${until}~` },
    });
    return items.map((item) => TaskItem.parse(item));
  },

  /** That somebody works at the office's desk: tasks can be given to them. */
  async meet({ subject, name }: OfficerName, expiresAt: number): Promise<void> {
    await putItem(db, table, { enterpriseCode: OFFICERS, taskId: subject, name, expiresAt });
  },

  /** Everybody who has worked at the desk, by name. */
  async officers(): Promise<OfficerName[]> {
    const items = await queryAll(db, {
      TableName: table,
      KeyConditionExpression: 'enterpriseCode = :officers',
      ExpressionAttributeValues: { ':officers': OFFICERS },
    });
    return items
      .map((item) => OfficerName.parse({ subject: item['taskId'], name: item['name'] }))
      .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
  },
});
export type Tasks = ReturnType<typeof tasksTable>;

export const taskKey = ({ enterpriseCode, taskId }: Pick<Task, 'enterpriseCode' | 'taskId'>): string =>
  `${enterpriseCode} ${taskId}`;
