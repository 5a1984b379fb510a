import { OutcomeItem } from '#shared/tables/outcome-item.ts';
import { type Violation, itemsOf } from './end-state.ts';
import { statesOf } from './the-log.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

type Fact = ReturnType<typeof OutcomeItem.parse>;

/** The kind of fact for each kind of reply; for a decision of the police it is the outcome. */
const ANSWERED: Readonly<Record<string, string>> = {
  acknowledgement: 'acknowledged',
  'bank-decision': 'answered',
  'review-request': 'objected',
};

/** The ledger has each notice and each answer to one, and each state of a notice once. */
export function findingsOfLedger(world: World): Violation[] {
  const facts = itemsOf(world, 'Outcomes').map((item) => OutcomeItem.parse(item));
  const found: Violation[] = [];
  for (const notice of itemsOf(world, 'Notices'))
    for (const sequence of statesOf(notice)) {
      const { length } = facts.filter((fact) => isOfState(fact, notice['noticeId'], sequence));
      const what = `the ledger's fact of notice ${String(notice['noticeId'])}, sequence ${sequence}`;
      if (length !== 1) found.push({ kind: length === 0 ? 'lost' : 'doubled', what });
    }
  for (const { reply } of itemsOf(world, 'Replies'))
    if (reply !== undefined && !isTold(reply as Attributes, facts))
      found.push({ kind: 'lost', what: `the ledger's fact of a reply: ${JSON.stringify(reply)}` });
  return found;
}

const isOfState = (fact: Fact, noticeId: unknown, sequence: unknown): boolean =>
  fact.noticeId === noticeId && fact.sequence === sequence && /^(?:notified|withdrawn|expired)$/u.test(fact.kind);

function isTold({ kind, noticeId, body }: Attributes, facts: readonly Fact[]): boolean {
  if (noticeId === undefined) return true;
  const { outcome } = body as { outcome?: string };
  const told = ANSWERED[String(kind)] ?? outcome;
  return facts.some((fact) => fact.noticeId === noticeId && fact.kind === told);
}
