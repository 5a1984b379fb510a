import {
  type BatchResultErrorEntry,
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  type QueueAttributeName,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { waitBeforeRetry } from '#shared/runtime/backoff.ts';
import { chunksOf } from '#shared/runtime/in-parallel.ts';
import { isStopped, lineageOf, TRACE_HEADER, traceHeaderOf } from './lineage.ts';
import { REGION } from './region.ts';
import type { EventSourceMapping } from './deploy.ts';
import { AWS_LIMITS } from '../limits.ts';
import { InvocationFailed, type Sandbox } from './sandbox.ts';

/** SQS returns at most ten messages at a time; a mapping's batch may be larger. */
const RECEIVED_AT_ONCE = 10;
const REQUESTS_AT_ONCE = 10;
/** Much less than the queues' own visibility timeouts, because messages whose answer was lost come again only after it. */
const HIDDEN_SECONDS = 30;

/**
 * Gathers messages up to the mapping's batch size. Lambda waits for more messages as long as the window. Here a queue
 * is read when no earlier step can add to it, so an empty answer ends the wait. The messages are hidden for
 * `hiddenSeconds`.
 */
export async function collectBatch(
  sqs: SQSClient,
  { queue, batchSize, windowSeconds }: EventSourceMapping,
  hiddenSeconds: number = HIDDEN_SECONDS,
): Promise<Message[]> {
  const until = Date.now() + windowSeconds * 1000;
  const messages: Message[] = [];
  const receive = async (MaxNumberOfMessages: number): Promise<Message[]> => {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: queue.url,
        MaxNumberOfMessages,
        VisibilityTimeout: hiddenSeconds,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
    );
    return Messages;
  };
  do {
    const answers = await Promise.all(requestsFor(batchSize - messages.length).map(receive));
    messages.push(...answers.flat());
    if (answers.some(({ length }) => length === 0)) break;
  } while (messages.length < batchSize && Date.now() < until);
  return messages;
}

/** The number of messages that each of the next requests asks for. */
const requestsFor = (missing: number): number[] =>
  Array.from({ length: Math.min(REQUESTS_AT_ONCE, Math.ceil(missing / RECEIVED_AT_ONCE)) }, (_, n) =>
    Math.min(RECEIVED_AT_ONCE, missing - n * RECEIVED_AT_ONCE),
  );

/** The event that Lambda makes of received messages. */
export function sqsEvent(messages: readonly Message[], queueArn: string): SQSEvent {
  return { Records: messages.map((message) => record(message, queueArn)) };
}

const record = (message: Message, eventSourceARN: string): SQSRecord => ({
  messageId: message.MessageId ?? '',
  receiptHandle: message.ReceiptHandle ?? '',
  body: message.Body ?? '',
  attributes: Object.assign(
    { ApproximateReceiveCount: '1', SentTimestamp: '0', SenderId: '', ApproximateFirstReceiveTimestamp: '0' },
    message.Attributes,
  ),
  messageAttributes: Object.fromEntries(
    Object.entries(message.MessageAttributes ?? {})
      .filter(([name]) => name !== TRACE_HEADER)
      .map(([name, { DataType = 'String', StringValue = '' }]) => [
        name,
        { dataType: DataType, stringValue: StringValue },
      ]),
  ),
  md5OfBody: message.MD5OfBody ?? '',
  eventSource: 'aws:sqs',
  eventSourceARN,
  awsRegion: REGION,
});

const Response = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish() });

/**
 * Decides by Lambda's rules which messages of the batch go back. A malformed answer, or one with an id that was not in
 * the batch, fails the whole batch. No answer or an empty list fails no message.
 */
export function failedMessages(messages: readonly Message[], answer: unknown): readonly Message[] {
  if (answer === undefined || answer === null) return [];
  const parsed = Response.safeParse(answer);
  if (!parsed.success) return messages;
  const failed = new Set((parsed.data.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier));
  const known = new Set(messages.map(({ MessageId }) => MessageId));
  return [...failed].every((id) => known.has(id))
    ? messages.filter(({ MessageId }) => failed.has(MessageId ?? ''))
    : messages;
}

/**
 * Deletes the handled messages, and makes the failed ones visible after a few seconds.
 */
