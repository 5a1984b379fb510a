import type { MeasureHistory } from '#shared/domain/outcomes/report/measures-in-period.ts';
import { MEASURES } from '#shared/domain/risk/measure.ts';
import type { RulesClock } from '#shared/runtime/clock.ts';
import type { Measures } from '#shared/tables/measures.ts';

/**
 * Reads which measures are on and their switches at the desk. @param atFirst the measures of the stage's configuration,
 * for those that nobody has switched
 */
export async function readMeasureHistory(
  directed: Pick<Measures, 'all'>,
  atFirst: readonly string[],
  { dayOf }: Pick<RulesClock, 'dayOf'>,
): Promise<MeasureHistory> {
  const records = await directed.all();
  const state = new Map<string, boolean>(records.map(({ measure, directedBy }) => [measure, directedBy !== 'off']));
  const changes = records.flatMap(({ measure, changes: own }) => own.map((one) => ({ measure, ...one })));
  return {
    measures: MEASURES.filter((measure) => state.get(measure) ?? atFirst.includes(measure)),
    switched: changes
      .toSorted((a, b) => (a.at < b.at ? -1 : 1))
      .map(({ measure, to, at, number, date }) => ({ measure, to, on: dayOf(new Date(at)), number, date })),
  };
}
