import { SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { queue } from '#shared/clients/queue.ts';
import { LAMBDA_STOPS_AFTER } from '#shared/runtime/hops.ts';
import { eachMessage, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { record, sqsEvent } from '#test/support/sqs.ts';

const Entries = z.object({
  Entries: z.array(
    z.looseObject({
      MessageBody: z.string(),
      MessageAttributes: z.record(z.string(), z.object({ StringValue: z.string() })).optional(),
    }),
  ),
});
const contract = z.strictObject({ n: z.number() });

/** A step that sends each message back to its own queue, with what it sent and what it parked. */
function stepThatSendsBack(mostHops?: number) {
  const client = new SQSClient({ region: 'ap-southeast-1' });
  const sqs = mockClient(client);
  sqs.onAnyCommand().resolves({ Successful: [], Failed: [] });
  const back = queue<object>('https://sqs.test/a-queue', client);
  const park = vi.fn<Park>(async () => undefined);
  const worker = sqsWorker({
    contract,
    park,
    ...(mostHops !== undefined && { mostHops }),
    handle: eachMessage(4, async ({ message }) => back([message])),
  });
  const sent = () => sqs.calls().flatMap(({ args: [{ input }] }) => Entries.parse(input).Entries);
  return { worker, park, sent, back };
}
describe('the hops of a chain', () => {
  it('a message that is sent while another is handled goes on with that one’s chain alone', async () => {
    const { worker, sent } = stepThatSendsBack();
    await worker(
      sqsEvent(
        record('m1', { n: 1 }),
        record('m2', { n: 2 }, undefined, 'a-queue=3 other=7'),
        record('m3', { n: 2 }, undefined, 'a-queue=5'),
      ),
    );
    const hops = sent().map(({ MessageBody, MessageAttributes }) => [
      MessageBody,
      MessageAttributes?.['hops']?.StringValue,
    ]);
    expect(hops.sort()).toEqual([
      ['{"n":1}', 'a-queue=1'],
      ['{"n":2}', 'a-queue=6 other=7'],
    ]);
  });

  it.each([
    [undefined, LAMBDA_STOPS_AFTER],
    [3, 3],
  ])('a message that has come back too often is parked: %s', async (mostHops, most) => {
    const { worker, park, sent } = stepThatSendsBack(mostHops);
    await worker(sqsEvent(record('m1', { n: 1 }, undefined, `a-queue=${most}`)));
    expect([park.mock.calls.length, sent().length]).toEqual([0, 1]);
    await worker(sqsEvent(record('m2', { n: 1 }, undefined, `a-queue=${most + 1}`)));
    expect(park).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ messageId: 'm2' }), 'chain_too_long');
    expect(sent()).toHaveLength(1);
  });

  it('a message that is sent outside of a chain begins one', async () => {
    const { back, sent } = stepThatSendsBack();
    await back([{ n: 1 }]);
    expect(sent()).toEqual([{ Id: '0', MessageBody: '{"n":1}' }]);
  });
});
