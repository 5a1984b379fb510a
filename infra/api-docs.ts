import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncapi } from './api-docs/asyncapi.ts';
import { danglingReferences, brokenAsyncapi, brokenOpenapi } from './api-docs/standards.ts';
import { openapi } from './api-docs/openapi.ts';
import { rulesPage } from './api-docs/rules-page.ts';
import { compliancePages } from './compliance/compliance-pages.ts';
import * as z from 'zod';
import { createDocument } from 'zod-openapi';
import { FormDone, type DeskOperation } from '#shared/contracts/desk-api/operation.ts';
import { DESK_OPERATIONS } from '#shared/contracts/desk-api/operations.ts';
import { SentNoticesPage } from '#shared/contracts/connection.ts';
import { PoliceNoticeContentSchema } from '#shared/contracts/police-notice.ts';
import { NoticeView, Problem } from '#shared/contracts/replies.ts';
import { pathsOf } from './api-docs/operations.ts';
import { dropReadOnly } from './api-docs/read-only.ts';

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
const deskApi = () =>
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

/*
 * npm run api-docs            writes what receivers, operators and lawyers read: from the contracts, the rules and the stack
 * npm run api-docs -- --check fails where a document is not what the contracts say
 * Both fail where one isn't what its standard calls an OpenAPI 3.1 or an AsyncAPI 3.0 document.
 */
const docs = join(import.meta.dirname, '..', 'docs');
const documents = [
  { name: 'openapi.json', document: openapi(), broken: brokenOpenapi },
  { name: 'desk-api.json', document: deskApi(), broken: brokenOpenapi },
  { name: 'asyncapi.json', document: asyncapi(), broken: brokenAsyncapi },
];
const isCheck = process.argv.includes('--check');

for (const { name, document, broken } of documents) {
  const file = join(docs, name);
  const text = JSON.stringify(document);
  for (const fault of await broken(JSON.parse(text))) fail(`docs/${name} breaks its standard: ${fault}`);
  const dangling = danglingReferences(JSON.parse(text));
  if (dangling.length > 0) fail(`docs/${name} refers to what isn't in it: ${dangling.join(', ')}`);
  if (!isCheck) writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`);
  else if (written(file) !== text) fail(`docs/${name} is not what the contracts say: run npm run api-docs`);
}

const pages = [
  ['rules.md', rulesPage()] as const,
  ...[...compliancePages()].map(([name, page]) => [`compliance/${name}`, page] as const),
];
for (const [name, page] of pages) {
  const file = join(docs, name);
  if (!isCheck) writeFileSync(file, page);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== page)
    fail(`docs/${name} is not what the code says: run npm run api-docs`);
}

/** The document without its layout; undefined where there is none. */
function written(file: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
