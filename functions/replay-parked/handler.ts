import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import * as z from 'zod';
import { logger } from '#shared/runtime/log.ts';
import { type ReplayParkedPorts, replayParked } from '#shared/use-cases/replay-parked.ts';

/** The argument of the operator's call: the name of the queue whose parked messages go back. */
const Request = z.strictObject({ queue: z.string().min(1) });

/** an operator → parked messages → back on their queue */
export const createHandler = (ports: ReplayParkedPorts) =>
  middy()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .handler((event: unknown) => replayParked(Request.parse(event).queue, ports));
