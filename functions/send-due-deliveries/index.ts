import { documentClient } from '#shared/clients/dynamodb.ts';
import { queue } from '#shared/clients/queue.ts';
import { queueAddresses } from '#shared/clients/step-queues.ts';
import { parkIn } from '#shared/runtime/park.ts';
import { deliveriesTable } from '#shared/tables/deliveries.ts';
import { dueMessagesTable } from '#shared/tables/due-messages.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { SendDueDeliveriesEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = SendDueDeliveriesEnv.parse(process.env);
const now = () => new Date();
const db = documentClient();
const addressOf = queueAddresses(env.DELIVERIES_QUEUE_URL, env.STEP_QUEUES);
const sends = new Map(env.STEP_QUEUES.split(',').map((name) => [name, queue<unknown>(addressOf(name))]));

export const handler = createHandler({
  deliveries: deliveriesTable(db, env.DELIVERIES_TABLE),
  dueMessages: dueMessagesTable(db, env.DUE_MESSAGES_TABLE),
  queueNamed: (name) => sends.get(name),
  deliver: queue(env.DELIVERIES_QUEUE_URL),
  park: parkIn(parkedTable(db, env.PARKED_TABLE), now),
  now,
});
