import { documentClient } from '#shared/clients/dynamodb.ts';
import { objectLink } from '#shared/clients/object-link.ts';
import { objectStore } from '#shared/clients/object-store.ts';
import { queue } from '#shared/clients/queue.ts';
import { readSecret } from '#shared/clients/secrets.ts';
import { expiresAfter } from '#shared/runtime/retention.ts';
import { callsTable } from '#shared/tables/calls.ts';
import { noticesTable } from '#shared/tables/notices.ts';
import { receiversTable } from '#shared/tables/receivers.ts';
import { repliesTable } from '#shared/tables/replies.ts';
import { cursors } from './cursor.ts';
import { ReceiverApiEnv } from './env.ts';
import { createHandler } from './handler.ts';
import { callLimit } from './limit-calls.ts';

const { CLIENT_CERTIFICATES: holders, ...env } = ReceiverApiEnv.parse(process.env);
const now = () => new Date();
const db = documentClient();

export const handler = createHandler({
  enter: queue(env.LOG_ENTRIES_QUEUE_URL),
  cursors: cursors(await readSecret(env.CURSOR_SECRET_ARN)),
  limit: callLimit({ calls: callsTable(db, env.CALLS_TABLE), now }),
  notices: noticesTable(db, env.NOTICES_TABLE),
  replies: repliesTable(db, env.REPLIES_TABLE),
  certificateHolders: holders === 'off' ? undefined : receiversTable(db, holders),
  objects: objectStore(),
  link: objectLink(),
  evidenceBucket: env.EVIDENCE_BUCKET,
  tell: queue(env.REPLIES_QUEUE_URL),
  expiry: expiresAfter(env.RETENTION_DAYS, now),
  now,
});
