import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { contentId } from '#shared/runtime/content-id.ts';
import { putItem, removeItem } from './conditional-write.ts';
import { fileStem } from './file-stem.ts';
import { queryFirst } from './query-all.ts';

type WaitedFiles = Readonly<Record<string, string>>;

/** The most names of stopped files in the item of a feed, which has no room for thousands of them. */
export const MOST_MARKS = 500;
const STOPPED = 'stopped#';
/** Stands while names of stopped files have items of their own. */
const OTHERS = `${STOPPED}others`;
const NEVER_DEAD = '9999-12-31T00:00:00.000Z';

/** The key of all files of one name: a fingerprint that differs from every single file's. */
const stoppedKey = (file: string) => `${STOPPED}${contentId(fileStem(file))}`;

/**
 * The names of a feed's stopped files, for which it waits. The first ones are marks in the item of the feed, so that
 * coverage is read with one request. Others have items in a partition of their own, and the feed one mark for all.
 */
export function stoppedMarks(db: DynamoDBDocumentClient, table: string, feed: string, file: string) {
  const key = stoppedKey(file);
  const own = { feed: `${STOPPED}${feed}`, file: key };
  return {
    async added(marks: WaitedFiles): Promise<WaitedFiles> {
      const isFull = Object.keys(marks).filter((name) => name.startsWith(STOPPED)).length >= MOST_MARKS;
      if (!isFull || key in marks) return { ...marks, [key]: NEVER_DEAD };
      // A feed that finds no other item must not lose the mark, so the item is written before the mark
      await putItem(db, table, own);
      return { ...marks, [OTHERS]: NEVER_DEAD };
    },

    async removed(marks: WaitedFiles): Promise<WaitedFiles> {
      const { [key]: _own, ...left } = marks;
      if (!(OTHERS in left)) return left;
      await removeItem(db, table, own);
      const ofFeed = {
        TableName: table,
        KeyConditionExpression: 'feed = :stopped',
        ExpressionAttributeValues: { ':stopped': own.feed },
      };
      const { [OTHERS]: _others, ...withoutOthers } = left;
      return (await queryFirst(db, ofFeed, 1)).length > 0 ? left : withoutOthers;
    },
  };
}
