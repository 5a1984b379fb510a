import * as z from 'zod';

/** A receiver's new key, told this once; the one before it signs beside it until that instant. */
export const SigningKeyChanged = z.strictObject({ key: z.string(), formerUntil: z.iso.datetime() });
export type SigningKeyChanged = z.infer<typeof SigningKeyChanged>;

const Attempt = z.strictObject({
  sequence: z.int().positive(),
  at: z.string(),
  /** `refused`: of this notice alone. `answered`: with an error. Absent while it is under way. */
  outcome: z.enum(['delivered', 'refused', 'answered', 'gone', 'unreachable']).optional(),
  /** The HTTP status that the endpoint answered. */
  status: z.int().optional(),
});

/** How a notice's newest state went, or goes, to the receiver's endpoint. */
export const SentNotice = z.strictObject({
  noticeId: z.string(),
  sequence: z.int().positive(),
  changedAt: z.string(),
  /** `feed`: it was never sent, the receiver reads it. */
  state: z.enum(['waiting', 'delivered', 'acknowledged', 'superseded', 'stuck', 'feed']),
  /** The oldest first. */
  attempts: z.array(Attempt).readonly(),
  nextAttemptAt: z.string().optional(),
});
export type SentNotice = z.infer<typeof SentNotice>;

/** A page of what was sent, the latest change first. `before` asks for what comes after it; absent where nothing does. */
export const SentPage = z.strictObject({ data: z.array(SentNotice), before: z.string().optional() });
export type SentPage = z.infer<typeof SentPage>;
