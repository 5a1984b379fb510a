import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import httpRouter from '@middy/http-router';
import { bankOf } from '#shared/domain/notification/receiver.ts';
import { DossierAsked } from '#shared/contracts/dossier-link.ts';
import { Acknowledgement, BankDecision, PoliceDecision, SuspiciousAccount } from '#shared/contracts/replies.ts';
import { logger } from '#shared/runtime/log.ts';
import { admit, type Caller } from './admit.ts';
import { answering, answerOf, type ApiAnswer, type ApiEvent, refusal } from './answers.ts';
import { enterRead } from './enter-read.ts';
import { findNotice } from '#shared/use-cases/replies/find-notice.ts';
import { linkDossier } from './link-dossier.ts';
import { noticeViewOf } from './notice-view.ts';
import type { ReceiverApiPorts } from './ports.ts';
import { readFeed } from './read-feed.ts';
import { Refused } from '#shared/use-cases/replies/refused.ts';
import { bodyOf, idempotencyKeyOf } from './request.ts';
import { replyToNotice } from '#shared/use-cases/replies/take-reply.ts';
import { takeSuspiciousAccount } from '#shared/use-cases/replies/take-suspicious-account.ts';

type Route = (event: ApiEvent, caller: Caller, ports: ReceiverApiPorts) => Promise<ApiAnswer>;

/** a receiver's call → his own notices, the police's dossiers, or replies table → replies queue */
export function createHandler(ports: ReceiverApiPorts) {
  const admitted = (route: Route) =>
    answering(async (event) => {
      const caller = await admit(event, ports);
      await ports.limit(caller.receiver);
      return route(event, caller, ports);
    });
  return middy<ApiEvent, ApiAnswer>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .handler(
      httpRouter<ApiEvent, ApiAnswer>({
        routes: [
          { method: 'GET', path: '/v1/notices', handler: admitted(feed) },
          { method: 'GET', path: '/v1/notices/{id}', handler: admitted(notice) },
          { method: 'POST', path: '/v1/notices/{id}/acknowledgements', handler: admitted(acknowledge) },
          { method: 'POST', path: '/v1/notices/{id}/decisions', handler: admitted(decide) },
          { method: 'POST', path: '/v1/dossiers/{id}/link', handler: admitted(dossierLink) },
          { method: 'POST', path: '/v1/suspicious-accounts', handler: admitted(reportAccount) },
        ],
        notFoundResponse: async () => refusal(new Refused('no_such_route')),
      }),
    );
}

const noticeIdOf = ({ pathParameters }: ApiEvent) => pathParameters?.['id'] ?? '';
const replierOf = (event: ApiEvent, { receiver, client }: Caller) => ({
  receiver,
  client,
  idempotencyKey: idempotencyKeyOf(event),
});

const feed: Route = async (event, caller, ports) => {
  const page = await readFeed(caller.receiver, event.queryStringParameters?.['cursor'], ports);
  await enterRead(page.data, 'feed', event, caller, ports);
  return answerOf(200, page);
};

const notice: Route = async (event, caller, ports) => {
  const view = noticeViewOf(await findNotice(caller.receiver, noticeIdOf(event), ports));
  await enterRead([view], 'notice', event, caller, ports);
  return answerOf(200, view);
};

const acknowledge: Route = async (event, caller, ports) => {
  const body = bodyOf(event, Acknowledgement);
  const reply = { kind: 'acknowledgement', noticeId: noticeIdOf(event), body } as const;
  return answerOf(202, await replyToNotice(reply, replierOf(event, caller), ports));
};

/** A bank reports what it did, the police what they decided; the two have different contracts. */
const decide: Route = async (event, caller, ports) => {
  const noticeId = noticeIdOf(event);
  const reply =
    bankOf(caller.receiver) === undefined
      ? ({ kind: 'police-decision', noticeId, body: bodyOf(event, PoliceDecision) } as const)
      : ({ kind: 'bank-decision', noticeId, body: bodyOf(event, BankDecision) } as const);
  return answerOf(202, await replyToNotice(reply, replierOf(event, caller), ports));
};

const dossierLink: Route = async (event, caller, ports) => {
  const noticeId = noticeIdOf(event);
  const link = await linkDossier(noticeId, bodyOf(event, DossierAsked), caller, ports);
  await enterRead([{ id: noticeId, sequence: link.sequence }], 'dossier', event, caller, ports);
  return answerOf(201, link);
};

const reportAccount: Route = async (event, caller, ports) =>
  answerOf(202, await takeSuspiciousAccount(bodyOf(event, SuspiciousAccount), replierOf(event, caller), ports));
