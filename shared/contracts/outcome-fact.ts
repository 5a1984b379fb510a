import * as z from 'zod';
import { OUTCOME_ACTORS, OUTCOME_KINDS, type OutcomeFact as Fact } from '#shared/domain/outcomes/outcome-fact.ts';
import { reference } from './ids.ts';

const text = z.string().max(200).optional();
const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u);

/** A line of `ledger/facts.jsonl`, and an item of the table `outcomes`. */
export const OutcomeFactLine = z.object({
  caseId: z.string().min(1).max(60),
  kind: z.enum(OUTCOME_KINDS),
  on: z.iso.date(),
  at: z.iso.datetime(),
  by: z.enum(OUTCOME_ACTORS),
  id: reference,
  receiver: z.union([z.literal('police'), z.templateLiteral(['bank#', z.string()])]).optional(),
  noticeId: reference.optional(),
  sequence: z.int().positive().optional(),
  level: z.enum(['watch', 'act']).optional(),
  reasonCodes: z.array(z.int()).optional(),
  rules: z.array(z.string()).optional(),
  ruleSet: text,
  score: z.number().optional(),
  commune: text,
  communeSince: z.iso.date().optional(),
  trade: text,
  answer: z.enum(['acted', 'rejected']).optional(),
  accountStatus: text,
  isWritten: z.boolean().optional(),
  recovered: z.int().nonnegative().optional(),
  months: z.array(z.strictObject({ period: month, credit: z.number() })).optional(),
}) satisfies z.ZodType<Fact>;
