import { documentClient } from '#shared/clients/dynamodb.ts';
import { queue } from '#shared/clients/queue.ts';
import { nameOfQueue, queuesBeside } from '#shared/clients/step-queues.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { ReplayParkedEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = ReplayParkedEnv.parse(process.env);
const urls = queuesBeside(env.LOG_ENTRIES_QUEUE_URL, env.STEP_QUEUES);
const sends = new Map(urls.map((url) => [nameOfQueue(url), queue<unknown>(url)]));

export const handler = createHandler({
  parked: parkedTable(documentClient(), env.PARKED_TABLE),
  queueNamed: (name) => sends.get(name),
  enter: queue(env.LOG_ENTRIES_QUEUE_URL),
  now: () => new Date(),
});
