import type { QuestionView } from '#shared/contracts/questions.ts';
import { BANK_QUESTIONS } from '#shared/domain/notification/bank-questions.ts';
import type { Receiver } from '#shared/domain/notification/receiver.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import type { CaseRecords, ReceivedQuestion } from '#shared/tables/case-records.ts';
import type { Replies } from '#shared/tables/replies.ts';

interface ListQuestionsPorts {
  readonly caseRecords: Pick<CaseRecords, 'askedOf'>;
  readonly replies: Pick<Replies, 'lastDecisions'>;
  readonly now: RealClock;
}

/** The number of days for which a question is listed, after which it is answered or was asked again. */
const DAYS = 90;
const DAY_MS = 86_400_000;
const MOST = 50;

/** A question, and whether the bank's endpoint or program has it. */
export interface ListedQuestion {
  readonly question: ReceivedQuestion;
  readonly view: QuestionView;
}

/** The police's recent questions to a bank, the latest first, each with the bank's answer since. */
export async function listQuestions(
  receiver: Receiver,
  { caseRecords, replies, now }: ListQuestionsPorts,
): Promise<ListedQuestion[]> {
  const since = new Date(now().getTime() - DAYS * DAY_MS).toISOString();
  const asked = await caseRecords.askedOf(receiver, since, MOST);
  const decisions = await replies.lastDecisions(receiver, [...new Set(asked.map(({ noticeId }) => noticeId))]);
  return asked.map((question) => ({
    question,
    view: viewOf(question, decisions.get(question.noticeId)?.takenAt ?? ''),
  }));
}

function viewOf({ questionId, noticeId, at, asks, dueOn }: ReceivedQuestion, decidedAt: string): QuestionView {
  return {
    questionId,
    noticeId,
    askedAt: at,
    asks: asks.map((code) => ({ code, text: BANK_QUESTIONS[code] ?? code })),
    dueOn,
    ...(decidedAt > at && { answeredAt: decidedAt }),
  };
}
