import * as z from 'zod';
import { ASKS, type PlannedQuestion } from '#shared/domain/plan/question.ts';
import { SIGNS } from '#shared/domain/plan/signs.ts';
import { questionText, reasonOf } from '#shared/domain/plan/wording.ts';

const Day = z.iso.date();
const Verdict = z.enum(['clear', 'watch', 'flagged']);

/** A line of `plan.jsonl`: a question of a week with its words. An account is named by its bank and its last characters. */
export const PlannedQuestionLine = z.object({
  id: z.string(),
  ask: z.enum(ASKS),
  /** `inspector`, `tax`, `police`, or a bank's BIN. */
  party: z.string(),
  enterpriseCode: z.string(),
  account: z.string().optional(),
  askedOn: Day,
  dueOn: Day,
  /** The chance, 0…1, that the answer turns the verdict, and what places the question among others. */
  chance: z.number(),
  value: z.number(),
  verdict: Verdict,
  ifAgainst: Verdict,
  ifFor: Verdict,
  signs: z.array(z.enum(SIGNS)),
  settles: z.literal(true).optional(),
  isDrawn: z.literal(true).optional(),
  inSpiteOf: Day.optional(),
  /** What a drawn visit was drawn with. */
  seed: z.string().optional(),
  question: z.string(),
  reason: z.string(),
});
export type PlannedQuestionLine = z.infer<typeof PlannedQuestionLine>;

/** A question's line, with its fields always in the same order. */
export const plannedQuestionLine = (planned: PlannedQuestion, seed: string): PlannedQuestionLine =>
  PlannedQuestionLine.parse({
    ...planned,
    account: planned.account?.masked,
    ...(planned.isDrawn && { seed }),
    question: questionText(planned),
    reason: reasonOf(planned),
  });

/** The question of a line. @param refOf the account's reference, by which it is known in this run */
export function plannedQuestion(
  { account, seed: _seed, question: _question, reason: _reason, ...line }: PlannedQuestionLine,
  refOf: (masked: string) => string | undefined,
): PlannedQuestion {
  return { ...line, ...(account !== undefined && { account: { ref: refOf(account) ?? account, masked: account } }) };
}
