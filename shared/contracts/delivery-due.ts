import * as z from 'zod';
import { receiver, reference } from './ids.ts';

/** 4-notify-police, 5-notify-banks, send-due-deliveries and itself → deliver-notice: a notice may have something to be sent to its receiver's endpoint. */
export const DeliveryDue = z.strictObject({ receiver, noticeId: reference });
export type DeliveryDue = z.infer<typeof DeliveryDue>;

/** receiver-api → deliver-notice: a receiver asks for an empty event, to see whether its endpoint accepts it. */
export const TestEventDue = z.strictObject({ receiver, testEventId: reference });
export type TestEventDue = z.infer<typeof TestEventDue>;

/** serve-pages → deliver-notice: the police ask a bank something about an account that it has a notice of. */
export const QuestionDue = z.strictObject({
  receiver,
  noticeId: reference,
  questionId: reference,
  /** How often it was sent before. */
  tries: z.int().nonnegative(),
});
export type QuestionDue = z.infer<typeof QuestionDue>;

/** The messages of the deliveries queue. */
export const DeliveryMessage = z.union([DeliveryDue, TestEventDue, QuestionDue]);
export type DeliveryMessage = z.infer<typeof DeliveryMessage>;

/**
 * The longest run of the function that reads them, and so the longest lease of an endpoint: two functions never hold it
 * at once.
 */
export const DELIVERY_SECONDS = 60;

/** The one-minute clock → send-due-deliveries. */
export const DueDeliveriesRequested = z.strictObject({ reason: z.literal('clock') });
export type DueDeliveriesRequested = z.infer<typeof DueDeliveriesRequested>;
