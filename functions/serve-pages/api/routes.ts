import * as z from 'zod';
import { DESK_OPERATIONS } from '#shared/contracts/desk-api/operations.ts';
import type { DeskOperation } from '#shared/contracts/desk-api/operation.ts';
import { logFailure } from '#shared/runtime/log.ts';
import { parseForeignJson } from '#shared/runtime/parse-json.ts';
import { type DeskRoute, hasOverlongId, worksAt } from '../admit.ts';
import type { HttpAnswer, HttpEvent } from '../http/answer.ts';
import { bodyTextOf, fieldsAsSeen, LARGEST_FORM } from '../http/form.ts';
import type { ServePagesPorts } from '../ports.ts';
import { ROUTES } from '../routes.ts';
import { answerOnce, SHOWN_ONCE } from '../session/once.ts';
import { apiAnswerOf, problem } from './answers.ts';
import { officerOfToken } from './caller.ts';

const PREFIX = '/api';

/**
 * Routes for programs to each page and form of the desks. They call the pages' own functions, and a token replaces the
 * cookie and the form token.
 */
export const apiRoutes = (ports: ServePagesPorts) =>
  ROUTES.flatMap((route) => {
    const operation = DESK_OPERATIONS[`${route.method} ${route.path}`];
    if (!operation) return [];
    const answer = answering(route, operation, ports);
    const handler = (event: HttpEvent) =>
      answer(event).catch((error: unknown) => {
        logFailure('REQUEST_FAILED', error);
        return problem('failed');
      });
    return [{ method: route.method, path: `${PREFIX}${route.path}`, handler } as const];
  });

const answering =
  ({ method, desk, answer }: DeskRoute, operation: DeskOperation, ports: ServePagesPorts) =>
  async (asked: HttpEvent): Promise<HttpAnswer> => {
    const event = { ...asked, rawPath: asked.rawPath.slice(PREFIX.length) };
    const officer = await officerOfToken(event, ports);
    if (!officer) return problem('signed_out');
    if (!worksAt(officer, desk) || hasOverlongId(event)) return problem('not_there');
    const read = method === 'GET' ? { form: new URLSearchParams() } : formIn(event, operation);
    if ('refused' in read) return read.refused;
    const { form } = read;
    const key = event.headers['idempotency-key'];
    if (method === 'POST' && key !== undefined) form.set(SHOWN_ONCE, key);
    const act = () => answer({ event, officer, form }, ports);
    return apiAnswerOf(await (method === 'GET' ? act() : answerOnce(event, form, officer, ports, act)), operation);
  };

/** A form's fields are texts, and some fields may have several values. */
const Fields = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]).optional())
  .transform((fields) =>
    Object.entries(fields).flatMap(([name, value = []]) => [value].flat().map((one) => [name, one] as const)),
  );

type Read = { readonly form: URLSearchParams } | { readonly refused: HttpAnswer };

/** Turns a JSON body into the fields that the page's form would send. */
function formIn(event: HttpEvent, { asks }: DeskOperation): Read {
  const body = bodyTextOf(event);
  if (body.length > LARGEST_FORM) return { refused: problem('too_large') };
  const said = parseForeignJson(body);
  if (said === undefined) return { refused: problem('body_not_json') };
  const parsed = asks?.safeParse(said);
  if (!parsed?.success) {
    const detail = (parsed?.error.issues ?? []).map(({ path, code }) => `${path.join('.')}:${code}`).join(', ');
    return { refused: problem('body_unexpected', { detail }) };
  }
  return { form: fieldsAsSeen(Fields.parse(parsed.data)) };
}
