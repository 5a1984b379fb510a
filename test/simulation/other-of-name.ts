import type { SimulatedInvocation } from './invocations.ts';
import type { ServiceRequest } from './services.ts';
import type { Attributes } from './twins/expressions.ts';

/** A reader in two finds another file of the name that was read. */
const ONE_IN = 2;
const OTHER_ENDING = '.jsonl';

/**
 * The answer to a reader that looks for files of the name of a stopped one: one with another ending was read before, so
 * that the feed does not wait for a file. This is in the answer alone.
 */
export function withOtherOfName(
  { name, input }: ServiceRequest,
  { ordinal }: SimulatedInvocation,
  answer: unknown,
): unknown {
  const { ':stem': stem } = (input.ExpressionAttributeValues ?? {}) as Attributes;
  const { Items = [] } = (answer ?? {}) as { readonly Items?: readonly Attributes[] };
  const [own] = Items;
  if (name !== 'QueryCommand' || stem === undefined || !own || ordinal % ONE_IN > 0) return answer;
  const other = { ...own, file: `${String(stem)}${OTHER_ENDING}`, state: 'read' };
  return { ...(answer as object), Items: [...Items, other] };
}
