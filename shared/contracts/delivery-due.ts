import * as z from 'zod';

const receiver = z.string().regex(/^(police|bank#[\w-]{1,40})$/u);
const noticeId = z.string().regex(/^[\w-]{22}$/u);

/** 5-notify-banks and send-due-deliveries → deliver-notice: a notice may have something to be sent to its receiver's endpoint. */
export const DeliveryDue = z.strictObject({ receiver, noticeId });
export type DeliveryDue = z.infer<typeof DeliveryDue>;

/** The one-minute clock → send-due-deliveries. */
export const DueDeliveriesRequested = z.strictObject({ reason: z.literal('clock') });
export type DueDeliveriesRequested = z.infer<typeof DueDeliveriesRequested>;
