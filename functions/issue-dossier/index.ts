import { documentClient } from '#shared/clients/dynamodb.ts';
import { objectStore } from '#shared/clients/object-store.ts';
import { queue } from '#shared/clients/queue.ts';
import { readSecret } from '#shared/clients/secrets.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { parkIn } from '#shared/runtime/park.ts';
import { accountsTable } from '#shared/tables/accounts.ts';
import { dropStates } from '#shared/tables/drop-states.ts';
import { companiesTable } from '#shared/tables/companies.ts';
import { filesTable } from '#shared/tables/files.ts';
import { policeRecordsTable } from '#shared/tables/police-records.ts';
import { noticesTable } from '#shared/tables/notices.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { repliesTable } from '#shared/tables/replies.ts';
import { subscribersTable } from '#shared/tables/subscribers.ts';
import { IssueDossierEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = IssueDossierEnv.parse(process.env);
const now = () => new Date();
const db = documentClient();
const hash = keyedHash(await readSecret(env.HASH_SECRET_ARN), env.HASH_KEYS);
const drops = dropStates(db, env.FILES_TABLE);

export const handler = createHandler({
  renewDrops: drops.renew,
  enter: queue(env.LOG_ENTRIES_QUEUE_URL),
  notices: noticesTable(db, env.NOTICES_TABLE),
  replies: repliesTable(db, env.REPLIES_TABLE),
  companies: companiesTable(db, env.COMPANIES_TABLE, hash, drops),
  accounts: accountsTable(db, env.ACCOUNTS_TABLE, hash, drops),
  policeRecords: policeRecordsTable(db, env.POLICE_RECORDS_TABLE, hash, drops),
  subscribers: subscribersTable(db, env.SUBSCRIBERS_TABLE, hash, drops),
  files: filesTable(db, env.FILES_TABLE),
  objects: objectStore(),
  evidenceBucket: env.EVIDENCE_BUCKET,
  // The writer of documents is a quarter of the code and is loaded while the first dossier is gathered
  writeDocx: async (dossier, picture) => (await import('./write-docx.ts')).writeDocx(dossier, picture),
  park: parkIn(parkedTable(db, env.PARKED_TABLE), now),
});
