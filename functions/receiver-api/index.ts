import { randomBytes } from 'node:crypto';
import { treeHashing } from '#shared/domain/transparency-log/tree-hash.ts';
import { keysOfText } from '#shared/domain/transparency-log/verifier-key.ts';
import { LOG_FILES } from '#shared/contracts/log-files.ts';
import { documentClient } from '#shared/clients/dynamodb.ts';
import { objectLink } from '#shared/clients/object-link.ts';
import { objectStore } from '#shared/clients/object-store.ts';
import { queue } from '#shared/clients/queue.ts';
import { changeSecret, readSecret } from '#shared/clients/secrets.ts';
import { signingKeys } from '#shared/clients/signing-secrets.ts';
import { uploadForm } from '#shared/clients/upload-form.ts';
import { expiresAfter } from '#shared/runtime/retention.ts';
import { caseRecordsTable } from '#shared/tables/case-records.ts';
import { callersTable } from '#shared/tables/callers.ts';
import { callsTable } from '#shared/tables/calls.ts';
import { sha256, verifyEd25519 } from '#shared/runtime/signing.ts';
import { deliveriesTable } from '#shared/tables/deliveries.ts';
import { logTable } from '#shared/tables/log.ts';
import { noticesTable } from '#shared/tables/notices.ts';
import { receiversTable } from '#shared/tables/receivers.ts';
import { repliesTable } from '#shared/tables/replies.ts';
import { reviewsTable } from '#shared/tables/reviews.ts';
import { cursors } from './cursor.ts';
import { ReceiverApiEnv } from './env.ts';
import { createHandler } from './handler.ts';
import { callLimit } from './call-limit.ts';

const env = ReceiverApiEnv.parse(process.env);
const now = () => new Date();
const db = documentClient();

const objects = objectStore();
const receivers = receiversTable(db, env.RECEIVERS_TABLE);
const log = logTable(db, env.LOG_TABLE);
const readLog = (path: string) => objects.bytes(env.LOG_BUCKET, path);

export const handler = createHandler({
  enter: queue(env.LOG_ENTRIES_QUEUE_URL),
  cursors: cursors(await readSecret(env.CURSOR_SECRET_ARN)),
  limit: callLimit({ calls: callsTable(db, env.CALLS_TABLE), now }),
  notices: noticesTable(db, env.NOTICES_TABLE),
  replies: repliesTable(db, env.REPLIES_TABLE),
  reviews: reviewsTable(db, env.REVIEWS_TABLE),
  log,
  proving: {
    log,
    readTile: readLog,
    hashing: treeHashing(sha256),
    keys: async () => keysOfText(sha256, new TextDecoder().decode(await readLog(LOG_FILES.keys))),
    verify: verifyEd25519,
  },
  caseRecords: caseRecordsTable(db, env.CASE_RECORDS_TABLE),
  deliveries: deliveriesTable(db, env.DELIVERIES_TABLE),
  receivers,
  signingKeys: signingKeys(readSecret, changeSecret),
  witnesses: receivers,
  certificateHolders: env.CLIENT_CERTIFICATES === 'off' ? undefined : receivers,
  objects,
  link: objectLink(),
  uploadForm: uploadForm(),
  callers: callersTable(db, env.CALLERS_TABLE),
  inboxBucket: env.INBOX_BUCKET,
  evidenceBucket: env.EVIDENCE_BUCKET,
  sendTestEvent: queue(env.DELIVERIES_QUEUE_URL),
  newId: () => randomBytes(16).toString('base64url'),
  sendReply: queue(env.REPLIES_QUEUE_URL),
  expiry: expiresAfter(env.RETENTION_DAYS, now),
  now,
});
