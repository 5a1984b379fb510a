import { tableKind } from './end-state.ts';
import type { InjectedFaults } from './faults.ts';
import type { SimulatedInvocation } from './invocations.ts';
import type { ServiceRequest, Services } from './services.ts';
import type { Attributes } from './twins/expressions.ts';

const WRITERS = new Set(['4-notify-police', '5-notify-banks']);

/** Whether the request is the first one of a notice's writer for a notice. */
export const isOfFirstNotice = ({ name, input }: ServiceRequest, { step, findsBehind }: SimulatedInvocation): boolean =>
  findsBehind === undefined &&
  name === 'GetCommand' &&
  WRITERS.has(step.folder) &&
  tableKind(input.TableName) === 'Notices';

/**
 * The answer, or the answer as it was before the notice's last state, as if another function had written that state
 * between this reading and the next one, which is of the ledger. The ledger is then not behind.
 */
export function asFoundBefore(
  { input }: ServiceRequest,
  invocation: SimulatedInvocation,
  answer: unknown,
  { services: { tables }, faults }: { readonly services: Services; readonly faults: InjectedFaults },
): unknown {
  const { Item } = answer as { Item?: Attributes };
  const states = tables.history(input.TableName, input.Key);
  const before = states.findLast((state) => state?.['sequence'] !== Item?.['sequence']);
  // Whoever finds no notice and needs none does not read the ledger
  if (before === undefined) return answer;
  invocation.findsBehind = faults.befalls('notice behind');
  if (!invocation.findsBehind) return answer;
  invocation.isLedgerBehind = false;
  return { Item: before };
}
