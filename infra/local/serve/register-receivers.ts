import { CreateSecretCommand, DeleteSecretCommand } from '@aws-sdk/client-secrets-manager';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { bankOf } from '#shared/domain/notification/receiver.ts';
import { callersTable } from '#shared/tables/callers.ts';
import { receiversTable } from '#shared/tables/receivers.ts';
import type { Clients } from '../clients.ts';
import type { LocalReceiver } from './receivers-file.ts';

interface Where {
  readonly clients: Pick<Clients, 'dynamodb' | 'secrets'>;
  readonly table: string;
  /** The table of callers. */
  readonly callers: string;
  /** The stack's name, with which the names of its secrets begin. */
  readonly stack: string;
  /** A suffix for the names of created secrets, so that two runs on one endpoint don't collide. */
  readonly suffix: string;
}

/**
 * Registers receivers as an operator does, with each receiver's keys in a secret and an item in the table that names
 * the secret.
 * @returns a function that removes the secrets again
 */
export async function registerReceivers(
  receivers: readonly LocalReceiver[],
  { clients: { dynamodb, secrets: manager }, table, callers, stack, suffix }: Where,
): Promise<() => Promise<void>> {
  const db = DynamoDBDocumentClient.from(dynamodb);
  const known = receiversTable(db, table);
  const calling = callersTable(db, callers);
  const arns = await Promise.all(
    receivers.map(async ({ receiver, url, secrets, clientId }) => {
      const bank = bankOf(receiver);
      const sends = bank === undefined ? [] : [{ prefix: `accounts/${bank}/` }];
      await calling.enter({ clientId, receiver, sends });
      if (url === undefined) {
        await known.register({ receiver, mode: 'pull', clientId });
        return [];
      }
      const Name = `${stack}/receivers/${receiver.replace('#', '.')}${suffix}`;
      const { ARN = '' } = await manager.send(
        new CreateSecretCommand({ Name, SecretString: JSON.stringify({ secrets }) }),
      );
      await known.register({ receiver, mode: 'push', url, secretArn: ARN, clientId });
      return [ARN];
    }),
  );
  return async () => {
    for (const SecretId of arns.flat()) {
      await manager.send(new DeleteSecretCommand({ SecretId, ForceDeleteWithoutRecovery: true }));
    }
  };
}
