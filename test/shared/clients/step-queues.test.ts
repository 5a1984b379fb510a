import {
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { queuesBeside, stepQueues } from '#shared/clients/step-queues.ts';

const URL = 'https://sqs.ap-southeast-1.amazonaws.com/1/haukiem-dev-files';
const client = new SQSClient({ region: 'ap-southeast-1' });
const sqs = mockClient(client);
const Messages = ['a', 'b', 'c'].map((Body) => ({ Body, ReceiptHandle: `of ${Body}` }));
const refused = { Id: '1', SenderFault: false, Code: 'InternalError' };

beforeEach(() => {
  sqs.reset();
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: 'arn:aws:sqs:ap-southeast-1:1:haukiem-dev-files-dead' });
  sqs.on(GetQueueAttributesCommand).resolves({ Attributes: { RedrivePolicy } });
  sqs.on(ReceiveMessageCommand).resolvesOnce({ Messages }).resolves({});
  sqs.on(SendMessageBatchCommand).resolves({});
  sqs.on(DeleteMessageBatchCommand).resolves({});
});
const move = () => stepQueues([URL], client).moveDeadLetters('haukiem-dev-files', () => true);

describe('the addresses of all queues', () => {
  const names = 'files,deliveries,due-deliveries';

  it.each(['deliveries', 'due-deliveries'])('the addresses of all queues follow from that of %s', (name) => {
    for (const suffix of ['', '-run1'])
      expect(queuesBeside(`https://sqs.ap-southeast-1.amazonaws.com/1/haukiem-dev-${name}${suffix}`, names)).toEqual(
        names.split(',').map((one) => `https://sqs.ap-southeast-1.amazonaws.com/1/haukiem-dev-${one}${suffix}`),
      );
  });

  it('the address of another queue gives no addresses', () => {
    expect(() => queuesBeside('https://sqs.ap-southeast-1.amazonaws.com/1/haukiem-dev-others', names)).toThrow(
      'The address is of none of the queues',
    );
  });
});

describe('moving dead letters back', () => {
  it('a letter that SQS refuses once is sent again alone, and each letter is deleted once', async () => {
    sqs
      .on(SendMessageBatchCommand)
      .resolvesOnce({ Failed: [refused] })
      .resolves({});
    expect(await move()).toBe(3);
    const sent = sqs.commandCalls(SendMessageBatchCommand).map(({ args }) => args[0].input.Entries ?? []);
    expect(sent.map((entries) => entries.map(({ MessageBody }) => MessageBody))).toEqual([['a', 'b', 'c'], ['b']]);
    expect(sqs.commandCalls(DeleteMessageBatchCommand)).toHaveLength(1);
  });

  it('a letter that SQS does not delete at first is deleted by another try', async () => {
    sqs
      .on(DeleteMessageBatchCommand)
      .resolvesOnce({ Failed: [refused] })
      .resolves({});
    expect(await move()).toBe(3);
    const deleted = sqs.commandCalls(DeleteMessageBatchCommand).map(({ args }) => args[0].input.Entries ?? []);
    expect(deleted.map((entries) => entries.map(({ ReceiptHandle }) => ReceiptHandle))).toEqual([
      ['of a', 'of b', 'of c'],
      ['of b'],
    ]);
  });

  it('nothing is deleted where a letter is refused in every try', async () => {
    sqs.on(SendMessageBatchCommand).resolves({ Failed: [refused] });
    await expect(move()).rejects.toThrow('InternalError');
    expect(sqs.commandCalls(DeleteMessageBatchCommand)).toEqual([]);
  });
});
