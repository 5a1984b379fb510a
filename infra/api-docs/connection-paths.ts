import * as z from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { SentNoticesPage, SigningKeyChanged } from '#shared/contracts/connection.ts';
import { TEST_EVENT_TYPE } from '#shared/contracts/notice-event.ts';
import { TestEventTaken } from '#shared/contracts/replies.ts';
import { EXAMPLES } from './examples.ts';
import { jsonContent, problemResponse, REFUSED_RESPONSE } from './operations.ts';

/** A receiver's webhook: its test, its key, and what was sent to it. */
export const CONNECTION_PATHS: ZodOpenApiPathsObject = {
  '/v1/test-events': {
    post: {
      operationId: 'askForTestEvent',
      summary: `A signed event of type ${TEST_EVENT_TYPE} for your own endpoint, sent once within seconds`,
      responses: {
        '202': {
          description: 'It carries this id as `webhook-id`',
          content: jsonContent(TestEventTaken, { asked: EXAMPLES.testEvent }),
        },
        ...REFUSED_RESPONSE,
      },
    },
  },
  '/v1/signing-keys': {
    post: {
      operationId: 'changeSigningKey',
      summary: 'A new key for the signatures of your webhook; the one before it signs beside it for a day',
      description:
        'Where the answer was lost, ask again: until `formerUntil` each answer has the same key, and the key that your endpoint has signs too. After that day a request changes the key again.',
      responses: {
        '201': {
          description: 'Enter it at your endpoint before `formerUntil`',
          content: jsonContent(SigningKeyChanged, { changed: EXAMPLES.signingKey }),
        },
        ...REFUSED_RESPONSE,
        '409': problemResponse('You have no webhook'),
      },
    },
  },
  '/v1/deliveries': {
    get: {
      operationId: 'readDeliveries',
      summary: 'What was sent to your webhook when, with each attempt; the latest change first',
      requestParams: {
        query: z.object({ before: z.string().optional().describe('As the page before gave it') }),
      },
      responses: {
        '200': { description: 'At most 50', content: jsonContent(SentNoticesPage, { sent: EXAMPLES.sent }) },
        ...REFUSED_RESPONSE,
      },
    },
  },
};
