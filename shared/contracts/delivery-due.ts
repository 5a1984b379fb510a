import * as z from 'zod';
import { receiver, reference } from './ids.ts';

/**
 * Message to deliver-notice from 4-notify-police, 5-notify-banks, send-due-deliveries and itself: a notice may have a
 * state to be sent to its receiver's endpoint.
 */
export const DeliveryDue = z.strictObject({ receiver, noticeId: reference });
export type DeliveryDue = z.infer<typeof DeliveryDue>;

/** Message from receiver-api to deliver-notice: a receiver asks for an empty event, to test its endpoint. */
export const TestEventDue = z.strictObject({ receiver, testEventId: reference });
export type TestEventDue = z.infer<typeof TestEventDue>;

/** Message from serve-pages to deliver-notice: the police ask a bank about an account of one of its notices. */
export const QuestionDue = z.strictObject({
  receiver,
  noticeId: reference,
  questionId: reference,
  /** The number of earlier attempts. */
  tries: z.int().nonnegative(),
});
export type QuestionDue = z.infer<typeof QuestionDue>;

/** The messages of the deliveries queue. */
export const DeliveryMessage = z.union([DeliveryDue, TestEventDue, QuestionDue]);
export type DeliveryMessage = z.infer<typeof DeliveryMessage>;

/**
 * The longest run of deliver-notice and therefore the longest lease of an endpoint, so that two functions never hold
 * one lease.
 */
export const DELIVERY_SECONDS = 60;

/** Message from the one-minute clock to send-due-deliveries. */
export const DueDeliveriesRequested = z.strictObject({ reason: z.literal('clock') });
export type DueDeliveriesRequested = z.infer<typeof DueDeliveriesRequested>;
