import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import httpRouter from '@middy/http-router';
import { bankOf } from '#shared/domain/notification/receiver.ts';
import { FileResultRequest, FileUploadRequest } from '#shared/contracts/file-upload.ts';
import { DossierLinkRequest } from '#shared/contracts/dossier-link.ts';
import {
  Acknowledgement,
  BankDecisionSchema,
  PoliceDecisionSchema,
  ReviewRequest,
  SuspiciousAccount,
} from '#shared/contracts/replies.ts';
import { CosignedCheckpoint } from '#shared/contracts/witnessing.ts';
import { logger } from '#shared/runtime/log.ts';
import { admit, admitSender, type Caller, logNoticesRead, proveNotice, type Sender, withProofs } from './admit.ts';
import {
  withProblemAnswers,
  answerOf,
  type ApiAnswer,
  type ApiEvent,
  refusalAnswer,
  bodyOf,
  idempotencyKeyOf,
} from './answers.ts';
import { findReply, noticeViewOf, readNoticeFeed } from './read-notice-feed.ts';
import { askTestEvent } from '#shared/use-cases/ask-test-event.ts';
import { changeSigningKey } from '#shared/use-cases/change-signing-key.ts';
import { listSent } from '#shared/use-cases/list-sent.ts';
import { askReview } from '#shared/use-cases/replies/ask-review.ts';
import { findNotice, RefusedRequest, replyToNotice } from '#shared/use-cases/replies/take-reply.ts';
import { linkDossier } from './link-dossier.ts';
import { linkFileResult, offerUpload } from './offer-upload.ts';
import type { ReceiverApiPorts } from './ports.ts';
import { readQuestions, readQuestionsOfNotice, reviewsOfNotice } from './read-questions.ts';
import { readLogHead, takeCosignedCheckpoint } from './witness-log.ts';
import { takeSuspiciousAccount } from '#shared/use-cases/replies/take-suspicious-account.ts';

type Route<C = Caller> = (event: ApiEvent, caller: C, ports: ReceiverApiPorts) => Promise<ApiAnswer>;

/**
 * The function answers a receiver's call with the receiver's own notices or the police's dossiers, or stores a reply
 * and sends a message to the replies queue.
 */
export function createHandler(ports: ReceiverApiPorts) {
  const admitted = (route: Route) =>
    withProblemAnswers(async (event) => {
      const caller = await admit(event, ports);
      await ports.limit(caller.receiver);
      return route(event, caller, ports);
    });
  const admittedSender = (route: Route<Sender>) =>
    withProblemAnswers(async (event) => {
      const sender = await admitSender(event, ports);
      await ports.limit(sender.receiver ?? sender.client);
      return route(event, sender, ports);
    });
  return middy<ApiEvent, ApiAnswer>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .handler(
      httpRouter<ApiEvent, ApiAnswer>({
        routes: [
          { method: 'GET', path: '/v1/notices', handler: admitted(feed) },
          { method: 'GET', path: '/v1/notices/{id}', handler: admitted(notice) },
          { method: 'GET', path: '/v1/notices/{id}/proof', handler: admitted(noticeProof) },
          { method: 'GET', path: '/v1/log/checkpoint', handler: admitted(logHead) },
          { method: 'POST', path: '/v1/log/checkpoints', handler: admitted(cosign) },
          { method: 'POST', path: '/v1/notices/{id}/acknowledgements', handler: admitted(acknowledge) },
          { method: 'POST', path: '/v1/notices/{id}/decisions', handler: admitted(decide) },
          { method: 'POST', path: '/v1/notices/{id}/reviews', handler: admitted(objection) },
          { method: 'GET', path: '/v1/notices/{id}/reviews', handler: admitted(objections) },
          { method: 'GET', path: '/v1/notices/{id}/questions', handler: admitted(questionsOfNotice) },
          { method: 'GET', path: '/v1/questions', handler: admitted(questions) },
          { method: 'POST', path: '/v1/dossiers/{id}/link', handler: admitted(dossierLink) },
          { method: 'GET', path: '/v1/replies/{id}', handler: admitted(readReply) },
          { method: 'GET', path: '/v1/deliveries', handler: admitted(sentNotices) },
          { method: 'POST', path: '/v1/signing-keys', handler: admitted(signingKey) },
          { method: 'POST', path: '/v1/test-events', handler: admitted(testEvent) },
          { method: 'POST', path: '/v1/suspicious-accounts', handler: admitted(reportAccount) },
          { method: 'POST', path: '/v1/files', handler: admittedSender(fileForm) },
          { method: 'POST', path: '/v1/file-results', handler: admittedSender(fileResult) },
        ],
        notFoundResponse: async () => refusalAnswer(new RefusedRequest('no_such_route')),
      }),
    );
}

