import { join } from 'node:path';
import { documentClient } from '#shared/clients/dynamodb.ts';
import { signInProvider } from '#shared/clients/sign-in.ts';
import { sessionsTable } from '#shared/tables/sessions.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';
import { readAssets } from './http/assets.ts';

const env = Env.parse(process.env);
const db = documentClient();
const allowLoopback = env.ALLOW_LOOPBACK === 'yes';

export const handler = createHandler({
  sessions: sessionsTable(db, env.SESSIONS_TABLE),
  signIn: signInProvider({ issuer: env.SIGN_IN_ISSUER, clientId: env.SIGN_IN_CLIENT_ID, allowLoopback }),
  assets: readAssets(join(import.meta.dirname, 'assets')),
  allowLoopback,
  now: () => new Date(),
});
