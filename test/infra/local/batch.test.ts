import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type DeleteMessageBatchCommandInput,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failedMessages, settleBatch } from '#infra/local/batch.ts';
import type { EventSourceMapping } from '#infra/local/deploy.ts';
import { objectCreatedEvent } from '#infra/local/upload-to-inbox.ts';

const messages = ['a', 'b', 'c'].map((MessageId) => ({ MessageId }));
const naming = (...ids: unknown[]) => ({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) });

describe('failedMessages', () => {
  it.each([
    ['no answer', undefined, []],
    ['null', null, []],
    ['an empty object', {}, []],
    ['a null list', { batchItemFailures: null }, []],
    ['an empty list', naming(), []],
    ['one of its ids', naming('b'), ['b']],
    ['an unknown id', naming('b', 'z'), ['a', 'b', 'c']],
    ['an empty id', naming(''), ['a', 'b', 'c']],
    ['a null id', naming(null), ['a', 'b', 'c']],
    ['a wrong key', { batchItemFailures: [{ id: 'b' }] }, ['a', 'b', 'c']],
  ])('a batch fails as under Lambda on %s', (_, answer, expected) => {
    expect(failedMessages(messages, answer).map(({ MessageId }) => MessageId)).toEqual(expected);
  });
});

describe('settleBatch', () => {
  it.each([DeleteMessageBatchCommand, ChangeMessageVisibilityBatchCommand])(
    'what SQS could not do for one message of the batch is asked for again: %o',
    async (command) => {
      const client = new SQSClient({ region: 'ap-southeast-1' });
      const sqs = mockClient(client);
      const asked: (string | undefined)[][] = [];
      const fake = ({ Entries = [] }: DeleteMessageBatchCommandInput) => {
        asked.push(Entries.map(({ ReceiptHandle }) => ReceiptHandle));
        const Failed = Entries.slice(1).map(({ Id }) => ({ Id, SenderFault: false, Code: 'InternalError' }));
        return { Failed };
      };
      sqs.on(DeleteMessageBatchCommand).callsFake(fake).on(ChangeMessageVisibilityBatchCommand).callsFake(fake);
      const some = ['a', 'b', 'c'].map((ReceiptHandle) => ({ ReceiptHandle }));
      const mapping = { queue: { url: 'q' } } as EventSourceMapping;
      await (command === DeleteMessageBatchCommand
        ? settleBatch(client, mapping, some, [])
        : settleBatch(client, mapping, [], some));
      expect(asked).toEqual([['a', 'b', 'c'], ['b', 'c'], ['c']]);
    },
  );
});

describe('objectCreatedEvent', () => {
  it('the key of an object is the same after encoding and decoding', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (key) => {
        const [record] = objectCreatedEvent({
          bucket: 'b',
          key,
          size: 1,
          eTag: 'e',
          sequencer: '0',
          versionId: undefined,
        }).Records;
        expect(decodeURIComponent((record?.s3.object.key ?? '').replaceAll('+', ' '))).toBe(key);
      }),
    );
  });
  it('the key of an object keeps slashes and writes a space as a plus, as S3 does', () => {
    const created = objectCreatedEvent({
      bucket: 'b',
      key: 'accounts/x y+z (1).csv',
      size: 1,
      eTag: 'e',
      sequencer: '0',
      versionId: 'v1',
    });
    expect(created.Records[0]?.s3.object.key).toBe('accounts/x+y%2Bz+%281%29.csv');
  });
});
