import {
  type BatchResultErrorEntry,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  type QueueAttributeName,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { waitBeforeRetry } from '#shared/runtime/backoff.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { parseJson } from '#shared/runtime/parse-json.ts';
import { ANSWER_IN_TIME } from './answer-in-time.ts';
import { MessagesNotSent } from './queue.ts';
import { patientRetries } from './retries.ts';

/** The number of messages of a queue, by SQS's own estimate. */
export interface QueueCounts {
  /** The queue's name. */
  readonly queue: string;
  /** Messages that nobody has received yet, including delayed ones. */
  readonly waiting: number;
  /** Messages that a function has received and not finished yet. */
  readonly inFlight: number;
  /** The messages that failed too often. */
  readonly dead: number;
}

const ATTRIBUTES: QueueAttributeName[] = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
  'RedrivePolicy',
];
const Redrive = z.object({ deadLetterTargetArn: z.string() });
const QUEUES_AT_ONCE = 8;
const ENTRIES_A_REQUEST = 10;

/**
 * Makes the addresses of the queues from the address of one of them.
 * @param names of all of them without the stack's, separated by commas
 */
export function queuesBeside(url: string, names: string): string[] {
  const all = names.split(',');
  // `due-deliveries` also ends with `deliveries`
  const [own] = all.filter((name) => url.includes(`-${name}`)).sort((a, b) => b.length - a.length);
  if (own === undefined) throw new Error('The address is of none of the queues');
  const at = url.lastIndexOf(`-${own}`) + 1;
  return all.map((name) => url.slice(0, at) + name + url.slice(at + own.length));
}

/**
 * The address of a queue by its name without the stack's, made from the address of one of them.
 * @throws {Error} where `names` lacks the queue
 */
export function queueAddresses(url: string, names: string): (name: string) => string {
  const urls = queuesBeside(url, names);
  return (name) => {
    const found = urls[names.split(',').indexOf(name)];
    if (found === undefined) throw new Error(`No queue ${name}`);
    return found;
  };
}

export const nameOfQueue = (url: string): string => url.split('/').at(-1) ?? '';

/**
 * Counts and moves messages of the queues between the steps and of their dead letters, which each queue names itself.
 * @param urls of the queues
 */
export const stepQueues = (
  urls: readonly string[],
  client = new SQSClient({ retryStrategy: patientRetries, requestHandler: ANSWER_IN_TIME }),
) => {
  const attributesOf = async (QueueUrl: string) => {
    const { Attributes = {} } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ATTRIBUTES }),
    );
    const count = (name: QueueAttributeName) => Number(Attributes[name] ?? 0);
    const redrive = Redrive.safeParse(parseJson(Attributes['RedrivePolicy'] ?? ''));
    return {
      waiting: count('ApproximateNumberOfMessages') + count('ApproximateNumberOfMessagesDelayed'),
      inFlight: count('ApproximateNumberOfMessagesNotVisible'),
      // Both queues have the same account and region, so their addresses differ only by the name.
      deadLetters: redrive.success
        ? new URL(redrive.data.deadLetterTargetArn.split(':').at(-1) ?? '', QueueUrl).href
        : undefined,
    };
  };

  return {
    async counts(): Promise<QueueCounts[]> {
      return inParallel(urls, QUEUES_AT_ONCE, async (url) => {
        const { waiting, inFlight, deadLetters } = await attributesOf(url);
        const dead = deadLetters === undefined ? undefined : await attributesOf(deadLetters);
        return { queue: nameOfQueue(url), waiting, inFlight, dead: (dead?.waiting ?? 0) + (dead?.inFlight ?? 0) };
      });
    },

    /**
     * Moves dead letters back to their queue as they are. A crash between sending and deleting duplicates a message,
     * which does no harm. @param mayGoOn is called before each ten messages @returns the number of moved messages;
     * undefined where no queue has that name
     */
    async moveDeadLetters(name: string, mayGoOn: () => boolean): Promise<number | undefined> {
      const url = urls.find((one) => nameOfQueue(one) === name);
      if (url === undefined) return undefined;
      const { deadLetters } = await attributesOf(url);
      let moved = 0;
      if (deadLetters === undefined) return moved;
      while (mayGoOn()) {
        const { Messages = [] } = await client.send(
          new ReceiveMessageCommand({ QueueUrl: deadLetters, MaxNumberOfMessages: ENTRIES_A_REQUEST }),
        );
        if (Messages.length === 0) return moved;
        await sendOn(client, url, Messages);
        await removeAll(client, deadLetters, Messages);
        moved += Messages.length;
      }
      return moved;
    },
  };
};
export type StepQueues = ReturnType<typeof stepQueues>;

async function sendOn(client: SQSClient, url: string, messages: readonly Message[]): Promise<void> {
  const entries = messages.map(({ Body }, n) => ({ Id: String(n), MessageBody: Body ?? '' }));
  await untilTaken(entries, (left) => client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: left })));
}

async function removeAll(client: SQSClient, url: string, messages: readonly Message[]): Promise<void> {
  const entries = messages.map(({ ReceiptHandle }, n) => ({ Id: String(n), ReceiptHandle }));
  await untilTaken(entries, (left) => client.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries: left })));
}

/** Repeats a request for the entries that SQS did not take. @throws {MessagesNotSent} after the last try */
async function untilTaken<E extends { readonly Id: string }>(
  entries: readonly E[],
  request: (left: E[]) => Promise<{ readonly Failed?: BatchResultErrorEntry[] | undefined }>,
): Promise<void> {
  let left = [...entries];
  let code: string | undefined;
  for (let tried = 0; left.length > 0 && (await waitBeforeRetry(tried)); tried += 1) {
    const { Failed = [] } = await request(left);
    const refused = new Set(Failed.map(({ Id }) => Id));
    left = left.filter(({ Id }) => refused.has(Id));
    code = Failed[0]?.Code;
  }
  if (left.length > 0) throw new MessagesNotSent(code);
}
