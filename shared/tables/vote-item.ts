import * as z from 'zod';
import { VOTE_OUTCOMES } from '#shared/domain/notification/release/release-policy.ts';

/** A stored vote on a change of a notice or on a file. */
export const VoteItem = z.object({
  officer: z.string(),
  outcome: z.enum(VOTE_OUTCOMES),
  at: z.string(),
  reason: z.string().optional(),
});
