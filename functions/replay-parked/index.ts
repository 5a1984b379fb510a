import { documentClient } from '#shared/clients/dynamodb.ts';
import { queue } from '#shared/clients/queue.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { ReplayParkedEnv } from './env.ts';
import { createHandler } from './handler.ts';

const { PARKED_TABLE, ...queueUrls } = ReplayParkedEnv.parse(process.env);
const sends = new Map(Object.values(queueUrls).map((url) => [url.split('/').at(-1), queue<unknown>(url)]));

export const handler = createHandler({
  parked: parkedTable(documentClient(), PARKED_TABLE),
  queueNamed: (name) => sends.get(name),
  enter: queue(queueUrls.LOG_ENTRIES_QUEUE_URL),
  now: () => new Date(),
});
