import { OutcomeItem } from '#shared/tables/outcome-item.ts';
import { tableKind, tableNamed } from './end-state.ts';
import type { Queried } from './invocation-trace.ts';
import type { ServiceRequest } from './services.ts';
import type { Attributes } from './twins/expressions.ts';
import type { Writing } from './writing.ts';

const STATE = /^(?:notified|withdrawn|expired)$/u;

/** Whether the request reads the facts of a case, among them the states of its notices. */
export const isOfLedger = ({ name, input }: ServiceRequest): boolean =>
  name === 'QueryCommand' && tableKind(input.TableName) === 'Outcomes' && input.IndexName === undefined;

interface State {
  readonly noticeId: string | undefined;
  readonly sequence: number;
}

/** The state of a notice that a fact of the ledger is about; undefined for another fact. */
function stateIn(item: Attributes): State | undefined {
  const { kind, noticeId, sequence = 0 } = OutcomeItem.parse(item);
  return STATE.test(kind) ? { noticeId, sequence } : undefined;
}

/** The number of the newest state of a notice among facts of the ledger; 0 where there is none. */
export const newestState = (facts: readonly Attributes[], noticeId: unknown): number =>
  Math.max(
    0,
    ...facts.flatMap((fact) => {
      const state = stateIn(fact);
      return state?.noticeId === noticeId ? [state?.sequence ?? 0] : [];
    }),
  );

/** A state that the ledger has is not entered again: the company's whereabouts may be others by now. */
export function enteredAgain({ after, trace, world }: Writing): string | undefined {
  const own = stateIn(after);
  const table = tableNamed(world, 'Outcomes');
  const found = trace.queries.filter((one) => one.table === table && one.of === after['caseId'] && isOwn(one, own));
  const hasOwn = ({ items }: Queried) =>
    items.map(stateIn).some((state) => state?.noticeId === own?.noticeId && state?.sequence === own?.sequence);
  return own && found.length > 0 && found.every(hasOwn)
    ? `sequence ${own.sequence} of ${String(own.noticeId)} is entered in the ledger, which has it`
    : undefined;
}

/** Whether a reading is of the facts of the state's notice. */
const isOwn = ({ until }: Queried, own: State | undefined): boolean => until === `${own?.noticeId}#`;

/** The answer as it is where the writer of the newest state of each notice ended before it had entered that state. */
export function withoutNewestState<T>(answer: T): T {
  const { Items } = answer as unknown as { readonly Items: readonly Attributes[] };
  const isNewest = (item: Attributes) => {
    const state = stateIn(item);
    return state !== undefined && state.sequence === newestState(Items, state.noticeId);
  };
  return { ...answer, Items: Items.filter((item) => !isNewest(item)) };
}
