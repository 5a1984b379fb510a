import { documentClient } from '#shared/clients/dynamodb.ts';
import { queue } from '#shared/clients/queue.ts';
import { nameOfQueue, queuesBeside, stepQueues } from '#shared/clients/step-queues.ts';
import { parkIn } from '#shared/runtime/park.ts';
import { deliveriesTable } from '#shared/tables/deliveries.ts';
import { noticesTable } from '#shared/tables/notices.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { receiversTable } from '#shared/tables/receivers.ts';
import { DoOperatorTaskEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = DoOperatorTaskEnv.parse(process.env);
const urls = queuesBeside(env.DELIVERIES_QUEUE_URL, env.STEP_QUEUES);
const now = () => new Date();
const db = documentClient();
const parked = parkedTable(db, env.PARKED_TABLE);
const sends = new Map(urls.map((url) => [nameOfQueue(url), queue<unknown>(url)]));

export const handler = createHandler({
  parked,
  queueNamed: (name) => sends.get(name),
  queues: stepQueues(urls),
  notices: noticesTable(db, env.NOTICES_TABLE),
  deliveries: deliveriesTable(db, env.DELIVERIES_TABLE),
  receivers: receiversTable(db, env.RECEIVERS_TABLE),
  deliver: queue(env.DELIVERIES_QUEUE_URL),
  sweep: queue(env.SWEEPS_QUEUE_URL),
  goOn: queue(env.OPERATOR_TASKS_QUEUE_URL),
  park: parkIn(parked, now),
  now,
});
