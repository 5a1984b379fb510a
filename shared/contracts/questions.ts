import * as z from 'zod';

/** The police's questions to a bank about the account of one of its notices. */
export const QuestionView = z.strictObject({
  questionId: z.string(),
  noticeId: z.string(),
  askedAt: z.string(),
  /** Fixed sentences, as the event of the webhook has them. */
  asks: z.array(z.strictObject({ code: z.string(), text: z.string() })).min(1),
  /** The last day for an answer (Asia/Ho_Chi_Minh). */
  dueOn: z.string(),
  /** When a decision on the notice was taken in after the question: its note is the answer. */
  answeredAt: z.string().optional(),
});
export type QuestionView = z.infer<typeof QuestionView>;

/** The latest first. */
export const QuestionsPage = z.strictObject({ data: z.array(QuestionView) });
export type QuestionsPage = z.infer<typeof QuestionsPage>;
