import { accessTokens } from '#shared/clients/access-tokens.ts';
import { documentClient } from '#shared/clients/dynamodb.ts';
import { callersTable } from '#shared/tables/callers.ts';
import { AdmitCallerEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = AdmitCallerEnv.parse(process.env);

export const handler = createHandler({
  clientOf: accessTokens(env.TOKEN_ISSUER),
  callers: callersTable(documentClient(), env.CALLERS_TABLE),
});
