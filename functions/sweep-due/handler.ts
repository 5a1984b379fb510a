import { SweepRequested } from '#shared/contracts/messages.ts';
import { each, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { step } from '#shared/runtime/step.ts';
import { type SweepDuePorts, sweepDue } from './sweep-due.ts';

/** the daily clock, a feed read to its end, or changed settings → companies, registrations and bank-notices queues */
export const createHandler = (ports: SweepDuePorts & { park: Park }) =>
  step(
    sqsWorker({
      contract: SweepRequested,
      handle: each<SweepRequested>(1, ({ message }) => sweepDue(message, ports)),
      park: ports.park,
    }),
  );
