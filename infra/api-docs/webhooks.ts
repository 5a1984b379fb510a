import * as z from 'zod';
import { NoticeEvent, QuestionEvent } from '#shared/contracts/notice-event.ts';

const SIGNED = z.object({
  'webhook-id': z.string().describe('The notice and its sequence, or the question: the same for every attempt'),
  'webhook-timestamp': z.string().regex(/^\d+$/u).describe('Seconds since 1970'),
  'webhook-signature': z.string().describe('`v1,…`, two while a key is being changed (Standard Webhooks)'),
});

const pushed = (operationId: string, summary: string, schema: z.ZodType) => ({
  post: {
    operationId,
    summary,
    requestParams: { header: SIGNED },
    requestBody: { content: { 'application/cloudevents+json': { schema } } },
    responses: { '2XX': { description: 'Taken; after any other answer it is sent again' } },
  },
});

/** What is pushed to a receiver's endpoint. */
export const WEBHOOKS = {
  notice: pushed('pushNotice', 'A notice issued, updated, withdrawn or expired (CloudEvents 1.0)', NoticeEvent),
  question: pushed(
    'pushQuestion',
    'The police ask a bank about an account that it has a notice of (CloudEvents 1.0)',
    QuestionEvent,
  ),
};
