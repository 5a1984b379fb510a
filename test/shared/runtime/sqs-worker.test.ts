import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { NeverPossible } from '#shared/runtime/errors.ts';
import { eachMessage, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { record, sqsEvent } from '#test/support/sqs.ts';

const contract = z.strictObject({ code: z.string() });
const setUp = (work: (code: string) => Promise<void>) => {
  const park = vi.fn<Park>(async () => undefined);
  const handled = vi.fn(work);
  const worker = sqsWorker({ contract, park, handle: eachMessage(4, (message) => handled(message.code)) });
  return { park, handled, worker };
};
const done = async () => undefined;

describe('the four fates of a message', () => {
  it('a message that is done is acknowledged', async () => {
    const { worker, handled } = setUp(done);
    expect(await worker(sqsEvent(record('m1', { code: 'a' })))).toEqual({ batchItemFailures: [] });
    expect(handled).toHaveBeenCalledExactlyOnceWith('a');
  });

  it('only a message that is not possible now is returned to the queue', async () => {
    const { worker } = setUp(async (code) => {
      if (code === 'b') throw new Error('throttled');
    });
    const reply = await worker(
      sqsEvent(record('m1', { code: 'a' }), record('m2', { code: 'b' }), record('m3', { code: 'c' })),
    );
    expect(reply).toEqual({ batchItemFailures: [{ itemIdentifier: 'm2' }] });
  });

  it('a message that breaks its contract is parked, with paths and codes only', async () => {
    const { worker, park, handled } = setUp(done);
    const secret = '033190000001';
    const reply = await worker(
      sqsEvent(record('m1', '}'), record('m2', { code: 7, [secret]: secret }), record('m3', { code: 'a' })),
    );
    expect(reply).toEqual({ batchItemFailures: [] });
    expect(park.mock.calls.map(([{ messageId }, why]) => [messageId, why])).toEqual([
      ['m1', 'message_unreadable: :invalid_type'],
      ['m2', 'message_unreadable: code:invalid_type, :unrecognized_keys'],
    ]);
    expect(handled).toHaveBeenCalledExactlyOnceWith('a');
  });

  it('nothing is read for a batch in which every message is parked', async () => {
    const handle = vi.fn(() => Promise.reject(new Error('no table')));
    const worker = sqsWorker({ contract, park: done, handle });
    expect(await worker(sqsEvent(record('m1', '}')))).toEqual({ batchItemFailures: [] });
    expect(handle).not.toHaveBeenCalled();
  });

  it('a message that can never succeed is parked, and returned where parking fails', async () => {
    const { worker, park } = setUp(async () => {
      throw new NeverPossible('object_gone');
    });
    expect(await worker(sqsEvent(record('m1', { code: 'a' })))).toEqual({ batchItemFailures: [] });
    expect(park).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ messageId: 'm1' }), 'object_gone');
    park.mockRejectedValueOnce(new Error('throttled'));
    expect(await worker(sqsEvent(record('m2', { code: 'a' })))).toEqual({
      batchItemFailures: [{ itemIdentifier: 'm2' }],
    });
  });

  it('every message is returned where the batch could not begin', async () => {
    const worker = sqsWorker({ contract, park: done, handle: () => Promise.reject(new Error('no table')) });
    const reply = await worker(sqsEvent(record('m1', { code: 'a' }), record('m2', { code: 'b' })));
    expect(reply.batchItemFailures).toEqual([{ itemIdentifier: 'm1' }, { itemIdentifier: 'm2' }]);
  });
});

describe('messages with equal content', () => {
  it('messages with the same content are handled once, and share one fate', async () => {
    const seen: string[] = [];
    const worker = sqsWorker({
      contract,
      park: done,
      handle: eachMessage(4, async ({ code }) => {
        seen.push(code);
        throw new Error('throttled');
      }),
    });
    const reply = await worker(
      sqsEvent(record('m1', { code: 'a' }), record('m2', { code: 'a' }), record('m3', { code: 'a' })),
    );
    expect(seen).toEqual(['a']);
    expect(reply.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['m1', 'm2', 'm3']);
  });

  it('no message is lost, whatever fails', async () => {
    const message = fc.record({ code: fc.constantFrom('a', 'b', 'c'), broken: fc.boolean() });
    const property = fc.asyncProperty(
      fc.array(message, { minLength: 1 }),
      fc.constantFrom('a', 'b', 'z'),
      async (messages, failing) => {
        const { worker, park } = setUp(async (code) => {
          if (code === failing) throw new Error('throttled');
        });
        const records = messages.map(({ code, broken }, n) => record(`m${n}`, broken ? '{' : { code }));
        const { batchItemFailures } = await worker(sqsEvent(...records));
        const expected = messages.flatMap(({ code, broken }, n) => (!broken && code === failing ? [`m${n}`] : []));
        expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort()).toEqual(expected.sort());
        expect(park).toHaveBeenCalledTimes(messages.filter(({ broken }) => broken).length);
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });
});
