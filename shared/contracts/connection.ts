import { DELIVERY_STATES } from '#shared/domain/notification/states.ts';
import * as z from 'zod';

/**
 * A receiver's new key. The earlier key also signs until the given instant, and until then a repeated request is answered
 * with the same key.
 */
export const SigningKeyChanged = z.strictObject({ key: z.string(), formerUntil: z.iso.datetime() });
export type SigningKeyChanged = z.infer<typeof SigningKeyChanged>;

const Attempt = z.strictObject({
  sequence: z.int().positive(),
  at: z.string(),
  /** The outcome: `refused` concerns this notice alone, `answered` means an error status. Absent while the call is running. */
  outcome: z.enum(['delivered', 'refused', 'answered', 'gone', 'unreachable']).optional(),
  /** The HTTP status that the endpoint answered. */
  status: z.int().optional(),
});

/** The delivery of a notice's newest state to the receiver's endpoint. */
export const SentNotice = z.strictObject({
  noticeId: z.string(),
  sequence: z.int().positive(),
  changedAt: z.string(),
  /** The delivery's state; `feed` means that it is never sent because the receiver reads the feed. */
  state: z.enum([...DELIVERY_STATES, 'feed']),
  /** The attempts, the oldest first. */
  attempts: z.array(Attempt).readonly(),
  nextAttemptAt: z.string().optional(),
});
export type SentNotice = z.infer<typeof SentNotice>;

/** A page of deliveries, the latest change first. `before` is the parameter for the next page, and absent on the last page. */
export const SentNoticesPage = z.strictObject({ data: z.array(SentNotice), before: z.string().optional() });
export type SentNoticesPage = z.infer<typeof SentNoticesPage>;
