import { LONG_CHAINS } from '#shared/contracts/chains.ts';
import { SweepRequested } from '#shared/contracts/messages.ts';
import type { SealedCodes } from '#shared/runtime/sealed-codes.ts';
import { eachMessage, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { withLogContext } from '#shared/runtime/with-log-context.ts';
import { type SweepDuePorts, sweepDue } from './sweep-due.ts';

/**
 * The function is called by the daily clock, at the end of a feed, or after a change of settings, and sends messages to
 * the companies, registrations and bank-notices queues.
 */
export const createHandler = (ports: SweepDuePorts & { hash: SealedCodes; park: Park }) =>
  withLogContext(
    sqsWorker({
      contract: SweepRequested,
      mostHops: LONG_CHAINS['sweep-due'],
      opened: ports.hash.opened,
      handle: eachMessage<SweepRequested>(1, ({ message }) => sweepDue(message, ports)),
      park: ports.park,
    }),
  );
