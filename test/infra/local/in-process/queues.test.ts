import { MessageChannel, type MessagePort } from 'node:worker_threads';
import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useInProcessQueues } from '#infra/local/in-process/clients.ts';
import { queue } from '#shared/clients/queue.ts';
import { answerOverPort } from '#infra/local/in-process/answer.ts';
import { askOverPort } from '#infra/local/in-process/ask.ts';
import { inProcessQueues } from '#infra/local/in-process/queues.ts';

describe('queues that are called over a port', () => {
  let engine: Awaited<ReturnType<typeof inProcessQueues>>;
  let ports: readonly MessagePort[] = [];
  let far: SQSClient;
  let near: SQSClient;
  let QueueUrl: string | undefined;

  beforeAll(async () => {
    engine = await inProcessQueues();
    const endpoint = await engine.app.listen({ port: 0, host: '127.0.0.1' });
    const { port1, port2 } = new MessageChannel();
    ports = [port1, port2];
    answerOverPort(port2, engine.run);
    const settings = {
      endpoint,
      region: 'ap-southeast-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      useQueueUrlAsEndpoint: false,
    };
    far = new SQSClient(settings);
    near = useInProcessQueues(new SQSClient(settings), askOverPort(port1));
    ({ QueueUrl } = await near.send(new CreateQueueCommand({ QueueName: 'both' })));
  });
  afterAll(async () => {
    for (const port of ports) port.close();
    await engine.app.close();
  });

  it('queues reached over a port are the same as those reached by address', async () => {
    await queue<object>(QueueUrl ?? '', near)([{ n: 1 }, { n: 2 }]);
    const { Messages = [] } = await far.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    expect(Messages.map(({ Body }) => Body)).toEqual(['{"n":1}', '{"n":2}']);
    const Entries = Messages.map(({ ReceiptHandle }, n) => ({ Id: String(n), ReceiptHandle }));
    expect((await near.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }))).Failed ?? []).toEqual([]);
    const AttributeNames = ['ApproximateNumberOfMessagesNotVisible' as const];
    const { Attributes } = await far.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
    expect(Attributes?.['ApproximateNumberOfMessagesNotVisible']).toBe('0');
  });

  it('queues reached over a port give the same errors as over the network', async () => {
    const empty = new SendMessageBatchCommand({ QueueUrl, Entries: [] });
    const unknown = new ReceiveMessageCommand({ QueueUrl: `${QueueUrl}-nobody` });
    const nameOf = (sent: Promise<unknown>) =>
      sent.catch((error: unknown) => (error instanceof Error ? error.name : ''));
    for (const send of [(client: SQSClient) => client.send(empty), (client: SQSClient) => client.send(unknown)])
      expect(await nameOf(send(near))).toBe(await nameOf(send(far)));
  });
});
