import type { ServiceRequest } from './services.ts';
import type { Attributes } from './twins/expressions.ts';

/** Within this time an index may lack a new item. */
const FRESH_MS = 2000;

interface BacklogAnswer {
  readonly Items: readonly Attributes[];
}

/** Whether the request looks through the deliveries that wait for an endpoint. */
export const isOfBacklog = ({ name, input }: ServiceRequest): boolean =>
  name === 'QueryCommand' && input.IndexName === 'backlog';

/** The backlog as its index shows it while the index is late: no new delivery is in it yet. */
export function withoutFresh(answer: unknown, now: number): unknown {
  const { Items } = answer as BacklogAnswer;
  const old = Items.filter(({ since }) => now - Date.parse(String(since)) >= FRESH_MS);
  return old.length === Items.length ? answer : { ...(answer as BacklogAnswer), Items: old };
}
