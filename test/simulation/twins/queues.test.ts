import {
  CreateQueueCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientsOf } from '#infra/local/clients.ts';
import { type Engines, startEngines } from '#infra/local/engines.ts';
import { QueuesTwin } from './queues.ts';

let engines: Engines;
let sqs: SQSClient;
let count = 0;
beforeAll(async () => {
  engines = await startEngines({});
  ({ sqs } = clientsOf(engines.endpoints, { accessKeyId: 'local', secretAccessKey: 'local' }));
});
afterAll(() => engines.stop());

/** Bodies sent at once, or how many are received and whether they are done. */
const call = fc.oneof(
  fc.record({ send: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 10 }) }),
  fc.record({ receive: fc.integer({ min: 1, max: 10 }), isDone: fc.boolean() }),
);

describe('the queues in memory', () => {
  it('the queues in memory deliver and keep what the engine delivers and keeps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(call, { maxLength: 12 }), async (calls) => {
        count += 1;
        const { QueueUrl: url = '' } = await sqs.send(new CreateQueueCommand({ QueueName: `twin-${count}` }));
        const twin = new QueuesTwin([{ url, arn: 'arn', visibilitySeconds: 30, delaySeconds: 0 }], () => 0);
        for (const one of calls) {
          if ('send' in one) {
            const Entries = one.send.map((MessageBody, n) => ({ Id: String(n), MessageBody }));
            const real = await sqs.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
            const ours = twin.sendBatch(url, Entries);
            expect(ours.Successful.map(({ Id }) => Id)).toEqual((real.Successful ?? []).map(({ Id }) => Id));
            continue;
          }
          const asked = new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: one.receive });
          const { Messages = [] } = await sqs.send(asked);
          const ours = twin.receive(url, one.receive);
          expect(ours.map(({ body }) => body).sort()).toEqual(Messages.map(({ Body }: Message) => Body).sort());
          if (!one.isDone) continue;
          for (const { ReceiptHandle } of Messages)
            await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle }));
          for (const message of ours) twin.delete(url, message);
        }
      }),
      { numRuns: 30 },
    );
  });
});
