import { addMonths, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { inOrderOfEvents, type OutcomeFact } from '#shared/domain/outcomes/outcome-fact.ts';
import { chunksOf, inParallel } from '#shared/runtime/in-parallel.ts';
import type { Outcomes } from '#shared/tables/outcomes.ts';

export type OutcomesRead = Pick<Outcomes, 'ofMonth' | 'ofCase'>;

const CASES_AT_ONCE = 200;
const QUERIES_AT_ONCE = 16;

/**
 * Each case of which anything happened in the calendar months of the days, with all its facts, those of before too, and
 * with its money where it was flagged in them and money is asked for.
 */
export async function* casesOfTables(
  from: IsoDate,
  to: IsoDate,
  outcomes: OutcomesRead,
  moneyOf: (cases: readonly string[]) => Promise<readonly OutcomeFact[]> = async () => [],
): AsyncGenerator<readonly OutcomeFact[]> {
  const cases = new Map<string, OutcomeFact[]>();
  const firstRead = addMonths(`${from.slice(0, 7)}-01`, -1);
  for (let month = firstRead.slice(0, 7); month <= to.slice(0, 7); month = addMonths(`${month}-01`, 1).slice(0, 7)) {
    for (const fact of await outcomes.ofMonth(month)) {
      const own = cases.get(fact.caseId) ?? [];
      own.push(fact);
      cases.set(fact.caseId, own);
    }
  }
  const touched = [...cases].filter(([, facts]) => facts.some(({ on }) => on.slice(0, 7) >= from.slice(0, 7)));
  for (const chunk of chunksOf(touched, CASES_AT_ONCE)) {
    const { whole = [], begun = [] } = Object.groupBy(chunk, ([, facts]) =>
      isWhole(facts, firstRead) ? 'whole' : 'begun',
    );
    // The figures ask for the money of flags alone
    const flagged = whole.filter(([, facts]) => facts.some(({ kind, on }) => kind === 'flagged' && on >= from));
    const money = Map.groupBy(await moneyOf(flagged.map(([caseId]) => caseId)), ({ caseId }) => caseId);
    for (const [caseId, facts] of whole) yield [...facts, ...(money.get(caseId) ?? [])];
    yield* await inParallel(begun, QUERIES_AT_ONCE, ([caseId]) => outcomes.ofCase(caseId));
  }
}

/**
 * Each of its notices was first told in the months read, and what was proposed before is read too: nothing of it happened
 * earlier. The month before is read for that; on its first day a notice may have been released in the last minute of the
 * day before.
 */
function isWhole(facts: readonly OutcomeFact[], firstDay: IsoDate): boolean {
  const notices = Map.groupBy(facts, ({ noticeId }) => noticeId);
  notices.delete(undefined);
  return [...notices.values()].every((own) => {
    if (!own.some(({ kind, sequence }) => kind === 'notified' && sequence === 1)) return false;
    const [first] = own.length === 1 ? own : inOrderOfEvents(own);
    return first?.kind !== 'released' && first?.on !== firstDay;
  });
}
