import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { chunksOf, inParallel } from '#shared/runtime/in-parallel.ts';

/** SQS delays a message by at most 15 minutes; a longer wait is asked for again. */
export const LONGEST_DELAY_SECONDS = 900;

/** A queue that was told only a part of what it was sent. */
export class MessagesNotSent extends Error {
  override readonly name = 'MessagesNotSent';
}

/** Sends all or throws: an entry that SQS refuses is a failure, never a silence. */
export type Send<M> = (messages: readonly M[], delaySeconds?: number) => Promise<void>;

export function queue<M>(url: string, client = new SQSClient({})): Send<M> {
  return async (messages, delaySeconds) => {
    const delay =
      delaySeconds === undefined ? {} : { DelaySeconds: Math.min(Math.ceil(delaySeconds), LONGEST_DELAY_SECONDS) };
    await inParallel(chunksOf(messages, 10), 8, async (ten) => {
      const Entries = ten.map((message, n) => ({ Id: String(n), MessageBody: JSON.stringify(message), ...delay }));
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
      if (Failed.length > 0) throw new MessagesNotSent(Failed.map(({ Code }) => Code).join(' '));
    });
  };
}
