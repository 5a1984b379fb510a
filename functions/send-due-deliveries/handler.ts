import { DueDeliveriesRequested } from '#shared/contracts/delivery-due.ts';
import { each, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { step } from '#shared/runtime/step.ts';
import { type SendDueDeliveriesPorts, sendDueDeliveries } from './send-due-deliveries.ts';

/** the one-minute clock → deliveries queue */
export const createHandler = (ports: SendDueDeliveriesPorts & { park: Park }) =>
  step(
    sqsWorker({
      contract: DueDeliveriesRequested,
      handle: each<DueDeliveriesRequested>(1, () => sendDueDeliveries(ports)),
      park: ports.park,
    }),
  );
