import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';

/** A record as the event source mapping hands it over. */
export const record = (messageId: string, body: unknown, sentAt = 1_760_000_000_000, hops?: string): SQSRecord => ({
  messageId,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  receiptHandle: messageId,
  attributes: {
    ApproximateReceiveCount: '1',
    SentTimestamp: String(sentAt),
    SenderId: 'sender',
    ApproximateFirstReceiveTimestamp: String(sentAt),
  },
  messageAttributes: hops === undefined ? {} : { hops: { dataType: 'String', stringValue: hops } },
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:ap-southeast-1:000000000000:a-queue',
  awsRegion: 'ap-southeast-1',
});

export const sqsEvent = (...Records: SQSRecord[]): SQSEvent => ({ Records });

/** @param remainingMs of the run's time; a function is asked each time */
export const lambdaContext = (remainingMs: number | (() => number) = 300_000): Context => ({
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'a-function',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:ap-southeast-1:000000000000:function:a-function',
  memoryLimitInMB: '512',
  awsRequestId: '00000000-0000-0000-0000-000000000000',
  logGroupName: 'a-group',
  logStreamName: 'a-stream',
  getRemainingTimeInMillis: () => (typeof remainingMs === 'number' ? remainingMs : remainingMs()),
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
});
