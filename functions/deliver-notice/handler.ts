import { DeliveryMessage } from '#shared/contracts/delivery-due.ts';
import { eachMessage, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { withLogContext } from '#shared/runtime/with-log-context.ts';
import { sendTestEvent } from './send-test-event.ts';
import { deliverNotice } from './deliver-notice.ts';
import type { DeliverNoticePorts } from './ports.ts';

/** deliveries queue → the receiver's endpoint → deliveries table, and the notice's handling status */
export const createHandler = (ports: DeliverNoticePorts & { park: Park }) =>
  withLogContext(
    sqsWorker({
      contract: DeliveryMessage,
      handle: eachMessage<DeliveryMessage>(10, ({ message }) =>
        'noticeId' in message ? deliverNotice(message, ports) : sendTestEvent(message, ports),
      ),
      park: ports.park,
    }),
  );
