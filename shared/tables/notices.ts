import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { UnacknowledgedStatus } from '#shared/domain/notification/states.ts';
import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import { POLICE, type Receiver } from '#shared/domain/notification/receiver.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { itemAt, putRevision, updateIf } from './conditional-write.ts';
import { type HandlingStatusChange, handlingStatusUpdate, unacknowledgedKey, waitingKey } from './handling-status.ts';
import { noticeOf } from './notice-item.ts';
import { OpenNotice, noticeSummaryOf } from './open-notice.ts';
import { allAs, queryAll, queryFirst, queryPage, queryShards, scanAll, type QueryPage } from './query-all.ts';
import { expiryOf } from './expiry.ts';
import { SHARDS } from './shards.ts';

/** Stands for the receiver in the lists of notices that were withdrawn from the police. */
export const WITHDRAWN_FROM_POLICE = 'police#withdrawn';

/** Makes a notice's id from receiver and subject and never from findings, so that one subject never gets a second notice. */
export const noticeIdOf = (receiver: string, subject: string): string => contentId({ receiver, subject });

/** A notice with the number of its revision, which each write and each reply makes a new one. */
export type StoredNotice = Notice & { readonly revision: number };

const Waiting = z.object({ noticeId: z.string(), position: z.string() });
/** A notice that its receiver has not acknowledged, with its position in the feed. */
export type WaitingNotice = z.infer<typeof Waiting>;

const Unacknowledged = z.object({ receiver: z.string(), position: z.string() });

const Reviewed = z.object({ receiver: z.string(), reviewAt: z.string() });
/** A notice that must be reviewed. */
export interface NoticeToReview {
  readonly receiver: string;
  readonly subject: string;
}

/**
 * The table `notices`: PK receiver, SK noticeId. Index `feed`: PK receiver, SK position (`changedAt#noticeId`). Index
 * `waiting`: PK waiting (receiver and handling status, while not acknowledged), SK position. Index `open`: PK openFor
 * (receiver, while in force; for the police's withdrawn ones with `#withdrawn`), SK openAt (`changedAt#noticeId`), and the fields of a list. Index `review`: PK
 * reviewShard, SK reviewAt (`reviewOn#subject#noticeId`), the notices in force with a last day.
 */
