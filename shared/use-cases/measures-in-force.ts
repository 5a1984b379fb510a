import type { Measure } from '#shared/domain/risk/measure.ts';
import { MEASURES } from '#shared/domain/risk/measure.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import type { Measures } from '#shared/tables/measures.ts';

/** The age in milliseconds to which a step may use cached measures. */
export const MEASURES_KEPT_SECONDS = 20;

/** The measures that are on at present. */
export type ReadMeasures = () => Promise<readonly Measure[]>;

/** @param atFirst the measures of the stage's configuration, for those that nobody has switched since */
export function measuresInForce(
  measures: Pick<Measures, 'all'>,
  atFirst: readonly Measure[],
  now: RealClock,
): ReadMeasures {
  let kept: { readonly until: number; readonly on: readonly Measure[] } | undefined;
  return async () => {
    if (kept === undefined || now().getTime() >= kept.until) {
      const until = now().getTime() + MEASURES_KEPT_SECONDS * 1000;
      const switched = new Map(
        (await measures.all()).map(({ measure, directedBy }) => [measure, directedBy !== 'off']),
      );
      kept = { until, on: MEASURES.filter((measure) => switched.get(measure) ?? atFirst.includes(measure)) };
    }
    return kept.on;
  };
}
