import { DueDeliveriesRequested } from '#shared/contracts/delivery-due.ts';
import { eachMessage, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { withLogContext } from '#shared/runtime/with-log-context.ts';
import { type SendDueDeliveriesPorts, sendDueDeliveries } from './send-due-deliveries.ts';

/** The function is called each minute and sends due deliveries to the deliveries queue. */
export const createHandler = (ports: SendDueDeliveriesPorts & { park: Park }) =>
  withLogContext(
    sqsWorker({
      contract: DueDeliveriesRequested,
      handle: eachMessage<DueDeliveriesRequested>(1, () => sendDueDeliveries(ports)),
      park: ports.park,
    }),
  );
