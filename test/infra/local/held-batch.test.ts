import { setTimeout } from 'node:timers/promises';
import { CreateQueueCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdBatch, settleBatch } from '#infra/local/batch.ts';
import { inProcessQueues } from '#infra/local/in-process/queues.ts';
import { mapping } from './listed-queues.ts';

/** So long that a busy machine asks again before it is over. */
const HIDDEN_SECONDS = 3;

describe.concurrent('the messages that a run has received', () => {
  let engine: Awaited<ReturnType<typeof inProcessQueues>>;
  let sqs: SQSClient;
  let lossy: SQSClient;

  beforeAll(async () => {
    engine = await inProcessQueues();
    const settings = {
      endpoint: await engine.app.listen({ port: 0, host: '127.0.0.1' }),
      region: 'ap-southeast-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      useQueueUrlAsEndpoint: false,
    };
    sqs = new SQSClient(settings);
    lossy = new SQSClient({ ...settings, maxAttempts: 1 });
    lossy.middlewareStack.add(
      (next) => async (args) => {
        await next(args);
        throw new Error('the answer is lost');
      },
      { step: 'finalizeRequest', name: 'loseAnswer' },
    );
  });
  afterAll(() => engine.app.close());

  async function queueWith(name: string, bodies: readonly string[]) {
    const Attributes = { VisibilityTimeout: '1800' };
    const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes }));
    const Entries = bodies.map((MessageBody, n) => ({ Id: String(n), MessageBody }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    const made = mapping(name);
    return { ...made, queue: { ...made.queue, url: QueueUrl }, batchSize: 10 };
  }
  const bodiesOf = ({ messages }: Awaited<ReturnType<typeof holdBatch>>) => messages.map(({ Body }) => Body).sort();

  it('messages whose answer was lost come again after the short time', async () => {
    const source = await queueWith('lost', ['a', 'b']);
    await expect(holdBatch(lossy, source, HIDDEN_SECONDS)).rejects.toThrow('lost');
    expect(bodiesOf(await holdBatch(sqs, source, HIDDEN_SECONDS))).toEqual([]);
    await setTimeout(HIDDEN_SECONDS * 1500);
    const again = await holdBatch(sqs, source, HIDDEN_SECONDS);
    expect(bodiesOf(again)).toEqual(['a', 'b']);
    await again.letGo();
  });

  it('messages stay hidden as long as a run holds them, and come back once they are let go and fail', async () => {
    const source = await queueWith('held', ['a', 'b']);
    const held = await holdBatch(sqs, source, HIDDEN_SECONDS);
    await setTimeout(HIDDEN_SECONDS * 1500);
    expect(bodiesOf(await holdBatch(sqs, source, HIDDEN_SECONDS))).toEqual([]);
    await held.letGo();
    const [done, failed] = [held.messages.slice(0, 1), held.messages.slice(1)];
    await settleBatch(sqs, source, done, failed);
    await setTimeout(HIDDEN_SECONDS * 1500);
    const again = await holdBatch(sqs, source, HIDDEN_SECONDS);
    expect(bodiesOf(again)).toEqual(failed.map(({ Body }) => Body));
    await again.letGo();
  });
});
