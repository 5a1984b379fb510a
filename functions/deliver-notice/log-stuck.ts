import type { Delivery } from '#shared/domain/notification/delivery/delivery.ts';
import { log } from '#shared/runtime/log.ts';

/** A metric counts these lines and raises an alarm; the operator then runs the redrive. */
export function logStuckDelivery({ receiver, state, stuckBecause }: Delivery): void {
  if (state === 'stuck') log('DELIVERY_STUCK', { receiver, reason: stuckBecause ?? '' });
}
