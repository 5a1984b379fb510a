import type { Context } from 'aws-lambda';
import type { Message } from './twins/queues.ts';

/** A message in the form of Lambda's event. */
export const recordOf = ({ id, receipt, body, attributes, sentAt, receives }: Message, eventSourceARN: string) => ({
  messageId: id,
  receiptHandle: receipt,
  body,
  attributes: {
    ApproximateReceiveCount: String(receives),
    SentTimestamp: String(sentAt),
    SenderId: 'simulated',
    ApproximateFirstReceiveTimestamp: String(sentAt),
  },
  messageAttributes: Object.fromEntries(
    Object.entries(attributes).map(([name, { StringValue: stringValue }]) => [
      name,
      { stringValue, dataType: 'String' },
    ]),
  ),
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN,
  awsRegion: 'ap-southeast-1',
});

/** The ids of the messages that an answer gives back. */
export const failuresIn = (answer: unknown): ReadonlySet<string> =>
  new Set(
    ((answer as { batchItemFailures?: { itemIdentifier: string }[] }).batchItemFailures ?? []).map(
      (one) => one.itemIdentifier,
    ),
  );

export const contextOf = (functionName: string, remaining: () => number): Context => ({
  callbackWaitsForEmptyEventLoop: false,
  functionName,
  functionVersion: '1',
  invokedFunctionArn: functionName,
  memoryLimitInMB: '512',
  awsRequestId: '00000000-0000-0000-0000-000000000000',
  logGroupName: '',
  logStreamName: '',
  getRemainingTimeInMillis: remaining,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
});
