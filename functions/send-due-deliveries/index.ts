import { documentClient } from '#shared/clients/dynamodb.ts';
import { queue } from '#shared/clients/queue.ts';
import { parkIn } from '#shared/runtime/park.ts';
import { deliveriesTable } from '#shared/tables/deliveries.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { SendDueDeliveriesEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = SendDueDeliveriesEnv.parse(process.env);
const now = () => new Date();
const db = documentClient();

export const handler = createHandler({
  deliveries: deliveriesTable(db, env.DELIVERIES_TABLE),
  deliver: queue(env.DELIVERIES_QUEUE_URL),
  park: parkIn(parkedTable(db, env.PARKED_TABLE), now),
  now,
});
