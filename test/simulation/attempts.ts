import { type HandlingStatus, isAnswered } from '#shared/domain/notification/states.ts';
import { BANK } from './scenario.ts';
import type { Attributes } from './twins/expressions.ts';

/** A state to which the receiver's own reply has led is sent although its status says that it was answered. */
export const isAnsweredNotice = (notice: Attributes | undefined): boolean =>
  notice !== undefined && notice['causedByReceiver'] !== true && isAnswered(notice['handlingStatus'] as HandlingStatus);

/** The key of the delivery of an event, whose id has the notice's id and its sequence. */
export const deliveryOf = (eventId: string): Attributes => ({
  receiver: BANK,
  noticeId: eventId.slice(0, eventId.indexOf('.')),
});

/** The last attempt has no outcome yet. */
export const isNoted = (delivery: Attributes | undefined): boolean =>
  ((delivery?.['tried'] ?? []) as readonly Attributes[]).at(-1)?.['outcome'] === undefined &&
  delivery?.['tried'] !== undefined;
