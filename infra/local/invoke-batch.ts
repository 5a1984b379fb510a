import { type Message, GetQueueAttributesCommand, type QueueAttributeName, type SQSClient } from '@aws-sdk/client-sqs';
import { AWS_LIMITS } from '../limits.ts';
import { sqsEvent } from './batch.ts';
import type { EventSourceMapping } from './deploy.ts';
import { isStopped, lineageOf, traceHeaderOf } from './lineage.ts';
import { InvocationFailed, type Sandbox } from './sandbox.ts';

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
