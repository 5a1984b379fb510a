import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { MessagesNotSent, queue } from '#shared/clients/queue.ts';
import { logger } from '#shared/runtime/log.ts';
import { eachMessage, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { record, sqsEvent } from '#test/support/sqs.ts';

/** Each test and each run of a property has its own client, so that late answers of an earlier one do no harm. */
function newQueues() {
  const client = new SQSClient({ region: 'ap-southeast-1' });
  return { client, sqs: mockClient(client) };
}
let { client, sqs } = newQueues();
beforeEach(() => {
  ({ client, sqs } = newQueues());
});

describe('sending', () => {
  it('sending puts ten whole messages into a request, and limits delays to SQS’s maximum', async () => {
    sqs.on(SendMessageBatchCommand).resolves({});
    const messages = Array.from({ length: 23 }, (_, n) => ({ n }));
    await queue('a-queue', client)(messages, 5000);
    const entries = sqs.commandCalls(SendMessageBatchCommand).map(({ args }) => args[0].input.Entries ?? []);
    expect(entries.map(({ length }) => length).sort((a, b) => a - b)).toEqual([3, 10, 10]);
    expect(new Set(entries.flat().map(({ MessageBody }) => MessageBody)).size).toBe(23);
    expect(new Set(entries.flat().map(({ DelaySeconds }) => DelaySeconds))).toEqual(new Set([900]));
  });

  it('messages that several callers send at the same time go out in one request', async () => {
    sqs.on(SendMessageBatchCommand).resolves({});
    const send = queue('a-queue', client);
    await Promise.all(Array.from({ length: 12 }, (_, n) => send([{ n }])));
    const sizes = sqs.commandCalls(SendMessageBatchCommand).map(({ args }) => args[0].input.Entries?.length);
    expect(sizes).toEqual([10, 2]);
  });

  it('only the sender of a refused message gets an error', async () => {
    const Failed = [{ Id: '1', Code: 'InternalError', SenderFault: true }];
    sqs.on(SendMessageBatchCommand).resolves({ Failed });
    const send = queue('a-queue', client);
    const outcomes = await Promise.allSettled([send([{ n: 1 }]), send([{ n: 2 }]), send([{ n: 3 }])]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('a message that needs several sends is returned where one was refused, and all others are sent', async () => {
    const quiet = vi.spyOn(logger, 'error').mockImplementation(() => {});
    const parts = fc.array(fc.nat({ max: 30 }), { maxLength: 12 });
    const batch = fc.array(parts, { minLength: 1, maxLength: 20 });
    const property = fc.asyncProperty(
      batch,
      fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 4 }),
      async (said, refused) => {
        ({ client, sqs } = newQueues());
        const sent: string[] = [];
        sqs
          .on(SendMessageBatchCommand)
          .callsFake(({ Entries = [] }: { Entries?: { Id: string; MessageBody: string }[] }) => {
            expect(Entries.length).toBeLessThanOrEqual(10);
            const isRefused = ({ MessageBody }: { MessageBody: string }) => refused.includes(Number(MessageBody));
            sent.push(...Entries.filter((entry) => !isRefused(entry)).map(({ MessageBody }) => MessageBody));
            return {
              Failed: Entries.filter(isRefused).map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: true })),
            };
          });
        const send = queue<number>('a-queue', client);
        const worker = sqsWorker({
          contract: z.strictObject({ n: z.int(), parts: z.array(z.int()) }),
          handle: eachMessage(16, (message) => send(message.parts)),
          park: async () => {},
        });
        const records = said.map((one, n) => record(String(n), { n, parts: one }));
        const { batchItemFailures } = await worker(sqsEvent(...records));
        const expected = said.flatMap((one, n) => (one.some((part) => refused.includes(part)) ? [String(n)] : []));
        expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(expected);
        for (const one of said.filter((_, n) => !expected.includes(String(n))))
          for (const part of one) expect(sent).toContain(String(part));
      },
    );
    await fc.assert(property, { numRuns: 60 });
    quiet.mockRestore();
  });

  it('a failed request fails every caller, and later requests are still sent', async () => {
    sqs.on(SendMessageBatchCommand).rejectsOnce(new Error('down')).resolves({});
    const send = queue('a-queue', client);
    const outcomes = await Promise.allSettled([send([{ n: 1 }]), send([{ n: 2 }])]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(send([{ n: 3 }])).resolves.toBeUndefined();
  });

  it('a message fails where SQS takes only a part of it', async () => {
    sqs
      .on(SendMessageBatchCommand)
      .resolves({ Successful: [], Failed: [{ Id: '0', Code: 'InternalError', SenderFault: true }] });
    await expect(queue('a-queue', client)([{ n: 1 }])).rejects.toThrow(MessagesNotSent);
  });

  it('only a message that SQS refuses for a while is sent again', async () => {
    sqs
      .on(SendMessageBatchCommand)
      .resolvesOnce({ Failed: [{ Id: '1', Code: 'InternalError', SenderFault: false }] })
      .resolves({});
    await queue('a-queue', client)([{ n: 1 }, { n: 2 }, { n: 3 }]);
    const sent = sqs.commandCalls(SendMessageBatchCommand).map(({ args }) => args[0].input.Entries ?? []);
    expect(sent.map((entries) => entries.map(({ MessageBody }) => MessageBody))).toEqual([
      ['{"n":1}', '{"n":2}', '{"n":3}'],
      ['{"n":2}'],
    ]);
  });

  it('sending nothing makes no request', async () => {
    await queue('a-queue', client)([]);
    expect(sqs.calls()).toEqual([]);
  });
});
