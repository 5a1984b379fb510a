import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import httpRouter from '@middy/http-router';
import { bankOf } from '#shared/domain/receiver.ts';
import { Acknowledgement, BankDecision, PoliceDecision, SuspiciousAccount } from '#shared/contracts/replies.ts';
import { logger } from '#shared/runtime/log.ts';
import { answering, answerOf, type HttpAnswer, type HttpEvent, refusal } from './answers.ts';
import { findNotice } from './find-notice.ts';
import { viewOf } from './notice-view.ts';
import type { Ports } from './ports.ts';
import { readFeed } from './read-feed.ts';
import { Refused } from './refused.ts';
import { bodyOf, idempotencyKeyOf, receiverOf } from './request.ts';
import { replyToNotice } from './take-reply.ts';
import { takeSuspiciousAccount } from './take-suspicious-account.ts';

/** a receiver's call → his own notices, or replies table → replies queue */
export const createHandler = (ports: Ports) =>
  middy<HttpEvent, HttpAnswer>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .handler(
      httpRouter<HttpEvent, HttpAnswer>({
        routes: [
          { method: 'GET', path: '/v1/notices', handler: answering((event) => feed(event, ports)) },
          { method: 'GET', path: '/v1/notices/{id}', handler: answering((event) => notice(event, ports)) },
          {
            method: 'POST',
            path: '/v1/notices/{id}/acknowledgements',
            handler: answering((event) => acknowledge(event, ports)),
          },
          { method: 'POST', path: '/v1/notices/{id}/decisions', handler: answering((event) => decide(event, ports)) },
          {
            method: 'POST',
            path: '/v1/suspicious-accounts',
            handler: answering((event) => reportAccount(event, ports)),
          },
        ],
        notFoundResponse: async () => refusal(new Refused('no_such_route')),
      }),
    );

const noticeIdOf = ({ pathParameters }: HttpEvent) => pathParameters?.['id'] ?? '';
const replierOf = (event: HttpEvent) => ({ receiver: receiverOf(event), idempotencyKey: idempotencyKeyOf(event) });

async function feed(event: HttpEvent, ports: Ports): Promise<HttpAnswer> {
  return answerOf(200, await readFeed(receiverOf(event), event.queryStringParameters?.['cursor'], ports));
}

async function notice(event: HttpEvent, ports: Ports): Promise<HttpAnswer> {
  return answerOf(200, viewOf(await findNotice(receiverOf(event), noticeIdOf(event), ports)));
}

async function acknowledge(event: HttpEvent, ports: Ports): Promise<HttpAnswer> {
  const replier = replierOf(event);
  const body = bodyOf(event, Acknowledgement);
  const reply = { kind: 'acknowledgement', noticeId: noticeIdOf(event), body } as const;
  return answerOf(202, await replyToNotice(reply, replier, ports));
}

/** A bank says what it did, the police what they decided: each in words of its own. */
async function decide(event: HttpEvent, ports: Ports): Promise<HttpAnswer> {
  const replier = replierOf(event);
  const noticeId = noticeIdOf(event);
  const reply =
    bankOf(replier.receiver) === undefined
      ? ({ kind: 'police-decision', noticeId, body: bodyOf(event, PoliceDecision) } as const)
      : ({ kind: 'bank-decision', noticeId, body: bodyOf(event, BankDecision) } as const);
  return answerOf(202, await replyToNotice(reply, replier, ports));
}

async function reportAccount(event: HttpEvent, ports: Ports): Promise<HttpAnswer> {
  const replier = replierOf(event);
  return answerOf(202, await takeSuspiciousAccount(bodyOf(event, SuspiciousAccount), replier, ports));
}
