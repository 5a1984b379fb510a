import type { ServiceRequest } from './services.ts';
import type { Attributes } from './twins/expressions.ts';

interface Consistency {
  readonly ConsistentRead?: boolean;
}

/** A sweep over the accounts that were ever listed, which finds those of the last second by the messages about them. */
const LISTED_AT = 'listed-at#';

/** Whether the answer of a table may lack a write that was done before. An index may always lack one. */
export function mayBeLate({ service, name, input }: ServiceRequest): boolean {
  if (service !== 'tables') return false;
  if (name === 'BatchGetCommand')
    return Object.values(input.RequestItems as Readonly<Record<string, Consistency>>).some(isInconsistent);
  if (name === 'QueryCommand' && (input.IndexName !== undefined || isOfListed(input))) return false;
  return /^(?:Get|Query|Scan)Command$/u.test(name) && isInconsistent(input);
}

/** An index shows a write within this time, also one whose writer's clock is behind. */
const SHOWN_WITHIN_MS = 2000;

/** Whether the feed is read up to an instant before which a change may still come. */
export function isReadTooFar({ name, input }: ServiceRequest, now: number): boolean {
  const { ':after': after, ':until': until } = (input.ExpressionAttributeValues ?? {}) as Attributes;
  if (name !== 'QueryCommand' || input.IndexName !== 'feed' || after === undefined) return false;
  return Date.parse(String(until).replace('~', '')) > now - SHOWN_WITHIN_MS;
}

const isInconsistent = ({ ConsistentRead }: Consistency): boolean => ConsistentRead !== true;

const isOfListed = ({ ExpressionAttributeValues: values = {} }: { readonly ExpressionAttributeValues?: Attributes }) =>
  Object.values(values).some((value) => String(value).startsWith(LISTED_AT));
