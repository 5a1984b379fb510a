import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { OFFICE_OUTCOMES } from '#shared/domain/notification/worklist/office-decision.ts';
import { itemAt, putItem, putRevision } from './conditional-write.ts';
import { CorrectionItem } from './office-decision-item.ts';
import { allAs, oneAs, queryAll } from './query-all.ts';
import { WorklistEntryItem } from './worklist-item.ts';

const OfficerName = z.strictObject({ subject: z.string(), name: z.string() });
/** An officer by the id at the sign-in provider, with the name that colleagues see. */
export type OfficerName = z.infer<typeof OfficerName>;

const TaskItem = z.object({
  enterpriseCode: z.string(),
  taskId: z.string(),
  /** The company's name when an officer first touched the task. */
  companyName: z.string(),
  entry: WorklistEntryItem,
  /** The assignee and the last day (Asia/Ho_Chi_Minh). */
  assignee: OfficerName.optional(),
  dueOn: z.string().optional(),
  /** The ISO instant at which it was assigned. */
  assignedAt: z.string().optional(),
  /** The office's decision; undefined while the task waits. */
  outcome: z.enum(OFFICE_OUTCOMES).optional(),
  /** The typed value, or the result of an on-site check. */
  value: z.string().optional(),
  /** The correction of the company's rows by the decision. */
  correction: CorrectionItem.optional(),
  reason: z.string().optional(),
  by: OfficerName.optional(),
  /** The ISO instant of the decision. */
  at: z.string().optional(),
  revision: z.int().positive(),
});
export type Task = z.infer<typeof TaskItem>;

const OPEN = 'open';
const SETTLED = 'settled';
/** The partition of a desk's officers; no enterprise code begins like this. */
const officersOf = (desk: 'office' | 'police') => `#officers#${desk}`;

/**
 * The table `tasks`: PK enterpriseCode, SK taskId, with what officers did about an entry of the worklist; an untouched
 * entry has no item. Index `queue`: PK queue (`open`, `settled`), SK placeAt (the due day or the instant of the
 * decision, with the id).
 */
export const tasksTable = (db: DynamoDBDocumentClient, table: string) => ({
  async get(enterpriseCode: string, taskId: string): Promise<Task | undefined> {
    const Key = { enterpriseCode, taskId };
    return oneAs(TaskItem, itemAt(db, table, Key));
  },

  /** False where a colleague has written the task since `before` was read. */
  write(next: Task, before: Task | undefined, expiresAt: number): Promise<boolean> {
    const { enterpriseCode, taskId, ...rest } = next;
    const place =
      next.at === undefined
        ? { queue: OPEN, placeAt: `${next.dueOn ?? '~'}#${taskId}` }
        : { queue: SETTLED, placeAt: `${next.at}#${taskId}` };
    return putRevision(db, table, { enterpriseCode, taskId }, { ...rest, ...place, expiresAt }, before);
  },

  /** The touched and unsettled tasks, the earliest due first. */
  taken: () => allAs(TaskItem, queryAll(db, table, { queue: OPEN }, { IndexName: 'queue' })),

  /** The tasks settled between two ISO instants, the oldest first. */
  async settled(from: string, until: string): Promise<Task[]> {
    const between = { queue: SETTLED, placeAt: ['BETWEEN', from, `${until}~`] } as const;
    return allAs(TaskItem, queryAll(db, table, between, { IndexName: 'queue' }));
  },

  /** Records an officer of a desk, to whom work can be assigned. */
  async meet(desk: 'office' | 'police', { subject, name }: OfficerName, expiresAt: number): Promise<void> {
    await putItem(db, table, { enterpriseCode: officersOf(desk), taskId: subject, name, expiresAt });
  },

  /** All officers who have worked at the desk, sorted by name. */
  async officers(desk: 'office' | 'police'): Promise<OfficerName[]> {
    const items = await queryAll(db, table, { enterpriseCode: officersOf(desk) });
    return items
      .map((item) => OfficerName.parse({ subject: item['taskId'], name: item['name'] }))
      .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
  },
});
export type Tasks = ReturnType<typeof tasksTable>;

export const taskKey = ({ enterpriseCode, taskId }: Pick<Task, 'enterpriseCode' | 'taskId'>): string =>
  `${enterpriseCode} ${taskId}`;
