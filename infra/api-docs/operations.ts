import * as z from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { reference } from '#shared/contracts/ids.ts';
import { Problem, ReplyTaken } from '#shared/contracts/replies.ts';
import { problemOf, RefusedRequest } from '#shared/use-cases/replies/refused.ts';
import { EXAMPLES } from './examples.ts';

/** @param examples by name @throws where the schema refuses an example */
export const jsonContent = (schema: z.ZodType, examples: Readonly<Record<string, unknown>> = {}) => ({
  'application/json': {
    schema,
    ...(Object.keys(examples).length > 0 && {
      examples: Object.fromEntries(
        Object.entries(examples).map(([name, value]) => [name, { value: schema.parse(value) }]),
      ),
    }),
  },
});
/** @param refused one that this call is answered with, as an example */
export const problemResponse = (description: string, refused?: RefusedRequest) => ({
  description,
  content: {
    'application/problem+json': {
      schema: Problem,
      ...(refused && { examples: { [refused.code]: { value: problemOf(refused) } } }),
    },
  },
});

export const REFUSED_RESPONSE: ZodOpenApiResponsesObject = {
  '401': { description: 'No token, or one that is not good any more' },
  '403': problemResponse(
    "The token names no one receiver, the certificate isn't that receiver's, or it is not yours to say",
  ),
  '429': {
    ...problemResponse(
      'More calls than a receiver has in a minute; `retry-after` gives seconds. Where all receivers together call too much the gateway itself refuses, `{"message":"Too Many Requests"}`',
    ),
    headers: { 'retry-after': { schema: { type: 'integer' } } },
  },
  '500': problemResponse('Something failed here: the same call may be sent again'),
};
export const BAD_REQUEST_RESPONSE = problemResponse(
  'What was sent is not as agreed; `detail` names the fields',
  new RefusedRequest('body_unexpected', 'sequence:invalid_type'),
);
export const TOO_LARGE_RESPONSE = problemResponse(
  'More was sent than any reply needs',
  new RefusedRequest('body_too_large'),
);
export const NO_SUCH_NOTICE_RESPONSE = problemResponse(
  "No such notice: the same answer whether there is none or it is another receiver's",
  new RefusedRequest('no_such_notice'),
);
const CONFLICT = problemResponse(
  'The notice has moved on from this sequence, or the key was used for something else',
  new RefusedRequest('sequence_superseded'),
);
const headers = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[!-~]{1,200}$/u)
    .optional()
    .describe(
      'The same key with the same content is the same reply. Without one the content is the key; a decision is the same only as long as no other was given after it',
    ),
});

export function replyOperation(
  id: string,
  summary: string,
  schema: z.ZodType,
  examples: Readonly<Record<string, unknown>>,
  isOfNotice = true,
): ZodOpenApiOperationObject {
  return {
    operationId: id,
    summary,
    requestParams: { header: headers, ...(isOfNotice && { path: z.object({ id: reference }) }) },
    requestBody: { required: true, content: jsonContent(schema, examples) },
    responses: {
      '202': {
        description: 'Kept; it is acted on within seconds',
        content: jsonContent(ReplyTaken, { taken: EXAMPLES.replyTaken }),
      },
      '400': BAD_REQUEST_RESPONSE,
      ...REFUSED_RESPONSE,
      ...(isOfNotice && { '404': NO_SUCH_NOTICE_RESPONSE }),
      '409': CONFLICT,
      '413': TOO_LARGE_RESPONSE,
    },
  };
}
