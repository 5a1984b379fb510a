import { instantAfter } from '#shared/domain/notification/delivery/instant.ts';
import { DueDeliveriesRequested } from '#shared/contracts/delivery-due.ts';
import { messageHandler } from '#shared/runtime/message-handler.ts';
import { type SendDueDeliveriesPorts, sendDueDeliveries } from './send-due-deliveries.ts';
import { type SendDueMessagesPorts, sendDueMessages } from './send-due-messages.ts';

/** How far ahead is sent: a little longer than the clock's interval of a minute, so that nothing comes late. */
const AHEAD_SECONDS = 65;

/** The function is called each minute and sends due deliveries to their queue, and due messages to theirs. */
export const createHandler = messageHandler(
  DueDeliveriesRequested,
  1,
  async (_due, ports: SendDueDeliveriesPorts & SendDueMessagesPorts) => {
    const until = instantAfter(ports.now(), AHEAD_SECONDS);
    await Promise.all([sendDueDeliveries(until, ports), sendDueMessages(until, ports)]);
  },
);
