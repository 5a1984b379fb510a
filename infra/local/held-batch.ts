import { ChangeMessageVisibilityBatchCommand, type Message, type SQSClient } from '@aws-sdk/client-sqs';
import { chunksOf } from '#shared/runtime/in-parallel.ts';
import { collectBatch, HIDDEN_SECONDS, RECEIVED_AT_ONCE } from './batch.ts';
import type { EventSourceMapping } from './deploy.ts';

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
