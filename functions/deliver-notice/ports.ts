import type { CallWebhook } from '#shared/clients/bank-webhook.ts';
import type { SendMessages } from '#shared/clients/queue.ts';
import type { SigningSecrets } from '#shared/clients/signing-secrets.ts';
import type { DeliveryDue, QuestionDue } from '#shared/contracts/delivery-due.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import type { CaseRecords } from '#shared/tables/case-records.ts';
import type { Deliveries } from '#shared/tables/deliveries.ts';
import type { Notices } from '#shared/tables/notices.ts';
import type { RegisteredReceiver, Receivers } from '#shared/tables/receivers.ts';
import type { Delivery } from '#shared/domain/notification/delivery/delivery.ts';
import { log } from '#shared/runtime/log.ts';

export interface DeliverNoticePorts {
  readonly notices: Pick<Notices, 'get' | 'setHandlingStatus'>;
  readonly deliveries: Pick<Deliveries, 'get' | 'write' | 'backlog'>;
  readonly receivers: Pick<Receivers, 'get' | 'acquire' | 'release'>;
  readonly questions: Pick<CaseRecords, 'question' | 'markSent'>;
  readonly secrets: SigningSecrets;
  readonly call: CallWebhook;
  readonly deliverLater: SendMessages<DeliveryDue | QuestionDue>;
  readonly newId: () => string;
  /** Makes a random number, 0…1, for the jitter. */
  readonly random: () => number;
  readonly now: RealClock;
}

/** A receiver whose endpoint is called. */
export type PushedReceiver = RegisteredReceiver & { readonly url: string; readonly secretArn: string };

export const isPushed = (receiver: RegisteredReceiver | undefined): receiver is PushedReceiver =>
  receiver?.mode === 'push' && receiver.url !== undefined && receiver.secretArn !== undefined;

/** A metric counts these lines and raises an alarm; the operator then runs the redrive. */
export function logStuckDelivery({ receiver, state, stuckBecause }: Delivery): void {
  if (state === 'stuck') log('DELIVERY_STUCK', { receiver, reason: stuckBecause ?? '' });
}
