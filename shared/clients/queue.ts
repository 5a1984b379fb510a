import { SendMessageBatchCommand, type SendMessageBatchRequestEntry, SQSClient } from '@aws-sdk/client-sqs';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { waitBeforeRetry } from '#shared/runtime/backoff.ts';
import { writtenChain } from '#shared/runtime/chain.ts';
import type { SealedCodes } from '#shared/runtime/sealed-codes.ts';
import { ANSWER_IN_TIME } from './answer-in-time.ts';
import { patientRetries } from './retries.ts';
import { setTimeout as wait } from 'node:timers/promises';

interface Waiting<T> {
  readonly item: T;
  readonly done: PromiseWithResolvers<void>;
}

/** The time for which an item waits for others to share its request, about as long as an answer of SQS takes. */
const GATHERED_FOR_MS = 5;

/**
 * Joins items that callers send at almost the same time into batches of `most`, so that ten messages cost one
 * request. Each item has a promise of its own.
 * @param flush settles each of its items
 */
function batchedSend<T>(
  most: number,
  flush: (items: readonly T[]) => Promise<readonly PromiseSettledResult<void>[]>,
): (item: T) => Promise<void> {
  let waiting: Waiting<T>[] = [];

  const send = async (batch: readonly Waiting<T>[]): Promise<void> => {
    try {
      const outcomes = await flush(batch.map(({ item }) => item));
      for (const [index, { done }] of batch.entries()) {
        const outcome = outcomes[index];
        if (outcome?.status === 'fulfilled') done.resolve();
        else done.reject(outcome?.reason);
      }
    } catch (error) {
      for (const { done } of batch) done.reject(error);
    }
  };

  const sendLater = async (batch: Waiting<T>[]): Promise<void> => {
    await wait(GATHERED_FOR_MS);
    if (waiting !== batch) return;
    waiting = [];
    await send(batch);
  };

  return (item) => {
    const done = Promise.withResolvers<void>();
    waiting.push({ item, done });
    if (waiting.length === 1) void sendLater(waiting);
    if (waiting.length === most) {
      void send(waiting);
      waiting = [];
    }
    return done.promise;
  };
}

/** SQS delays a message by at most 15 minutes; a longer wait of a function's own message is the clock's (`sendLater`). */
const LONGEST_DELAY_SECONDS = 900;

/** SQS took only a part of the messages. */
export class MessagesNotSent extends Error {
  override readonly name = 'MessagesNotSent';
}

/** Sends all messages or throws; an entry that SQS refuses is an error. */
export type SendMessages<M> = (messages: readonly M[], delaySeconds?: number) => Promise<void>;

const ENTRIES_A_REQUEST = 10;
const REQUESTS_AT_ONCE = 8;

type QueueEntry = Pick<SendMessageBatchRequestEntry, 'MessageBody' | 'DelaySeconds' | 'MessageAttributes'>;

/**
 * One client serves all queues of a function, because each client would load credentials and open its own connections.
 */
let shared: SQSClient | undefined;
const sharedClient = () =>
  (shared ??= new SQSClient({ retryStrategy: patientRetries, requestHandler: ANSWER_IN_TIME, cacheMiddleware: true }));

/** A message that names a company goes through `companyQueue`: it does not compile here. */
type UrlFor<M> = M extends { readonly enterpriseCode: string } ? never : string;

export const queue = <M>(url: UrlFor<M>, client?: SQSClient): SendMessages<M> => sendTo<M>(url, client);

/** Sends messages that name companies, with the codes of household businesses sealed. */
export const companyQueue = <M>(url: string, { sealed }: SealedCodes, client?: SQSClient): SendMessages<M> =>
  sendTo<M>(url, client, sealed);

function sendTo<M>(url: string, client = sharedClient(), written = (body: string) => body): SendMessages<M> {
  const sendTen = async (entries: readonly QueueEntry[]): Promise<PromiseSettledResult<void>[]> => {
    const Entries = entries.map((entry, n) => ({ Id: String(n), ...entry }));
    const refused = new Map<string | undefined, string | undefined>();
    let left = Entries;
    for (let tried = 0; left.length > 0 && (await waitBeforeRetry(tried)); tried += 1) {
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: left }));
      refused.clear();
      for (const { Id, Code } of Failed) refused.set(Id, Code);
      // SQS refuses an entry with a sender's fault every time, so it is not tried again
      const hopeless = new Set(Failed.filter(({ SenderFault }) => SenderFault).map(({ Id }) => Id));
      left = left.filter(({ Id }) => refused.has(Id) && !hopeless.has(Id));
    }
    return Entries.map(({ Id }) =>
      refused.has(Id)
        ? { status: 'rejected', reason: new MessagesNotSent(refused.get(Id)) }
        : { status: 'fulfilled', value: undefined },
    );
  };
  const hand = batchedSend(ENTRIES_A_REQUEST, sendTen);
  return async (messages, delaySeconds) => {
    const delay =
      delaySeconds === undefined ? {} : { DelaySeconds: Math.min(Math.ceil(delaySeconds), LONGEST_DELAY_SECONDS) };
    const attributes = Object.entries(writtenChain()).map(
      ([name, StringValue]) => [name, { DataType: 'String', StringValue }] as const,
    );
    const chain = attributes.length > 0 && { MessageAttributes: Object.fromEntries(attributes) };
    await inParallel(messages, ENTRIES_A_REQUEST * REQUESTS_AT_ONCE, (message) =>
      hand({ MessageBody: written(JSON.stringify(message)), ...delay, ...chain }),
    );
  };
}