const noticeIdOf = ({ pathParameters }: ApiEvent) => pathParameters?.['id'] ?? '';
const replierOf = (event: ApiEvent, { receiver, client }: Caller) => ({
  receiver,
  client,
  idempotencyKey: idempotencyKeyOf(event),
});

const fileForm: Route<Sender> = async (event, sender, ports) =>
  answerOf(201, await offerUpload(bodyOf(event, FileUploadRequest), sender, ports));

const fileResult: Route<Sender> = async (event, sender, ports) =>
  answerOf(201, await linkFileResult(bodyOf(event, FileResultRequest), sender, ports));

const feed: Route = async (event, caller, ports) => {
  const read = await readNoticeFeed(caller.receiver, event.queryStringParameters?.['cursor'], ports);
  const page = { ...read, data: await withProofs(caller.receiver, read.data, ports) };
  await logNoticesRead(page.data, 'feed', event, caller, ports);
  return answerOf(200, page);
};

const notice: Route = async (event, caller, ports) => {
  const found = noticeViewOf(await findNotice(caller.receiver, noticeIdOf(event), ports));
  const [view = found] = await withProofs(caller.receiver, [found], ports);
  await logNoticesRead([view], 'notice', event, caller, ports);
  return answerOf(200, view);
};

const noticeProof: Route = async (event, { receiver }, ports) =>
  answerOf(200, await proveNotice(receiver, noticeIdOf(event), ports));

const logHead: Route = async ({ queryStringParameters }, _caller, ports) =>
  answerOf(200, await readLogHead(queryStringParameters?.['from'], ports));

const cosign: Route = async (event, caller, ports) =>
  answerOf(202, await takeCosignedCheckpoint(bodyOf(event, CosignedCheckpoint).checkpoint, caller, ports));

const acknowledge: Route = async (event, caller, ports) => {
  const body = bodyOf(event, Acknowledgement);
  const reply = { kind: 'acknowledgement', noticeId: noticeIdOf(event), body } as const;
  return answerOf(202, await replyToNotice(reply, replierOf(event, caller), ports));
};

/** A bank reports what it did, and the police report what they decided, under another contract. */
const decide: Route = async (event, caller, ports) => {
  const noticeId = noticeIdOf(event);
  const reply =
    bankOf(caller.receiver) === undefined
      ? ({ kind: 'police-decision', noticeId, body: bodyOf(event, PoliceDecisionSchema) } as const)
      : ({ kind: 'bank-decision', noticeId, body: bodyOf(event, BankDecisionSchema) } as const);
  return answerOf(202, await replyToNotice(reply, replierOf(event, caller), ports));
};

const objection: Route = async (event, caller, ports) =>
  answerOf(202, await askReview(noticeIdOf(event), bodyOf(event, ReviewRequest), replierOf(event, caller), ports));

const objections: Route = async (event, { receiver }, ports) =>
  answerOf(200, await reviewsOfNotice(receiver, noticeIdOf(event), ports));

const questionsOfNotice: Route = async (event, { receiver }, ports) =>
  answerOf(200, await readQuestionsOfNotice(receiver, noticeIdOf(event), ports));

const questions: Route = async (_event, { receiver }, ports) => answerOf(200, await readQuestions(receiver, ports));

const dossierLink: Route = async (event, caller, ports) => {
  const noticeId = noticeIdOf(event);
  const link = await linkDossier(noticeId, bodyOf(event, DossierLinkRequest), caller, ports);
  await logNoticesRead([{ id: noticeId, sequence: link.sequence }], 'dossier', event, caller, ports);
  return answerOf(201, link);
};

const reportAccount: Route = async (event, caller, ports) =>
  answerOf(202, await takeSuspiciousAccount(bodyOf(event, SuspiciousAccount), replierOf(event, caller), ports));

const readReply: Route = async (event, { receiver }, ports) =>
  answerOf(200, await findReply(receiver, event.pathParameters?.['id'] ?? '', ports));

const testEvent: Route = async (_event, { receiver, client }, ports) =>
  answerOf(202, { testEventId: await askTestEvent(receiver, { client }, ports) });

/** The new secret is shown once, to any client that may read the receiver's notices. */
const signingKey: Route = async (_event, { receiver, client }, ports) =>
  answerOf(201, await changeSigningKey(receiver, { client }, ports));

const sentNotices: Route = async ({ queryStringParameters }, { receiver }, ports) => {
  const { page, before } = await listSent(receiver, queryStringParameters?.['before'], ports);
  return answerOf(200, { data: page.map(({ sent }) => sent), before });
};
