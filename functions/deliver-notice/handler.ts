import { DeliveryDue } from '#shared/contracts/delivery-due.ts';
import { eachMessage, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { withLogContext } from '#shared/runtime/with-log-context.ts';
import { deliverNotice } from './deliver-notice.ts';
import type { DeliverNoticePorts } from './ports.ts';

/** deliveries queue → the receiver's endpoint → deliveries table, and the notice's handling status */
export const createHandler = (ports: DeliverNoticePorts & { park: Park }) =>
  withLogContext(
    sqsWorker({
      contract: DeliveryDue,
      handle: eachMessage<DeliveryDue>(10, ({ message }) => deliverNotice(message, ports)),
      park: ports.park,
    }),
  );
