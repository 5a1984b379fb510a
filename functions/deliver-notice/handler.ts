import { LONG_CHAINS } from '#shared/contracts/chains.ts';
import { DeliveryMessage } from '#shared/contracts/delivery-due.ts';
import { messageHandler } from '#shared/runtime/message-handler.ts';
import { sendQuestion, sendTestEvent } from './send-question.ts';
import { deliverNotice } from './deliver-notice.ts';
import type { DeliverNoticePorts } from './ports.ts';

/**
 * The function takes deliveries from a queue, calls the receiver's endpoint, and stores the outcome in the deliveries
 * table and in the notice's handling status.
 */
export const createHandler = messageHandler(
  DeliveryMessage,
  10,
  (message, ports: DeliverNoticePorts) => {
    if ('testEventId' in message) return sendTestEvent(message, ports);
    return 'questionId' in message ? sendQuestion(message, ports) : deliverNotice(message, ports);
  },
  { mostHops: LONG_CHAINS['deliver-notice'] },
);
