import { randomBytes, randomUUID } from 'node:crypto';
import { treeHashing } from '#shared/domain/transparency-log/tree-hash.ts';
import { verifierKey } from '#shared/domain/transparency-log/verifier-key.ts';
import { documentClient } from '#shared/clients/dynamodb.ts';
import { logKey } from '#shared/clients/log-key.ts';
import { objectStore } from '#shared/clients/object-store.ts';
import { parkIn } from '#shared/runtime/park.ts';
import { expiresAfter } from '#shared/runtime/retention.ts';
import { sha256 } from '#shared/runtime/signing.ts';
import { logTable } from '#shared/tables/log.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { AppendEntriesEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = AppendEntriesEnv.parse(process.env);
const now = () => new Date();
const db = documentClient();
const signing = await logKey(env.LOG_KEY_ARN);

export const handler = createHandler({
  log: logTable(db, env.LOG_TABLE),
  objects: objectStore(),
  bucket: env.LOG_BUCKET,
  hashing: treeHashing(sha256),
  sha256,
  key: verifierKey(sha256, { name: env.LOG_ORIGIN, type: 'note', publicKey: signing.publicKey }),
  sign: signing.sign,
  newSalt: () => new Uint8Array(randomBytes(32)),
  newAttempt: randomUUID,
  expiry: expiresAfter(env.RETENTION_DAYS, now),
  park: parkIn(parkedTable(db, env.PARKED_TABLE), now),
});
