import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import {
  type AgreeingDesk,
  agreeingDeskOf,
  TAKING_BACK_USES,
} from '#shared/domain/notification/release/release-policy.ts';
import { itemAt, putIf, removeIf } from './conditional-write.ts';
import { allAs, oneAs, queryAll } from './query-all.ts';
import { VoteItem } from './vote-item.ts';

const TakingBackItem = z.object({
  /** The file with its feed's folder: `registrations/2025.csv`. */
  file: z.string(),
  use: z.enum(TAKING_BACK_USES),
  version: z.string(),
  why: z.string(),
  askedAt: z.string(),
  votes: z.array(VoteItem),
  /** Distinguishes each state of the decision about the file from every other. */
  revision: z.string(),
});
/** A stored decision to take a file back, which waits for people, was refused or is to be carried out. */
export type StoredTakingBack = z.infer<typeof TakingBackItem>;

/** The table `takings-back`: PK desk, at which people agree, SK file; at most one decision for each file. */
export const takingsBackTable = (db: DynamoDBDocumentClient, table: string) => ({
  get: (file: string) => oneAs(TakingBackItem, itemAt(db, table, keyOf(file))),

  /** All decisions on which people at a desk vote or have voted. */
  at: (desk: AgreeingDesk) => allAs(TakingBackItem, queryAll(db, table, { desk })),

  /** False where another writer has written the decision since `before` was read. */
  write(next: StoredTakingBack, before: StoredTakingBack | undefined, expiresAt: number): Promise<boolean> {
    const unchanged = before ? unchangedSince(before) : { when: 'attribute_not_exists(revision)' };
    const { file, ...rest } = next;
    return putIf(db, table, keyOf(file), { ...rest, expiresAt }, unchanged);
  },

  /** Removes a decision that was carried out, unless it has changed since it was read. */
  remove: (asked: StoredTakingBack) => removeIf(db, table, keyOf(asked.file), unchangedSince(asked)),
});
export type TakingsBack = ReturnType<typeof takingsBackTable>;

const keyOf = (file: string) => ({ desk: agreeingDeskOf(file), file });

const unchangedSince = ({ revision }: StoredTakingBack) => ({
  when: 'revision = :before',
  values: { ':before': revision },
});
