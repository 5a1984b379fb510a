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
        'Only the last two keys sign. Where the answer was lost and you ask again, the key that your endpoint has no longer signs: enter the new one at once. Events that you refuse meanwhile are sent again.',
      responses: {
        '201': {
          description: 'Shown this once: enter it at your endpoint',
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