export const noticesTable = (db: DynamoDBDocumentClient, table: string) => ({
  async get(receiver: string, noticeId: string): Promise<StoredNotice | undefined> {
    const item = await itemAt(db, table, { receiver, noticeId });
    return item && { ...noticeOf(item), revision: Number(item['revision']) };
  },

  /** Writes the next state of a notice; false where another writer or a reply changed it since `before` was read. */
  write(next: Notice, before: Pick<StoredNotice, 'revision'> | undefined): Promise<boolean> {
    const { receiver, noticeId } = next;
    const revision = (before?.revision ?? 0) + 1;
    const item = { ...next, ...indexed(next), revision, expiresAt: expiryOf('notices', next.changedAt) };
    return putRevision(db, table, { receiver, noticeId }, item, before);
  },

  /** False where the notice has another sequence or a later status, or where a later reply has decided. */
  async setHandlingStatus(change: HandlingStatusChange): Promise<boolean> {
    const { key, onwards, condition } = handlingStatusUpdate(change);
    return (await updateIf(db, table, key, { ...onwards, revise: true }, condition)) !== undefined;
  },

  /**
   * Records that the receiver has read the notice at a position of the feed; does nothing where the position or status
   * has changed.
   */
  async markRead(receiver: string, { noticeId, position }: WaitingNotice): Promise<void> {
    const delivered = { set: { handlingStatus: 'delivered', waiting: unacknowledgedKey(receiver, 'delivered') } };
    await updateIf(
      db,
      table,
      { receiver, noticeId },
      { ...delivered, revise: true },
      {
        when: '#position = :position AND handlingStatus = :issued',
        names: { '#position': 'position' },
        values: { ':issued': 'issued', ':position': position },
      },
    );
  },

  /** Moves a notice to the feed's end, so that its receiver reads it again; false where it has changed meanwhile. */
  async announceAgain(receiver: string, { noticeId, position }: WaitingNotice, now: Date): Promise<boolean> {
    const end = { set: { position: `${now.toISOString()}#${noticeId}` } };
    const moved = await updateIf(
      db,
      table,
      { receiver, noticeId },
      { ...end, revise: true },
      {
        when: '#position = :position AND attribute_exists(waiting)',
        names: { '#position': 'position' },
        values: { ':position': position },
      },
    );
    return moved !== undefined;
  },

  /**
   * The notices that a receiver has not acknowledged, the oldest first: all, or those up to a position of the feed, for
   * which an instant suffices.
   */
  async waiting(receiver: string, handlingStatus: UnacknowledgedStatus, until = '~'): Promise<WaitingNotice[]> {
    const waiting = { waiting: waitingKey(receiver, handlingStatus), position: ['<=', until] } as const;
    return allAs(Waiting, queryAll(db, table, waiting, { IndexName: 'waiting' }));
  },

  /** How many notices each receiver has left unacknowledged since `until` or longer. */
  async unacknowledged(until: string): Promise<ReadonlyMap<string, number>> {
    const items = await scanAll(db, table, { IndexName: 'waiting' });
    const late = items.map((item) => Unacknowledged.parse(item)).filter(({ position }) => position <= until);
    return new Map([...Map.groupBy(late, ({ receiver }) => receiver)].map(([one, of]) => [one, of.length]));
  },

  /** The notice that a receiver has left unacknowledged for the longest time. */
  async oldestWaiting(receiver: string, handlingStatus: UnacknowledgedStatus): Promise<WaitingNotice | undefined> {
    const waiting = { waiting: waitingKey(receiver, handlingStatus) };
    const [oldest] = await queryFirst(db, table, waiting, 1, { IndexName: 'waiting' });
    return oldest && Waiting.parse(oldest);
  },

  /** The notices in force that are to be reviewed on a day. */
  async toReview(day: string): Promise<NoticeToReview[]> {
    const dueIn = (reviewShard: string) => ({ reviewShard, reviewAt: ['<=', `${day}#~`] }) as const;
    return (await queryShards(db, table, dueIn, { IndexName: 'review' })).map(toReview);
  },

  /** Yields all notices in force of a shard that have a last day, page by page. */
  async pageToReview(shard: string, after: string | undefined, limit: number): Promise<QueryPage<NoticeToReview>> {
    const review = { IndexName: 'review' };
    const { items, next } = await queryPage(db, table, { reviewShard: shard }, ['reviewAt', after], limit, review);
    return { found: items.map(toReview), next };
  },

  /**
   * All of a receiver's notices in force with the fields for lists, or those withdrawn from the police; one page of the
   * index holds some thousands.
   */
  open: (receiver: Receiver | typeof WITHDRAWN_FROM_POLICE) =>
    allAs(OpenNotice, queryAll(db, table, { openFor: receiver }, { IndexName: 'open' })),

  /** A receiver's notices whose last change is after `after` and not after `until`, the oldest change first. */
  async changed(receiver: string, after: string, until: string, limit: number): Promise<ChangedNotice[]> {
    // BETWEEN includes both ends, so the space skips every position that starts with `after`
    const between = { receiver, position: ['BETWEEN', `${after} `, `${until}~`] } as const;
    return (await queryFirst(db, table, between, limit, { IndexName: 'feed' })).map(changedNotice);
  },

  /** A receiver's notices in any state, the latest change first, before a position of the feed or from its end. */
  async latest(receiver: string, before: string | undefined, limit: number): Promise<ChangedNotice[]> {
    const feed = { IndexName: 'feed', ScanIndexForward: false };
    const earlier = { receiver, position: ['<', before ?? '~'] } as const;
    return (await queryFirst(db, table, earlier, limit, feed)).map(changedNotice);
  },
});

export interface ChangedNotice {
  readonly notice: Notice;
  /** The notice's position in the feed. */
  readonly position: string;
}

const changedNotice = (item: Record<string, unknown>): ChangedNotice => ({
  notice: noticeOf(item),
  position: String(item['position']),
});

export type Notices = ReturnType<typeof noticesTable>;

function toReview(item: Record<string, unknown>): NoticeToReview {
  const { receiver, reviewAt } = Reviewed.parse(item);
  return { receiver, subject: reviewAt.split('#')[1] ?? '' };
}

const indexed = (notice: Notice) => {
  const { receiver, noticeId, subject, changedAt, handlingStatus, reviewOn, state } = notice;
  return {
    position: `${changedAt}#${noticeId}`,
    waiting: unacknowledgedKey(receiver, handlingStatus),
    ...((state === 'in_force' || (receiver === POLICE && state === 'withdrawn')) && {
      openFor: state === 'in_force' ? receiver : WITHDRAWN_FROM_POLICE,
      openAt: `${changedAt}#${noticeId}`,
      summary: noticeSummaryOf(notice),
    }),
    ...(reviewOn !== undefined && {
      reviewShard: String((noticeId.codePointAt(0) ?? 0) % SHARDS),
      reviewAt: `${reviewOn}#${subject}#${noticeId}`,
    }),
  };
};
