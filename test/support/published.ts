import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import addFormats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import type { ApiAnswer } from '#functions/receiver-api/answers.ts';
import type { Call } from './http.ts';

interface Content {
  readonly content?: Readonly<Record<string, unknown>>;
}
interface Openapi {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Content>> }>>>
  >;
}

const docs = join(import.meta.dirname, '..', '..', 'docs');
const read = (name: string): unknown => JSON.parse(readFileSync(join(docs, name), 'utf8'));
const papers = { openapi: read('openapi.json') as Openapi, asyncapi: read('asyncapi.json') as object };
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
for (const [name, paper] of Object.entries(papers)) ajv.addSchema(paper, name);

const compiled = new Map<string, ValidateFunction>();
/** @param at the keys of the path to a part of the document */
function schemaAt(paper: keyof typeof papers, at: readonly string[]): ValidateFunction {
  const pointer = at.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
  const $ref = `${paper}#/${pointer}`;
  const known = compiled.get($ref) ?? ajv.compile({ $ref });
  compiled.set($ref, known);
  return known;
}

function expectValid(validate: ValidateFunction, value: unknown): void {
  validate(value);
  expect(validate.errors ?? [], JSON.stringify(value)).toEqual([]);
}

/**
 * An answer of the receivers' API is one that docs/openapi.json promises for that call: its status, its type, its body.
 */
export function expectAsPublished({ method = 'GET', path }: Call, answer: ApiAnswer): void {
  const body: unknown = JSON.parse(answer.body ?? 'null');
  const route = Object.keys(papers.openapi.paths).find((one) =>
    new RegExp(`^${one.replaceAll(/\{\w+\}/gu, '[^/]+')}$`, 'u').test(path.replace(/\/$/u, '')),
  );
  const verb = method.toLowerCase();
  const responses = route === undefined ? undefined : papers.openapi.paths[route]?.[verb]?.responses;
  if (route === undefined || !responses) {
    expectValid(schemaAt('openapi', ['components', 'schemas', 'Problem']), body);
    return;
  }
  const status = String(answer.statusCode);
  expect(Object.keys(responses), `${method} ${route}`).toContain(status);
  const [type = ''] = String(answer.headers?.['content-type']).split(';');
  expect(Object.keys(responses[status]?.content ?? {})).toEqual([type]);
  expectValid(schemaAt('openapi', ['paths', route, verb, 'responses', status, 'content', type, 'schema']), body);
}

/** What is pushed to a receiver is what docs/asyncapi.json calls a NoticeEvent. */
export function expectPublishedEvent(event: unknown): void {
  expectValid(
    schemaAt('asyncapi', ['components', 'messages', 'NoticeEvent', 'payload']),
    JSON.parse(JSON.stringify(event)),
  );
}
