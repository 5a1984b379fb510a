import { COMPANY_CLOCKS } from '#shared/domain/outcomes/clocks/company-duties.ts';
import { sampleIn } from './company-sample.ts';

/** The number of each value, in the order of the values. */
type ValueCounts = Record<string, number>;

/** The numbers of companies by verdict, by activity, and by the status of each deadline. */
export interface ProvinceCounts {
  readonly verdicts: ValueCounts;
  readonly activities: ValueCounts;
  readonly duties: Readonly<Record<string, ValueCounts>>;
}

interface CountedCompany {
  readonly verdict: string;
  readonly activity: string;
  readonly sample?: string | undefined;
}

export function provinceCounts(all: readonly CountedCompany[]): ProvinceCounts {
  const duties = all.map(({ sample }) => sampleIn(sample)?.duties ?? {});
  const byClock = COMPANY_CLOCKS.map(
    (clock) => [clock, countValues(duties.flatMap((own) => own[clock] ?? []))] as const,
  );
  return {
    verdicts: countValues(all.map(({ verdict }) => verdict)),
    activities: countValues(all.map(({ activity }) => activity)),
    duties: Object.fromEntries(byClock.filter(([, counts]) => Object.keys(counts).length > 0)),
  };
}

function countValues(values: readonly string[]): ValueCounts {
  const counts: ValueCounts = {};
  for (const value of values.toSorted()) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
