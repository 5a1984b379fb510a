import { addDays, addMonths, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { inOrderOfEvents, type OutcomeFact } from '#shared/domain/outcomes/outcome-fact.ts';
import { chunksOf, inParallel } from '#shared/runtime/in-parallel.ts';
import type { Outcomes } from '#shared/tables/outcomes.ts';

export type OutcomesRead = Pick<Outcomes, 'ofDays' | 'ofCase'>;

const CASES_AT_ONCE = 200;
const QUERIES_AT_ONCE = 16;

/**
 * Yields each case with any fact in the calendar months of the days, with all its facts, including earlier ones, and
 * with its money where it was flagged in these months and money is requested.
 */
export async function* casesOfTables(
  from: IsoDate,
  to: IsoDate,
  outcomes: OutcomesRead,
  moneyOf: (cases: readonly string[]) => Promise<readonly OutcomeFact[]> = async () => [],
): AsyncGenerator<readonly OutcomeFact[]> {
  const firstDay = `${from.slice(0, 7)}-01`;
  const firstRead = addMonths(firstDay, -1);
  const lastRead = addDays(addMonths(`${to.slice(0, 7)}-01`, 1), -1);
  const cases = Map.groupBy(await outcomes.ofDays(firstRead, lastRead), ({ caseId }) => caseId);
  const touched = [...cases].filter(([, facts]) => facts.some(({ on }) => on >= firstDay));
  for (const chunk of chunksOf(touched, CASES_AT_ONCE)) {
    const { whole = [], begun = [] } = Object.groupBy(chunk, ([, facts]) =>
      isWhole(facts, firstRead) ? 'whole' : 'begun',
    );
    // The figures need only the money of flags
    const flagged = whole.filter(([, facts]) => facts.some(({ kind, on }) => kind === 'flagged' && on >= from));
    const money = Map.groupBy(await moneyOf(flagged.map(([caseId]) => caseId)), ({ caseId }) => caseId);
    for (const [caseId, facts] of whole) yield [...facts, ...(money.get(caseId) ?? [])];
    yield* await inParallel(begun, QUERIES_AT_ONCE, ([caseId]) => outcomes.ofCase(caseId));
  }
}

/**
 * Whether all facts of a case are in the months that were read, because each of its notices was first sent in them. The
 * month before is also read, since a notice may have been proposed in it or released in its last minute.
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
