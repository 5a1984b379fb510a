import * as z from 'zod';
import { SentNoticesPage, SigningKeyChanged } from '#shared/contracts/connection.ts';
import { TEST_EVENT_TYPE } from '#shared/contracts/notice-event.ts';
import { TestEventTaken } from '#shared/contracts/replies.ts';
import { EXAMPLES } from './examples.ts';
import { type ApiCalls, problemResponse } from './operations.ts';

/** A receiver's webhook: its test, its key, and what was sent to it. */
export const CONNECTION_CALLS: ApiCalls = {
  'POST /v1/test-events': {
    id: 'askForTestEvent',
    summary: `A signed event of type ${TEST_EVENT_TYPE} for your own endpoint, sent once within seconds`,
    answers: ['202', 'It carries this id as `webhook-id`', TestEventTaken, { asked: EXAMPLES.testEvent }],
  },
  'POST /v1/signing-keys': {
    id: 'changeSigningKey',
    summary: 'A new key for the signatures of your webhook; the one before it signs beside it for a day',
    description:
      'Where the answer was lost, ask again: until `formerUntil` each answer has the same key, and the key that your endpoint has signs too. After that day a request changes the key again.',
    answers: [
      '201',
      'Enter it at your endpoint before `formerUntil`',
      SigningKeyChanged,
      { changed: EXAMPLES.signingKey },
    ],
    refuses: { '409': problemResponse('You have no webhook') },
  },
  'GET /v1/deliveries': {
    id: 'readDeliveries',
    summary: 'What was sent to your webhook when, with each attempt; the latest change first',
    query: z.object({ before: z.string().optional().describe('As the page before gave it') }),
    answers: ['200', 'At most 50', SentNoticesPage, { sent: EXAMPLES.sent }],
  },
};
