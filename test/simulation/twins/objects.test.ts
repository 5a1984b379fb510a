import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientsOf } from '#infra/local/clients.ts';
import { type Engines, startEngines } from '#infra/local/engines.ts';
import { type ObjectStore, objectStore } from '#shared/clients/object-store.ts';
import { ObjectsTwin } from './objects.ts';

const BUCKETS = ['evidence', 'log'];
let engines: Engines;
let real: ObjectStore;
beforeAll(async () => {
  engines = await startEngines({});
  const { s3 } = clientsOf(engines.endpoints, { accessKeyId: 'local', secretAccessKey: 'local' });
  for (const Bucket of BUCKETS) await s3.send(new CreateBucketCommand({ Bucket }));
  real = objectStore(s3);
});
afterAll(() => engines.stop());

const KEYS = ['a', 'a/b', 'receipts/á.json', 'receipts/a\u0301.json', '__proto__', 'tên tệp (1).csv', 'x+y%20z#1.csv'];
const object = fc.record({ bucket: fc.constantFrom(...BUCKETS), key: fc.constantFrom(...KEYS) });
const call = fc.oneof(
  fc.record({ put: object, bytes: fc.uint8Array({ maxLength: 20 }), asStream: fc.boolean() }),
  fc.record({ get: object }),
  fc.record({ remove: object }),
);

const textOf = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('hex');

describe('the objects in memory', () => {
  it('the objects in memory give back what the engine gives back, by key and bucket, and nothing for what is not there', async () => {
    const twin = new ObjectsTwin();
    await fc.assert(
      fc.asyncProperty(fc.array(call, { maxLength: 20 }), async (calls) => {
        for (const one of calls) {
          if ('put' in one) {
            const bytes = Buffer.from(one.bytes);
            const content = one.asStream ? Readable.from([bytes]) : bytes;
            await real.put(one.put.bucket, one.put.key, content, 'application/octet-stream');
            twin.put(one.put.bucket, one.put.key, bytes);
            continue;
          }
          if ('remove' in one) {
            await real.remove(one.remove.bucket, one.remove.key);
            twin.remove(one.remove.bucket, one.remove.key);
            continue;
          }
          const { bucket, key } = one.get;
          const lying = await real.bytes(bucket, key);
          expect(textOf(twin.get(bucket, key))).toEqual(textOf(lying));
          const opened = await real.open(bucket, key);
          if (!opened || !lying) continue;
          expect(await buffer(twin.stream(Buffer.from(lying), false))).toEqual(await buffer(opened));
        }
      }),
      { numRuns: 30 },
    );
  });
});
