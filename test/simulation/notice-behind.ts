import type { Chance } from './chance.ts';
import { tableKind } from './end-state.ts';
import type { InjectedFaults } from './faults.ts';
import type { SimulatedInvocation } from './invocations.ts';
import { newestState } from './ledger-behind.ts';
import type { ServiceRequest, Services } from './services.ts';
import type { Attributes } from './twins/expressions.ts';

const WRITERS = new Set(['4-notify-police', '5-notify-banks']);

/** Whether the request is the first one of a notice's writer for a notice. */
export const isOfFirstNotice = ({ name, input }: ServiceRequest, { step, findsBehind }: SimulatedInvocation): boolean =>
  findsBehind === undefined &&
  name === 'GetCommand' &&
  WRITERS.has(step.folder) &&
  tableKind(input.TableName) === 'Notices';

interface Beside {
  readonly services: Services;
  readonly faults: InjectedFaults;
}

/** How often a function finds a notice without a state that has stood for a while. */
const BEHIND_LONG = 0.15;

/**
 * The answer, or the answer as it was before the notice's last state, as if another function had written that state
 * between this reading and the next one, which is of the ledger. The ledger is then not behind.
 */
export function asFoundBefore(
  { input }: ServiceRequest,
  invocation: SimulatedInvocation,
  answer: unknown,
  { services, faults }: Beside,
  chance: Chance,
): unknown {
  const { Item } = answer as { Item?: Attributes };
  const states = services.tables.history(input.TableName, input.Key);
  // Whoever finds no notice and needs none does not read the ledger
  const before = states.findLast((state) => state?.['sequence'] !== Item?.['sequence']);
  if (before !== undefined) invocation.findsBehind = faults.befalls('notice behind');
  const earlier = before ?? (Item && chance.bySeed(BEHIND_LONG) ? stateBefore(Item, services) : undefined);
  if (!earlier || invocation.findsBehind === false) return answer;
  if (before === undefined) faults.count('notice behind');
  invocation.findsBehind = true;
  invocation.isLedgerBehind = false;
  return { Item: earlier };
}

/** A notice as it may have been before its last state, where the ledger has that state. */
function stateBefore(item: Attributes, { tables, design }: Services): Attributes | undefined {
  const { noticeId, sequence } = item;
  const ledger = Object.keys(design.tables).find((name) => tableKind(name) === 'Outcomes') ?? '';
  const facts = tables.items(ledger).filter(({ said }) => String(said).includes(String(noticeId)));
  const isEntered = newestState(facts, noticeId) === sequence;
  const before = Number(sequence) - 1;
  return before > 0 && isEntered ? { ...item, sequence: before } : undefined;
}
