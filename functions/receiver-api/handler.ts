import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import httpRouter from '@middy/http-router';
import { bankOf } from '#shared/domain/notification/receiver.ts';
import { DossierAsked } from '#shared/contracts/dossier-link.ts';
import { Acknowledgement, BankDecision, PoliceDecision, SuspiciousAccount } from '#shared/contracts/replies.ts';
import { logger } from '#shared/runtime/log.ts';
import { admit, type Caller } from './admit.ts';
import { answering, answerOf, type HttpAnswer, type HttpEvent, refusal } from './answers.ts';
import { findNotice } from '#shared/use-cases/replies/find-notice.ts';
import { linkDossier } from './link-dossier.ts';
import { viewOf } from './notice-view.ts';
import type { ReceiverApiPorts } from './ports.ts';
import { readFeed } from './read-feed.ts';
import { Refused } from '#shared/use-cases/replies/refused.ts';
import { bodyOf, idempotencyKeyOf } from './request.ts';
import { replyToNotice } from '#shared/use-cases/replies/take-reply.ts';
import { takeSuspiciousAccount } from '#shared/use-cases/replies/take-suspicious-account.ts';

type Route = (event: HttpEvent, caller: Caller, ports: ReceiverApiPorts) => Promise<HttpAnswer>;

/** a receiver's call → his own notices, the police's dossiers, or replies table → replies queue */
export function createHandler(ports: ReceiverApiPorts) {
  const admitted = (route: Route) =>
    answering(async (event) => {
      const caller = await admit(event, ports);
      await ports.limit(caller.receiver);
      return route(event, caller, ports);
    });
  return middy<HttpEvent, HttpAnswer>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .handler(
      httpRouter<HttpEvent, HttpAnswer>({
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

const noticeIdOf = ({ pathParameters }: HttpEvent) => pathParameters?.['id'] ?? '';
const replierOf = (event: HttpEvent, { receiver }: Caller) => ({ receiver, idempotencyKey: idempotencyKeyOf(event) });

const feed: Route = async ({ queryStringParameters }, { receiver }, ports) =>
  answerOf(200, await readFeed(receiver, queryStringParameters?.['cursor'], ports));

const notice: Route = async (event, { receiver }, ports) =>
  answerOf(200, viewOf(await findNotice(receiver, noticeIdOf(event), ports)));

const acknowledge: Route = async (event, caller, ports) => {
  const body = bodyOf(event, Acknowledgement);
  const reply = { kind: 'acknowledgement', noticeId: noticeIdOf(event), body } as const;
  return answerOf(202, await replyToNotice(reply, replierOf(event, caller), ports));
};

/** A bank says what it did, the police what they decided: each in words of its own. */
const decide: Route = async (event, caller, ports) => {
  const noticeId = noticeIdOf(event);
  const reply =
    bankOf(caller.receiver) === undefined
      ? ({ kind: 'police-decision', noticeId, body: bodyOf(event, PoliceDecision) } as const)
      : ({ kind: 'bank-decision', noticeId, body: bodyOf(event, BankDecision) } as const);
  return answerOf(202, await replyToNotice(reply, replierOf(event, caller), ports));
};

const dossierLink: Route = async (event, caller, ports) =>
  answerOf(201, await linkDossier(noticeIdOf(event), bodyOf(event, DossierAsked), caller, ports));

const reportAccount: Route = async (event, caller, ports) =>
  answerOf(202, await takeSuspiciousAccount(bodyOf(event, SuspiciousAccount), replierOf(event, caller), ports));
