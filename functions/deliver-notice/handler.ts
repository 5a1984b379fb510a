import { LONG_CHAINS } from '#shared/contracts/chains.ts';
import { DeliveryMessage } from '#shared/contracts/delivery-due.ts';
import { eachMessage, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { withLogContext } from '#shared/runtime/with-log-context.ts';
import { sendQuestion, sendTestEvent } from './send-question.ts';
import { deliverNotice } from './deliver-notice.ts';
import type { DeliverNoticePorts } from './ports.ts';

/**
 * The function takes deliveries from a queue, calls the receiver's endpoint, and stores the outcome in the deliveries
 * table and in the notice's handling status.
 */
export const createHandler = (ports: DeliverNoticePorts & { park: Park }) =>
  withLogContext(
    sqsWorker({
      contract: DeliveryMessage,
      mostHops: LONG_CHAINS['deliver-notice'],
      handle: eachMessage<DeliveryMessage>(10, (message) => handle(message, ports)),
      park: ports.park,
    }),
  );

function handle(message: DeliveryMessage, ports: DeliverNoticePorts): Promise<void> {
  if ('testEventId' in message) return sendTestEvent(message, ports);
  return 'questionId' in message ? sendQuestion(message, ports) : deliverNotice(message, ports);
}
