import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import * as z from 'zod';
import { entryOf } from '#shared/contracts/log-entries.ts';
import type { EnterInLog } from '#shared/contracts/log-entry.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import { logger } from '#shared/runtime/log.ts';
import { type ReplayParkedPorts, replayParked } from '#shared/use-cases/replay-parked.ts';

/** The argument of the operator's call: the name of the queue whose parked messages are sent again. */
const Request = z.strictObject({ queue: z.string().min(1) });

interface ReplayBatchPorts extends ReplayParkedPorts {
  readonly enter: EnterInLog;
  readonly now: RealClock;
}

/** The function is called by an operator and sends the parked messages of a queue to that queue again. */
export const createHandler = (ports: ReplayBatchPorts) =>
  middy()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .handler(async (event: unknown) => {
      const { queue } = Request.parse(event);
      const at = ports.now().toISOString();
      const says = { task: 'replay-parked', queue };
      await ports.enter([entryOf({ kind: 'operator-acted', at, by: 'operator', says }, { ...says, at })]);
      return replayParked(queue, ports);
    });
