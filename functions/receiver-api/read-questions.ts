import type { QuestionsPage } from '#shared/contracts/questions.ts';
import type { Receiver } from '#shared/domain/notification/receiver.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { type ListedQuestion, listQuestions } from '#shared/use-cases/list-questions.ts';
import { findNotice } from '#shared/use-cases/replies/take-reply.ts';
import type { ReviewsOfNotice } from '#shared/contracts/replies.ts';
import type { ReceiverApiPorts } from './ports.ts';

type ReadQuestionsPorts = Pick<ReceiverApiPorts, 'caseRecords' | 'notices' | 'now' | 'replies'>;

const WRITES_AT_ONCE = 8;

/**
 * The police's recent questions to the receiver. A question that is read here counts as accepted and is not pushed any
 * more.
 */
export async function readQuestions(receiver: Receiver, ports: ReadQuestionsPorts): Promise<QuestionsPage> {
  return handedOver(receiver, await listQuestions(receiver, ports), ports);
}

/** The police's questions about one notice. @throws {Refused} where the receiver has no such notice */
export async function readQuestionsOfNotice(
  receiver: Receiver,
  noticeId: string,
  ports: ReadQuestionsPorts,
): Promise<QuestionsPage> {
  await findNotice(receiver, noticeId, ports);
  const listed = await listQuestions(receiver, ports);
  return handedOver(
    receiver,
    listed.filter(({ question }) => question.noticeId === noticeId),
    ports,
  );
}

async function handedOver(
  receiver: Receiver,
  listed: readonly ListedQuestion[],
  { caseRecords, now }: ReadQuestionsPorts,
): Promise<QuestionsPage> {
  const waiting = listed.filter(({ question }) => question.sentAt === undefined);
  await inParallel(waiting, WRITES_AT_ONCE, ({ question }) =>
    caseRecords.markSent({ receiver, noticeId: question.noticeId }, question, question.questionId, now().toISOString()),
  );
  return { data: listed.map(({ view }) => view) };
}

/**
 * A receiver's own objections to one of its notices, with the outcome of each. The police's reasons and the deciding
 * officer are left out.
 * @throws {Refused} where it has no such notice
 */
export async function reviewsOfNotice(
  receiver: Receiver,
  noticeId: string,
  ports: Pick<ReceiverApiPorts, 'notices' | 'reviews'>,
): Promise<ReviewsOfNotice> {
  await findNotice(receiver, noticeId, ports);
  const own = (await ports.reviews.ofNotice(noticeId)).filter(({ askedBy }) => askedBy === receiver);
  return {
    data: own.map(({ reviewId, sequence, reason, askedAt, dueOn, state, decided }) => {
      return { reviewId, sequence, reason, askedAt, dueOn, state, decidedAt: decided?.at };
    }),
  };
}
