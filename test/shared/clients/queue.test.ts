import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { MessagesNotSent, queue } from '#shared/clients/queue.ts';

const client = new SQSClient({ region: 'ap-southeast-1' });
const sqs = mockClient(client);
beforeEach(() => sqs.reset());

describe('sending', () => {
  it('sends ten a request, each whole, and waits no longer than SQS can', async () => {
    sqs.on(SendMessageBatchCommand).resolves({});
    const messages = Array.from({ length: 23 }, (_, n) => ({ n }));
    await queue('a-queue', client)(messages, 5000);
    const entries = sqs.commandCalls(SendMessageBatchCommand).map(({ args }) => args[0].input.Entries ?? []);
    expect(entries.map(({ length }) => length).sort((a, b) => a - b)).toEqual([3, 10, 10]);
    expect(new Set(entries.flat().map(({ MessageBody }) => MessageBody)).size).toBe(23);
    expect(new Set(entries.flat().map(({ DelaySeconds }) => DelaySeconds))).toEqual(new Set([900]));
  });

  it('fails where SQS takes only a part', async () => {
    sqs
      .on(SendMessageBatchCommand)
      .resolves({ Successful: [], Failed: [{ Id: '0', Code: 'InternalError', SenderFault: false }] });
    await expect(queue('a-queue', client)([{ n: 1 }])).rejects.toThrow(MessagesNotSent);
  });

  it('asks nothing for nothing', async () => {
    await queue('a-queue', client)([]);
    expect(sqs.calls()).toEqual([]);
  });
});
