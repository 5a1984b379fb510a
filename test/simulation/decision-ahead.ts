import type { ServiceRequest } from './services.ts';
import type { Attributes } from './twins/expressions.ts';

/** Less than the clocks of two functions differ by. */
const AHEAD_MS = 600;

/** Whether the request reads the last decision on a notice. */
export const isOfLastDecision = ({ name, input }: ServiceRequest): boolean =>
  name === 'GetCommand' && String((input.Key as Attributes)['replyId'] ?? '').startsWith('last#');

/** The last decision, as if a function whose clock is ahead had stored it just now. */
export function ahead(answer: unknown, now: number): unknown {
  const { Item } = answer as { Item?: Attributes };
  return Item ? { Item: { ...Item, takenAt: new Date(now + AHEAD_MS).toISOString() } } : answer;
}
