import { MessageChannel } from 'node:worker_threads';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { useInProcessQueues } from '#infra/local/in-process/clients.ts';
import { queue } from '#shared/clients/queue.ts';
import { eventSources } from '#infra/local/event-sources.ts';
import type { EventSourceMapping } from '#infra/local/deploy.ts';
import { answerOverPort } from '#infra/local/in-process/answer.ts';
import { askOverPort } from '#infra/local/in-process/ask.ts';
import { inProcessQueues } from '#infra/local/in-process/queues.ts';
import { strictQueues } from '#infra/local/in-process/strict-queues.ts';
import { AWS_LIMITS } from '#infra/limits.ts';
import { mapping } from './listed-queues.ts';

describe('a chain of messages', () => {
  let engine: Awaited<ReturnType<typeof inProcessQueues>>;
  let channel: MessageChannel;
  let header: string | undefined;
  let sqs: SQSClient;
  const settings = {
    region: 'ap-southeast-1',
    endpoint: 'http://127.0.0.1:1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  };
  beforeAll(async () => {
    engine = await inProcessQueues();
    channel = new MessageChannel();
    answerOverPort(channel.port2, engine.run);
    const strict = strictQueues(askOverPort(channel.port1), () => header);
    sqs = useInProcessQueues(new SQSClient(settings), strict);
  });
  afterAll(async () => {
    channel.port1.close();
    channel.port2.close();
    await engine.app.close();
  });

  /** A function that sends its message back to its queue until it was started so often. */
  async function started(name: string, mayLoop: boolean, most: number): Promise<number> {
    const created = await engine.app.inject({
      method: 'POST',
      url: '/',
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.CreateQueue' },
      payload: JSON.stringify({ QueueName: name }),
    });
    const { QueueUrl: url } = created.json<{ QueueUrl: string }>();
    const own = mapping(name);
    const looping: EventSourceMapping = {
      ...own,
      queue: { ...own.queue, url },
      target: { ...own.target, mayLoop },
    };
    const send = queue<object>(url, sqs);
    header = undefined;
    await send([{ turn: 1 }]);
    let turns = 0;
    const sources = eventSources(sqs, [looping], () => ({
      async invoke(_event, traceHeader) {
        turns += 1;
        header = traceHeader;
        if (turns < most) await send([{ turn: turns + 1 }]);
      },
      close: async () => undefined,
    }));
    const stopped = new AbortController();
    const reading = sources.keepReading(stopped.signal);
    await vi.waitUntil(() => turns >= most || sources.progress.get(looping)?.error !== undefined, 10_000);
    stopped.abort();
    await reading;
    return turns;
  }

  it('starts a function 16 times, and no more where its template does not allow it', async () => {
    expect(await started('stopped', false, 40)).toBe(16);
    expect(await started('allowed', true, 40)).toBe(40);
  });

  it('a delay of more than 15 minutes is refused, as SQS refuses it', async () => {
    const strict = strictQueues(
      async () => ({}),
      () => undefined,
    );
    const send = (seconds: number) =>
      strict('SendMessageBatch', { QueueUrl: 'u', Entries: [{ Id: '0', MessageBody: '{}', DelaySeconds: seconds }] });
    await expect(send(AWS_LIMITS.queueDelaySeconds.value)).resolves.toEqual({});
    await expect(send(AWS_LIMITS.queueDelaySeconds.value + 1)).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });
});
