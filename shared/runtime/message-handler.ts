import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type * as z from 'zod';
import { logger } from './log.ts';
import { eachMessage, type Park, sqsWorker, type Worker } from './sqs-worker.ts';

/** Wraps a worker so that each invocation starts with an empty logger context. */
export const withLogContext = (worker: (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>) =>
  middy<SQSEvent, SQSBatchResponse>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .handler(worker);

/** A function that handles the batches of a queue. */
export const batchHandler = <C extends z.ZodType>(worker: Worker<C>) => withLogContext(sqsWorker(worker));

interface Choices<P> {
  /** A message that came back to its queue more often is parked. */
  readonly mostHops?: number;
  /** How sealed codes are opened; for a queue whose messages name companies. */
  readonly opened?: (ports: P) => (body: string) => string;
  /** What is done before each batch. */
  readonly before?: (ports: P) => void;
}

/** A function that handles the messages of a queue one by one, at most `width` at once. */
export const messageHandler =
  <C extends z.ZodType, P>(
    contract: C,
    width: number,
    work: (message: z.infer<C>, ports: P) => Promise<void>,
    { mostHops, opened, before }: Choices<P> = {},
  ) =>
  (ports: P & { readonly park: Park }) =>
    batchHandler({
      contract,
      ...(mostHops !== undefined && { mostHops }),
      ...(opened && { opened: opened(ports) }),
      handle: (batch) => {
        before?.(ports);
        return eachMessage<z.infer<C>>(width, (message) => work(message, ports))(batch);
      },
      park: ports.park,
    });
