import { documentClient } from '#shared/clients/dynamodb.ts';
import { queue } from '#shared/clients/queue.ts';
import { expiresAfter } from '#shared/runtime/retention.ts';
import { noticesTable } from '#shared/tables/notices.ts';
import { repliesTable } from '#shared/tables/replies.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = Env.parse(process.env);
const now = () => new Date();
const db = documentClient();

export const handler = createHandler({
  notices: noticesTable(db, env.NOTICES_TABLE),
  replies: repliesTable(db, env.REPLIES_TABLE),
  tell: queue(env.REPLIES_QUEUE_URL),
  expiry: expiresAfter(env.RETENTION_DAYS, now),
  now,
});
