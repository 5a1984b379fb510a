import * as z from 'zod';
import { createDocument } from 'zod-openapi';
import { FormDone, type DeskOperation } from '#shared/contracts/desk-api/operation.ts';
import { DESK_OPERATIONS } from '#shared/contracts/desk-api/operations.ts';
import { SentNoticesPage } from '#shared/contracts/connection.ts';
import { PoliceNoticeContentSchema } from '#shared/contracts/police-notice.ts';
import { NoticeView, Problem } from '#shared/contracts/replies.ts';
import { pathsOf } from './operations.ts';
import { dropReadOnly } from './read-only.ts';

const DESCRIPTION = [
  'Những gì cán bộ làm ở bàn làm việc, cho chương trình của chính họ. Each address is a page or a form of the desks under `/api`, for the same people, by the same rules and with the same entries in the log: nobody sees or does more than in a browser.',
  '**Signing in.** `/.well-known/oauth-protected-resource` names the provider, the public client and the loopback address: authorization code with PKCE; the **ID token** is the bearer token, good for 15 minutes (5 for an operator). `node docs/call-desk-api.mjs` does it.',
  '**Sent again.** A call with the same `idempotency-key` and body is done once.',
  '**Refused.** `application/problem+json`; `errors` has a sentence for each field, as the page shows it.',
].join('\n\n');

const FormProblem = Problem.extend({ errors: z.record(z.string(), z.string()).optional() });
const REFUSED = {
  '4XX': {
    description:
      '`400` not as agreed, `401` no good token, `404` not there or not of your desk, `409` somebody was faster or it is not yours to say, `413` too much, `422` field by field',
    content: { 'application/problem+json': { schema: FormProblem } },
  },
};

function answerOf({ shows, asks, isFile }: DeskOperation) {
  if (isFile) return { description: 'The file, or `{"link": …}` to it' };
  const schema = shows ?? (asks ? FormDone : z.object({}));
  return { description: 'As it stands, or what was done', content: { 'application/json': { schema } } };
}

function operationOf(operation: DeskOperation, method: string, path: string) {
  const names = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);
  return {
    operationId: `${method} ${path}`
      .toLowerCase()
      .replaceAll(/\W+(\w)/gu, (_, letter: string) => letter.toUpperCase())
      .replaceAll(/\W/gu, ''),
    summary: operation.summary,
    ...(names.length > 0 && {
      requestParams: { path: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) },
    }),
    ...(operation.asks && {
      requestBody: { required: true, content: { 'application/json': { schema: operation.asks } } },
    }),
    responses: { '200': answerOf(operation), ...REFUSED },
  };
}

/** Describes the API of the desks in OpenAPI 3.1. */
export const deskApi = () =>
  createDocument(
    {
      openapi: '3.1.0',
      info: { title: 'Hậu kiểm: bàn làm việc', version: '1.0.0', description: DESCRIPTION },
      servers: [{ url: 'https://{host}', variables: { host: { default: 'localhost' } } }],
      security: [{ person: [] }],
      paths: pathsOf(DESK_OPERATIONS, operationOf, '/api'),
      components: {
        schemas: { Problem: FormProblem, FormDone, NoticeView, PoliceNoticeContentSchema, SentNoticesPage },
        securitySchemes: {
          person: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'An ID token of the person' },
        },
      },
    },
    { override: dropReadOnly },
  );
