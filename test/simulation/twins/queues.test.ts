import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
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

const RECEIVES = 2;

/** A queue of the engine with its dead letters, and the same in memory. */
async function bothQueues() {
  count += 1;
  const create = async (name: string, Attributes = {}) => {
    const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes }));
    const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] });
    const arn = (await sqs.send(asked)).Attributes?.['QueueArn'] ?? '';
    return { url: QueueUrl, arn, visibilitySeconds: 30, delaySeconds: 0 };
  };
  const dead = await create(`twin-${count}-dead`);
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: RECEIVES });
  const live = await create(`twin-${count}`, { RedrivePolicy });
  const design = { ...live, deadLetters: { arn: dead.arn, afterReceives: RECEIVES } };
  return { live, dead, twin: new QueuesTwin([design, dead], () => 0) };
}

/** Bodies sent at once, some of them for much later; or how many are received, and whether they are done or given back. */
const call = fc.oneof(
  fc.record({
    send: fc.array(fc.record({ body: fc.constantFrom('a', 'b', 'c'), later: fc.boolean() }), {
      minLength: 1,
      maxLength: 10,
    }),
  }),
  fc.record({ receive: fc.integer({ min: 1, max: 10 }), then: fc.constantFrom('done', 'given back', 'kept') }),
  fc.constant({ redrive: true } as const),
);

describe('the queues in memory', () => {
  it('the queues in memory deliver, delay, keep and give up what the engine does, and take it back from the dead letters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(call, { maxLength: 14 }), async (calls) => {
        const { live, dead, twin } = await bothQueues();
        const received = async (QueueUrl: string, most: number) => {
          const asked = {
            QueueUrl,
            MaxNumberOfMessages: most,
            MessageSystemAttributeNames: ['ApproximateReceiveCount'],
          };
          return (
            (await sqs.send(new ReceiveMessageCommand(asked as ConstructorParameters<typeof ReceiveMessageCommand>[0])))
              .Messages ?? []
          );
        };
        for (const one of calls) {
          if ('send' in one) {
            const Entries = one.send.map(({ body, later }, n) => ({
              Id: String(n),
              MessageBody: body,
              ...(later && { DelaySeconds: 900 }),
            }));
            const real = await sqs.send(new SendMessageBatchCommand({ QueueUrl: live.url, Entries }));
            const ours = twin.sendBatch(live.url, Entries);
            expect(ours.Successful.map(({ Id }) => Id)).toEqual((real.Successful ?? []).map(({ Id }) => Id));
            continue;
          }
          if ('redrive' in one) {
            const back = await received(dead.url, 10);
            const ours = twin.receive(dead.url, 10);
            expect(ours.map(({ body }) => body).sort()).toEqual(back.map(({ Body }) => Body).sort());
            for (const { ReceiptHandle, Body } of back) {
              await sqs.send(new DeleteMessageCommand({ QueueUrl: dead.url, ReceiptHandle }));
              const Entries = [{ Id: '0', MessageBody: Body }];
              await sqs.send(new SendMessageBatchCommand({ QueueUrl: live.url, Entries }));
            }
            for (const message of ours) twin.delete(dead.url, message);
            for (const { body } of ours) twin.send(live.url, body);
            continue;
          }
          const real = await received(live.url, one.receive);
          const ours = twin.receive(live.url, one.receive);
          const said = (all: readonly { body: string | undefined; receives: number }[]) =>
            all.map(({ body, receives }) => `${body} ${receives}`).sort();
          const asReceived = real.map(({ Body, Attributes }) => ({
            body: Body,
            receives: Number(Attributes?.['ApproximateReceiveCount']),
          }));
          expect(said(ours)).toEqual(said(asReceived));
          if (one.then === 'kept') continue;
          for (const { ReceiptHandle } of real)
            await sqs.send(
              one.then === 'done'
                ? new DeleteMessageCommand({ QueueUrl: live.url, ReceiptHandle })
                : new ChangeMessageVisibilityCommand({ QueueUrl: live.url, ReceiptHandle, VisibilityTimeout: 0 }),
            );
          for (const message of ours)
            if (one.then === 'done') twin.delete(live.url, message);
            else twin.changeVisibility(live.url, message, 0);
        }
      }),
      { numRuns: 30 },
    );
  });
});
