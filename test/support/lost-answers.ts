import { DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { patientRetries } from '#shared/clients/retries.ts';

const WRITES = new Set([PutItemCommand.name, UpdateItemCommand.name]);

/** A client of an engine that loses the answer of a write, once for each time that `lose` is called; `then` runs before the next try. */
export function losingClient(endpoint: string) {
  const lost: (() => Promise<unknown>)[] = [];
  const client = new DynamoDBClient({
    endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    retryStrategy: patientRetries,
  });
  // The middleware runs for each try, after the SDK's retries
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (asked) => {
        const answer = await next(asked);
        const then = WRITES.has(commandName) ? lost.shift() : undefined;
        if (!then) return answer;
        await then();
        throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
      },
    { step: 'deserialize', priority: 'low' },
  );
  return {
    db: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    lose: (then: () => Promise<unknown> = async () => undefined) => lost.push(then),
  };
}
