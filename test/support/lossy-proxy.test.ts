import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engines, startEngines } from '#infra/local/engines.ts';
import { patientRetries } from '#shared/clients/retries.ts';
import { batchGet } from '#shared/tables/batch-get.ts';
import { batchWrite } from '#shared/tables/batch-write.ts';
import { queryFirst } from '#shared/tables/query-all.ts';
import { lossyProxy, NO_FAULTS } from './lossy-proxy.ts';

const TABLE = {
  TableName: 'facts',
  KeySchema: [
    { AttributeName: 'of', KeyType: 'HASH' as const },
    { AttributeName: 'fact', KeyType: 'RANGE' as const },
  ],
  AttributeDefinitions: ['of', 'fact'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
  BillingMode: 'PAY_PER_REQUEST' as const,
};
const FACTS = Array.from({ length: 9 }, (_, n) => ({ of: 'a', fact: String(n) }));

describe('a proxy that answers reads badly', () => {
  let engines: Engines;
  beforeAll(async () => {
    engines = await startEngines({});
  });
  afterAll(() => engines.stop());

  it('all items are read although answers are cut off, pages end early and batches are handed back', async () => {
    const faults = { ...NO_FAULTS, cutOff: 0.3, short: 0.5, partly: 0.5 };
    const proxy = await lossyProxy(engines.endpoints.dynamodb, faults, 3);
    const client = new DynamoDBClient({
      endpoint: proxy.url,
      region: 'ap-southeast-1',
      credentials: { accessKeyId: 'Function', secretAccessKey: 'local' },
      retryStrategy: patientRetries,
    });
    const db = DynamoDBDocumentClient.from(client);
    await client.send(new CreateTableCommand(TABLE));
    await batchWrite(db, 'facts', FACTS, ({ fact }) => fact);
    for (let n = 0; n < 2; n += 1) {
      expect(await queryFirst(db, 'facts', { of: 'a' }, 7)).toEqual(FACTS.slice(0, 7));
      const found = await batchGet(db, 'facts', FACTS);
      expect(found.map(({ fact }) => fact).sort()).toEqual(FACTS.map(({ fact }) => fact));
    }
    expect([proxy.befell.cutOff, proxy.befell.short, proxy.befell.partly].every((times) => times > 0)).toBe(true);
    client.destroy();
    await proxy.stop();
  });
});
