import { HOME_PROVINCE } from '#shared/domain/vietnamese/home-province.ts';
import type { TestEventDue } from '#shared/contracts/delivery-due.ts';
import { TEST_EVENT_TYPE, type TestEvent } from '#shared/contracts/notice-event.ts';
import { log } from '#shared/runtime/log.ts';
import { type DeliverNoticePorts, isPushed } from './ports.ts';

type SendTestEventPorts = Pick<DeliverNoticePorts, 'receivers' | 'secrets' | 'call' | 'now'>;

/**
 * Sends a receiver the event that it asked for: signed as every event, tried once, and without effect on the health of
 * its endpoint. A redelivery sends it under the same id. A receiver without an endpoint gets none.
 */
export async function sendTestEvent({ receiver, testEventId }: TestEventDue, ports: SendTestEventPorts): Promise<void> {
  const endpoint = await ports.receivers.get(receiver);
  if (!isPushed(endpoint)) return;
  const at = ports.now();
  const event: TestEvent = {
    specversion: '1.0',
    id: testEventId,
    source: HOME_PROVINCE.source,
    type: TEST_EVENT_TYPE,
    time: at.toISOString(),
    datacontenttype: 'application/json',
    data: { receiver },
  };
  const secrets = await ports.secrets(endpoint.secretArn);
  const answer = await ports.call({ url: endpoint.url, secrets, id: testEventId, at, body: JSON.stringify(event) });
  log('TEST_EVENT_SENT', { receiver, reason: answer.status ?? answer.because });
}