export async function settleBatch(
  sqs: SQSClient,
  { queue }: EventSourceMapping,
  done: readonly Message[],
  failed: readonly Message[],
): Promise<void> {
  const entry = ({ ReceiptHandle }: Message, n: number) => ({ Id: String(n), ReceiptHandle });
  const deletions = chunksOf(done, RECEIVED_AT_ONCE).map((ten) =>
    untilDone(ten.map(entry), (Entries) =>
      sqs.send(new DeleteMessageBatchCommand({ QueueUrl: queue.url, Entries: [...Entries] })),
    ),
  );
  const returns = chunksOf(failed, RECEIVED_AT_ONCE).map((ten) =>
    untilDone(
      ten.map((message, n) => ({ ...entry(message, n), VisibilityTimeout: backoffSeconds(message) })),
      (Entries) => sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: queue.url, Entries: [...Entries] })),
    ),
  );
  await Promise.all([...deletions, ...returns]);
}

/** Asks again for the entries that SQS could not do, because a handled message would come again. */
async function untilDone<E extends { readonly Id: string }>(
  entries: readonly E[],
  ask: (entries: readonly E[]) => Promise<{ readonly Failed?: BatchResultErrorEntry[] | undefined }>,
): Promise<void> {
  let left = entries;
  for (let tried = 0; left.length > 0 && (await waitBeforeRetry(tried)); tried += 1) {
    const { Failed = [] } = await ask(left);
    // An entry with a fault of ours fails each time, for example because its message is received elsewhere again
    const again = new Set(Failed.filter(({ SenderFault }) => !SenderFault).map(({ Id }) => Id));
    left = left.filter(({ Id }) => again.has(Id));
  }
}

const LONGEST_BACKOFF_SECONDS = 5;
const backoffSeconds = ({ Attributes }: Message) =>
  Math.min(Number(Attributes?.ApproximateReceiveCount ?? 1), LONGEST_BACKOFF_SECONDS);

/** How often the messages of a batch are hidden again before the time is over that they are hidden for. */
const RENEWALS = 3;

/** Received messages that stay hidden until they are let go. */
export interface HeldBatch {
  readonly messages: readonly Message[];
  /** To be called before the messages are settled. Afterwards nothing hides them again. */
  readonly letGo: () => Promise<void>;
}

/**
 * Receives a batch that is hidden for a short time again and again, instead of the queue's own visibility timeout.
 * If the answer with the messages is lost, nobody has them, and they come again after the short time.
 */
export async function holdBatch(
  sqs: SQSClient,
  mapping: EventSourceMapping,
  hiddenSeconds: number = HIDDEN_SECONDS,
): Promise<HeldBatch> {
  const messages = await collectBatch(sqs, mapping, hiddenSeconds);
  if (messages.length === 0) return { messages, letGo: async () => undefined };
  let renewed: Promise<unknown> = Promise.resolve();
  const timer = setInterval(
    () => {
      renewed = hideAgain(sqs, mapping.queue.url, messages, hiddenSeconds);
    },
    (hiddenSeconds * 1000) / RENEWALS,
  );
  // A run that fails does not let go of what it has read ahead
  timer.unref();
  return {
    messages,
    letGo: async () => {
      clearInterval(timer);
      await renewed;
    },
  };
}

/** A message that cannot be hidden this time is hidden the next time. */
const hideAgain = (sqs: SQSClient, QueueUrl: string, messages: readonly Message[], VisibilityTimeout: number) =>
  Promise.allSettled(
    chunksOf(messages, RECEIVED_AT_ONCE).map((some) => {
      const Entries = some.map(({ ReceiptHandle }, n) => ({ Id: String(n), ReceiptHandle, VisibilityTimeout }));
      return sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
    }),
  );

const COUNTS: QueueAttributeName[] = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
];

/** Counts a queue's visible, in-flight and delayed messages. */
export async function messagesIn(sqs: SQSClient, { queue }: EventSourceMapping): Promise<number> {
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: queue.url, AttributeNames: COUNTS }),
  );
  return COUNTS.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
}

/**
 * Starts a function with a batch.
 * @throws {InvocationFailed} also where Lambda itself would not start the function
 */
export async function invokeBatch(
  { queue, target }: EventSourceMapping,
  sandbox: Sandbox,
  messages: readonly Message[],
): Promise<unknown> {
  const lineage = lineageOf(messages);
  if (!target.mayLoop && isStopped(lineage, target.name)) throw new InvocationFailed(`${target.name}: recursive loop`);
  const event = sqsEvent(messages, queue.arn);
  if (Buffer.byteLength(JSON.stringify(event)) > AWS_LIMITS.lambdaSynchronousPayloadBytes.value)
    throw new InvocationFailed(`${target.name}: the batch is larger than an event`);
  return sandbox.invoke(event, traceHeaderOf(lineage, target.name));
}
