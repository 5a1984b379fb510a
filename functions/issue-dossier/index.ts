import { documentClient } from '#shared/clients/dynamodb.ts';
import { objectStore } from '#shared/clients/object-store.ts';
import { parkIn } from '#shared/runtime/park.ts';
import { noticesTable } from '#shared/tables/notices.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { IssueDossierEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = IssueDossierEnv.parse(process.env);
const now = () => new Date();
const db = documentClient();

export const handler = createHandler({
  notices: noticesTable(db, env.NOTICES_TABLE),
  objects: objectStore(),
  evidenceBucket: env.EVIDENCE_BUCKET,
  park: parkIn(parkedTable(db, env.PARKED_TABLE), now),
});
