import type { SQSClient } from '@aws-sdk/client-sqs';
import type { EventSourceMapping } from '#infra/local/deploy.ts';

/** A mapping whose queue and function have one name. */
export const mapping = (
  name: string,
  { environment = {} }: { readonly environment?: Record<string, string> } = {},
): EventSourceMapping => ({
  queue: { id: name, url: name, arn: name },
  target: { name, module: '', handler: '', timeoutSeconds: 1, memoryMegabytes: 128, mayLoop: false, environment },
  batchSize: 1,
  windowSeconds: 0,
  maximumConcurrency: 1,
  reportsPartialFailures: true,
});

/** Queues that answer as SQS does, as many messages at once as are asked for, with their messages by the queue's address. */
export function queuesWith(waiting: Map<string, string[]>): SQSClient {
  const answer = (name: string, url: string, most: number): object => {
    const messages = waiting.get(url) ?? [];
    if (name === 'GetQueueAttributesCommand')
      return { Attributes: { ApproximateNumberOfMessages: String(messages.length) } };
    if (name === 'ReceiveMessageCommand')
      return { Messages: messages.splice(0, most).map((Body) => ({ MessageId: Body, ReceiptHandle: Body, Body })) };
    return {};
  };
  const send = async (command: {
    constructor: { name: string };
    input: { QueueUrl: string; MaxNumberOfMessages?: number };
  }) => answer(command.constructor.name, command.input.QueueUrl, command.input.MaxNumberOfMessages ?? 1);
  return { send } as unknown as SQSClient;
}
