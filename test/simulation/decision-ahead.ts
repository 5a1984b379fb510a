import type { ServiceRequest, Services } from './services.ts';
import type { Attributes } from './twins/expressions.ts';

/** Less than the clocks of two functions differ by. */
const AHEAD_MS = 600;

/** Whether the request reads the last decision on a notice. */
export const isOfLastDecision = ({ name, input }: ServiceRequest): boolean =>
  name === 'GetCommand' && String((input.Key as Attributes)['replyId'] ?? '').startsWith('last#');

interface DecisionSurroundings {
  readonly services: Services;
  readonly now: () => number;
}

/** The last decision, which a function whose clock is ahead has stored just now. */
export function storedAhead(
  { input }: ServiceRequest,
  answer: unknown,
  { services, now }: DecisionSurroundings,
): unknown {
  const { Item } = answer as { Item?: Attributes };
  if (!Item) return answer;
  const ahead = { ...Item, takenAt: new Date(now() + AHEAD_MS).toISOString() };
  services.tables.send({ name: 'PutCommand', input: { TableName: input.TableName, Item: ahead } });
  return { Item: ahead };
}
