import { randomUUID } from 'node:crypto';
import { bankWebhook } from '#shared/clients/bank-webhook.ts';
import { documentClient } from '#shared/clients/dynamodb.ts';
import { queue } from '#shared/clients/queue.ts';
import { readSecret } from '#shared/clients/secrets.ts';
import { signingSecrets } from '#shared/clients/signing-secrets.ts';
import { parkIn } from '#shared/runtime/park.ts';
import { caseRecordsTable } from '#shared/tables/case-records.ts';
import { deliveriesTable } from '#shared/tables/deliveries.ts';
import { noticesTable } from '#shared/tables/notices.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { receiversTable } from '#shared/tables/receivers.ts';
import { dueMessagesTable } from '#shared/tables/due-messages.ts';
import { sendLater } from '#shared/use-cases/send-later.ts';
import { DeliverNoticeEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = DeliverNoticeEnv.parse(process.env);
const now = () => new Date();
const db = documentClient();

export const handler = createHandler({
  notices: noticesTable(db, env.NOTICES_TABLE),
  deliveries: deliveriesTable(db, env.DELIVERIES_TABLE),
  questions: caseRecordsTable(db, env.CASE_RECORDS_TABLE),
  receivers: receiversTable(db, env.RECEIVERS_TABLE),
  secrets: signingSecrets((arn, stage) => readSecret(arn, undefined, stage), now),
  call: bankWebhook({ allowLoopback: env.ALLOW_LOOPBACK === 'yes' }),
  deliverLater: sendLater({
    queue: 'deliveries',
    send: queue(env.DELIVERIES_QUEUE_URL),
    dueMessages: dueMessagesTable(db, env.DUE_MESSAGES_TABLE),
    now,
  }),
  park: parkIn(parkedTable(db, env.PARKED_TABLE), now),
  newId: randomUUID,
  random: Math.random,
  now,
});
