import { documentClient } from '#shared/clients/dynamodb.ts';
import { objectStore } from '#shared/clients/object-store.ts';
import { queue } from '#shared/clients/queue.ts';
import { parkIn } from '#shared/runtime/park.ts';
import { noticesTable } from '#shared/tables/notices.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { IssueDossierEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = IssueDossierEnv.parse(process.env);
const now = () => new Date();
const db = documentClient();

export const handler = createHandler({
  enter: queue(env.LOG_ENTRIES_QUEUE_URL),
  notices: noticesTable(db, env.NOTICES_TABLE),
  objects: objectStore(),
  evidenceBucket: env.EVIDENCE_BUCKET,
  park: parkIn(parkedTable(db, env.PARKED_TABLE), now),
});
