import { SweepRequested } from '#shared/contracts/messages.ts';
import { eachMessage, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { withLogContext } from '#shared/runtime/with-log-context.ts';
import { type SweepDuePorts, sweepDue } from './sweep-due.ts';

/** the daily clock, a feed read to its end, or changed settings → companies, registrations and bank-notices queues */
export const createHandler = (ports: SweepDuePorts & { park: Park }) =>
  withLogContext(
    sqsWorker({
      contract: SweepRequested,
      handle: eachMessage<SweepRequested>(1, ({ message }) => sweepDue(message, ports)),
      park: ports.park,
    }),
  );
