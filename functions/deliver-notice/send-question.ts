import { HOME_PROVINCE } from '#shared/domain/vietnamese/home-province.ts';
import { dayInVietnam } from '#shared/domain/vietnamese/dates.ts';
import { BANK_QUESTIONS } from '#shared/domain/notification/bank-questions.ts';
import { HEALTHY, isResting } from '#shared/domain/notification/delivery/endpoint-health.ts';
import { judgeAnswer } from '#shared/domain/notification/delivery/judge-answer.ts';
import type { QuestionDue, TestEventDue } from '#shared/contracts/delivery-due.ts';
import {
  QUESTION_EVENT_TYPE,
  type QuestionEvent,
  TEST_EVENT_TYPE,
  type TestEvent,
} from '#shared/contracts/notice-event.ts';
import { log } from '#shared/runtime/log.ts';
import type { BankQuestion } from '#shared/tables/case-records.ts';
import { type DeliverNoticePorts, isPushed, type PushedReceiver } from './ports.ts';

type SendQuestionPorts = Pick<
  DeliverNoticePorts,
  'receivers' | 'notices' | 'secrets' | 'call' | 'now' | 'deliverLater'
> &
  Pick<DeliverNoticePorts, 'questions'>;

const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 900;

/**
 * Sends the police's question about an account to its bank's endpoint, signed like every event. It is sent again until
 * the endpoint accepts it, its last day has passed or the notice has ended. A failure does not change the health of the
 * endpoint, and a question to a paused endpoint waits. A bank without an endpoint reads the question at its desk.
 */
export async function sendQuestion(due: QuestionDue, ports: SendQuestionPorts): Promise<void> {
  const { receiver, noticeId, questionId, tries } = due;
  const endpoint = await ports.receivers.get(receiver);
  if (!isPushed(endpoint)) return;
  const [question, notice] = await Promise.all([
    ports.questions.question(noticeId, questionId),
    ports.notices.get(receiver, noticeId),
  ]);
  const now = ports.now();
  if (!question || question.sentAt !== undefined || notice?.state !== 'in_force') return;
  if (dayInVietnam(now) > question.dueOn) return log('QUESTION_NOT_TAKEN', { receiver, noticeId });
  const kind = isResting(endpoint.health ?? HEALTHY, now) ? 'resting' : await ask(due, question, endpoint, ports);
  if (kind === 'delivered') return ports.questions.markSent(due, question, questionId, ports.now().toISOString());
  if (kind === 'refused' || kind === 'gone') return log('QUESTION_NOT_TAKEN', { receiver, noticeId, reason: kind });
  const wait = Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** Math.min(tries, 10));
  await ports.deliverLater([{ receiver, noticeId, questionId, tries: tries + 1 }], wait);
}

/** Makes one call. @returns the endpoint's answer as an outcome */
async function ask(
  { receiver, noticeId, questionId }: QuestionDue,
  { asks, at: askedAt, dueOn }: BankQuestion,
  { url, secretArn }: PushedReceiver,
  { secrets, call, now }: SendQuestionPorts,
) {
  const event: QuestionEvent = {
    specversion: '1.0',
    id: questionId,
    source: HOME_PROVINCE.source,
    type: QUESTION_EVENT_TYPE,
    subject: noticeId,
    time: askedAt,
    datacontenttype: 'application/json',
    data: { noticeId, asks: asks.map((code) => ({ code, text: BANK_QUESTIONS[code] ?? code })), dueOn },
  };
  const body = JSON.stringify(event);
  const answer = await call({ url, secrets: await secrets(secretArn), id: questionId, at: now(), body });
  log('QUESTION_SENT', { receiver, noticeId, reason: answer.status ?? answer.because });
  return judgeAnswer(answer, now()).kind;
}

type SendTestEventPorts = Pick<DeliverNoticePorts, 'receivers' | 'secrets' | 'call' | 'now'>;

/**
 * Sends a receiver the event that it asked for: signed as every event, tried once, and without effect on the health of
 * its endpoint. A redelivery sends it under the same id. A receiver without an endpoint gets none.
 */
export async function sendTestEvent({ receiver, testEventId }: TestEventDue, ports: SendTestEventPorts): Promise<void> {
  const endpoint = await ports.receivers.get(receiver);
  if (!isPushed(endpoint)) return;
  const at = ports.now();
  const event: TestEvent = {
    specversion: '1.0',
    id: testEventId,
    source: HOME_PROVINCE.source,
    type: TEST_EVENT_TYPE,
    time: at.toISOString(),
    datacontenttype: 'application/json',
    data: { receiver },
  };
  const secrets = await ports.secrets(endpoint.secretArn);
  const answer = await ports.call({ url: endpoint.url, secrets, id: testEventId, at, body: JSON.stringify(event) });
  log('TEST_EVENT_SENT', { receiver, reason: answer.status ?? answer.because });
}
