import * as z from 'zod';
import { API_SCOPE } from '#shared/clients/access-tokens.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { randomBytes } from 'node:crypto';
import { UserFacingError } from '#infra/local/failure-sentence.ts';
import { registerReceivers } from '#infra/local/serve/register-receivers.ts';
import { askAws } from '../ask-aws.ts';
import { readSystem } from '../find-system.ts';
import { SAMPLE_NOTICES } from './sample-notices.ts';
import type { SmokeSystem } from './run-smoke.ts';

const Made = z.object({ UserPoolClient: z.object({ ClientId: z.string(), ClientSecret: z.string() }) });

/**
 * A deployed stack with a client of the police and an endpoint for every receiver of the sample. What the tables get by
 * that is removed with the rest; client and keys are removed here.
 * @param file what `npm run deploy` wrote
 */
export async function deployedSystem(file: string, stack: string, webhook: string): Promise<SmokeSystem> {
  const system = await readSystem({ HAUKIEM_SYSTEM: file });
  const pool = system.callersPool;
  if (pool === undefined) throw new UserFacingError(`Không đọc được hệ thống từ ${file}.`);
  const inPool = ['--user-pool-id', pool, '--region', z.string().parse(await system.dynamodb.config.region())];
  const flow = [
    '--generate-secret',
    '--allowed-o-auth-flows',
    'client_credentials',
    '--allowed-o-auth-scopes',
    API_SCOPE,
  ];
  const asked = ['create-user-pool-client', ...inPool, '--client-name', 'smoke', ...flow];
  const made = Made.parse(await askAws(['cognito-idp', ...asked, '--allowed-o-auth-flows-user-pool-client']));
  const { ClientId: id, ClientSecret: secret } = made.UserPoolClient;
  const removeClient = () => askAws(['cognito-idp', 'delete-user-pool-client', ...inPool, '--client-id', id]);
  const receivers = [...SAMPLE_NOTICES.keys()].map((receiver) => ({
    receiver,
    url: webhook,
    secrets: [`whsec_${randomBytes(32).toString('base64')}`],
    clientId: receiver === POLICE ? id : `smoke-${receiver}`,
    clientSecret: secret,
  }));
  const { receivers: table, callers } = system.tables;
  const where = { clients: system, table, callers, stack, suffix: `-${Date.now().toString(36)}` };
  try {
    const forget = await registerReceivers(receivers, where);
    return {
      system,
      client: { id, secret },
      minutes: 45,
      async close() {
        await Promise.all([forget(), removeClient()]);
      },
    };
  } catch (error) {
    await removeClient();
    throw error;
  }
}
