import * as z from 'zod';
import { TAKING_BACK_USES, VOTE_OUTCOMES } from '#shared/domain/notification/release/release-policy.ts';
import { text } from './operation.ts';

/** A decision to take back a file that waits for another person. */
export const WaitingDecision = z.object({
  file: text,
  use: z.enum(TAKING_BACK_USES),
  why: text,
  askedAt: text,
  revision: text,
  rows: z.int(),
  companies: z.int(),
  isAgreedTo: z.boolean(),
});

export const FileVote = z.strictObject({
  file: text.describe('With its feed, as the waiting decision names it'),
  revision: text,
  outcome: z.enum(VOTE_OUTCOMES),
});
