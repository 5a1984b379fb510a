import { askTestEvent } from '#shared/use-cases/ask-test-event.ts';
import { changeSigningKey } from '#shared/use-cases/change-signing-key.ts';
import { RefusedRequest } from '#shared/use-cases/replies/take-reply.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type HttpAnswer, seeOther } from '../http/answer.ts';
import { bankOfVisit } from '../session/bank-of-visit.ts';
import { CONNECTION_PAGE, showConnection } from './show-connection.tsx';

/** Sends a test event to the bank's own webhook. */
export async function sendTest(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const testEventId = await askTestEvent(bankOfVisit(visit), { officer: visit.officer.subject }, ports);
  return seeOther(`${CONNECTION_PAGE}?tested=${testEventId}`);
}

/** Changes the key of the bank's webhook. The answer shows the new key, because no address may lead to one. */
export async function changeKey(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  try {
    const changed = await changeSigningKey(bankOfVisit(visit), { officer: visit.officer.subject }, ports);
    return await showConnection(visit, ports, { changed });
  } catch (error) {
    if (!(error instanceof RefusedRequest)) throw error;
    return showConnection(visit, ports, { errors: { main: error.title }, status: error.status });
  }
}
