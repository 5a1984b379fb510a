import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type MessageSystemAttributeName,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientsOf } from '#infra/local/clients.ts';
import { type Engines, startEngines } from '#infra/local/engines.ts';
import { type Message, QueuesTwin } from './queues.ts';

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

/**
 * Acts on a queue: bodies are sent, some of them with a long delay; or messages are received, and then done or given
 * back.
 */
const call = fc.oneof(
  fc.record({
    send: fc.array(fc.record({ body: fc.constantFrom('a', 'b', 'c'), later: fc.boolean() }), {
      minLength: 1,
      maxLength: 10,
    }),
  }),
  fc.record({ receive: fc.integer({ min: 1, max: 10 }), fate: fc.constantFrom('done', 'given back', 'kept') }),
  fc.constant({ redrive: true } as const),
);

type TwinQueues = Awaited<ReturnType<typeof bothQueues>>;

async function receive(QueueUrl: string, MaxNumberOfMessages: number) {
  const MessageSystemAttributeNames: MessageSystemAttributeName[] = ['ApproximateReceiveCount'];
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages,
      MessageSystemAttributeNames,
      MessageAttributeNames: ['All'],
    }),
  );
  return Messages.map(({ Body = '', ReceiptHandle, Attributes, MessageAttributes }) => ({
    body: Body,
    attributes: { ...MessageAttributes },
    ReceiptHandle,
    receives: Number(Attributes?.['ApproximateReceiveCount']),
  }));
}

const said = (all: readonly Pick<Message, 'body' | 'receives' | 'attributes'>[]) =>
  all.map(({ body, receives, attributes }) => `${body} ${receives} ${attributes['hops']?.StringValue}`).sort();

async function send({ live, twin }: TwinQueues, bodies: readonly { readonly body: string; readonly later: boolean }[]) {
  const Entries = bodies.map(({ body, later }, n) => ({
    Id: String(n),
    MessageBody: body,
    MessageAttributes: { hops: { DataType: 'String', StringValue: `q=${n}` } },
    ...(later && { DelaySeconds: 900 }),
  }));
  const { Successful = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: live.url, Entries }));
  expect(twin.sendBatch(live.url, Entries).Successful.map(({ Id }) => Id)).toEqual(Successful.map(({ Id }) => Id));
}

/**
 * Receives the messages that the engine has returned, if they are in this queue, because SQS promises no order where
 * fewer are requested than exist.
 */
function receiveLike(real: Awaited<ReturnType<typeof receive>>, twin: QueuesTwin, url: string, most: number) {
  return twin.receive(url, most, (visible) => {
    expect(real).toHaveLength(Math.min(most, visible.length));
    const left = [...visible];
    return real.flatMap(({ body, receives, attributes }) => {
      const at = left.findIndex(
        (one) =>
          one.body === body &&
          one.receives === receives - 1 &&
          one.attributes['hops']?.StringValue === attributes['hops']?.StringValue,
      );
      return at < 0 ? [] : left.splice(at, 1);
    });
  });
}

async function redrive({ live, dead, twin }: TwinQueues) {
  const back = await receive(dead.url, 10);
  const ours = receiveLike(back, twin, dead.url, 10);
  expect(said(ours)).toEqual(said(back));
  for (const { ReceiptHandle, body } of back) {
    await sqs.send(new DeleteMessageCommand({ QueueUrl: dead.url, ReceiptHandle }));
    const Entries = [{ Id: '0', MessageBody: body }];
    await sqs.send(new SendMessageBatchCommand({ QueueUrl: live.url, Entries }));
  }
  for (const message of ours) {
    twin.delete(dead.url, message);
    twin.send(live.url, message.body);
  }
}

async function handle({ live, twin }: TwinQueues, most: number, fate: string) {
  const QueueUrl = live.url;
  const real = await receive(QueueUrl, most);
  const ours = receiveLike(real, twin, QueueUrl, most);
  expect(said(ours)).toEqual(said(real));
  for (const { ReceiptHandle } of real) {
    if (fate === 'done') await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    if (fate === 'given back')
      await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
  }
  for (const message of ours) {
    if (fate === 'done') twin.delete(QueueUrl, message);
    if (fate === 'given back') twin.changeVisibility(QueueUrl, message, 0);
  }
}

describe('the queues in memory', () => {
  it('the queues in memory deliver, delay, keep and give up what the engine does, and take it back from the dead letters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(call, { maxLength: 14 }), async (calls) => {
        const queues = await bothQueues();
        for (const one of calls) {
          if ('send' in one) await send(queues, one.send);
          else if ('redrive' in one) await redrive(queues);
          else await handle(queues, one.receive, one.fate);
        }
      }),
      { numRuns: 30 },
    );
  });
});
