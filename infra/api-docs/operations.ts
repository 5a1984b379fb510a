import * as z from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { reference } from '#shared/contracts/ids.ts';
import { Problem, ReplyTaken } from '#shared/contracts/replies.ts';
import { problemOf, RefusedRequest } from '#shared/use-cases/replies/take-reply.ts';
import { EXAMPLES } from './examples.ts';

/** @param examples by name @throws where the schema refuses an example */
const jsonContent = (schema: z.ZodType, examples: Readonly<Record<string, unknown>> = {}) => ({
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

const REFUSED_RESPONSE: ZodOpenApiResponsesObject = {
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

/** A schema, with named examples of it. */
type Shown = readonly [schema: z.ZodType, examples: Readonly<Record<string, unknown>>];

/** A call of the receivers' API. */
interface ApiCall {
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  readonly headers?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly asks?: Shown;
  readonly answers: readonly [status: string, description: string, ...shown: Shown];
  /** The refusals beside those of every call, by their status. */
  readonly refuses?: ZodOpenApiResponsesObject;
}
/** Calls by method and path, such as `GET /v1/notices/{id}`. */
export type ApiCalls = Readonly<Record<string, ApiCall>>;

/** Gathers operations, whose keys are method and path, by their paths. @param below the address before each path */
export function pathsOf<Call>(
  calls: Readonly<Record<string, Call>>,
  describe: (call: Call, method: string, path: string) => ZodOpenApiOperationObject,
  below = '',
): ZodOpenApiPathsObject {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [key, call] of Object.entries(calls)) {
    const [method = '', path = ''] = key.split(' ');
    paths[below + path] = { ...paths[below + path], [method.toLowerCase()]: describe(call, method, path) };
  }
  return paths;
}

/** Describes a call in OpenAPI. */
export function operationOf(
  { id, summary, description, headers: header, query, asks, answers: [status, meaning, ...shown], refuses }: ApiCall,
  _method: string,
  address: string,
): ZodOpenApiOperationObject {
  const path = address.includes('{id}') ? z.object({ id: reference }) : undefined;
  return {
    operationId: id,
    summary,
    ...(description !== undefined && { description }),
    ...((header ?? query ?? path) && {
      requestParams: { ...(header && { header }), ...(query && { query }), ...(path && { path }) },
    }),
    ...(asks && { requestBody: { required: true, content: jsonContent(...asks) } }),
    responses: { [status]: { description: meaning, content: jsonContent(...shown) }, ...REFUSED_RESPONSE, ...refuses },
  };
}

/** A call by which a receiver replies. */
export const reply = (id: string, summary: string, asks: Shown, isOfNotice = true): ApiCall => ({
  id,
  summary,
  headers,
  asks,
  answers: ['202', 'Kept; it is acted on within seconds', ReplyTaken, { taken: EXAMPLES.replyTaken }],
  refuses: {
    '400': BAD_REQUEST_RESPONSE,
    ...(isOfNotice && { '404': NO_SUCH_NOTICE_RESPONSE }),
    '409': CONFLICT,
    '413': TOO_LARGE_RESPONSE,
  },
});
