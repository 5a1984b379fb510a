import { SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { queue } from '#shared/clients/queue.ts';
import { inChain, inFile, presentTrace, secondsSinceFile, untraced, writtenChain } from '#shared/runtime/chain.ts';
import { eachMessage, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import * as z from 'zod';
import { record, sqsEvent } from '#test/support/sqs.ts';

const AT = new Date('2026-01-05T03:00:00Z');
const SECOND = AT.getTime() / 1000;
const carrying = (id: string, body: unknown, attributes: Readonly<Record<string, string>>) => ({
  ...record(id, body),
  messageAttributes: Object.fromEntries(
    Object.entries(attributes).map(([name, stringValue]) => [name, { dataType: 'String' as const, stringValue }]),
  ),
});

describe('what a message goes back to', () => {
  it('messages name the file that is read, and a later run of its reading keeps the time of the first', () => {
    const first = inFile('f.1', AT, writtenChain);
    expect(first).toEqual({ files: `f.1@${SECOND}` });
    const hops = new Map([['files', 2]]);
    const later = inChain({ hops, files: [`f.1@${SECOND}`], companies: [] }, () =>
      inFile('f.1', new Date(AT.getTime() + 90_000), () => [
        writtenChain(),
        secondsSinceFile(new Date(AT.getTime() + 95_000)),
      ]),
    );
    expect(later).toEqual([{ hops: 'files=2', files: `f.1@${SECOND}` }, 95]);
  });

  it('a message that joins two goes back to the files of both, and to the company that it names alone', async () => {
    const client = new SQSClient({ region: 'ap-southeast-1' });
    const sqs = mockClient(client);
    sqs.onAnyCommand().resolves({ Successful: [], Failed: [] });
    const send = queue<object>('https://sqs.test/next', client);
    const worker = sqsWorker({
      contract: z.strictObject({ enterpriseCode: z.string() }),
      park: async () => {},
      handle: eachMessage(4, () => send([{ n: 1 }])),
    });
    const [a, b] = [{ enterpriseCode: '0101234567' }, { enterpriseCode: 's1-sealed' }];
    await worker(
      sqsEvent(
        carrying('m1', a, { files: 'f.1@5', companies: 'another' }),
        carrying('m2', a, { files: 'g.1@7' }),
        carrying('m3', b, { files: 'h.1@9' }),
      ),
    );
    const Sent = z.object({
      Entries: z.array(z.object({ MessageAttributes: z.record(z.string(), z.object({ StringValue: z.string() })) })),
    });
    const entries = sqs.calls().flatMap(({ args: [{ input }] }) => Sent.parse(input).Entries);
    const traces = entries.map(({ MessageAttributes: { files, companies } }) => [
      files?.StringValue,
      companies?.StringValue,
    ]);
    expect(traces).toEqual([
      ['f.1@5 g.1@7', '0101234567'],
      ['h.1@9', 's1-sealed'],
    ]);
  });

  it('work about something else than the message keeps its hops alone', () => {
    const chain = { hops: new Map([['a', 1]]), files: ['f.1@5'], companies: ['0101234567'] };
    expect(inChain(chain, () => untraced(() => [presentTrace(), writtenChain()]))).toEqual([
      { hops: new Map([['a', 1]]), files: [], companies: [] },
      { hops: 'a=1' },
    ]);
  });
});
