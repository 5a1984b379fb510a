import { DeliveryDue } from '#shared/contracts/delivery-due.ts';
import { each, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { step } from '#shared/runtime/step.ts';
import { deliverNotice } from './deliver-notice.ts';
import type { DeliverNoticePorts } from './ports.ts';

/** deliveries queue → the receiver's endpoint → deliveries table, and the notice's handling status */
export const createHandler = (ports: DeliverNoticePorts & { park: Park }) =>
  step(
    sqsWorker({
      contract: DeliveryDue,
      handle: each<DeliveryDue>(10, ({ message }) => deliverNotice(message, ports)),
      park: ports.park,
    }),
  );
