import type { EnterInLog } from '#shared/contracts/log-entry.ts';
import type { MeasureRecord, Measures } from '#shared/tables/measures.ts';

interface EnterSwitchesPorts {
  readonly directed: Pick<Measures, 'markEntered'>;
  readonly enter: EnterInLog;
}

/** Enters in the log what measures have still to enter. An entry that is sent twice is recorded once. */
export async function enterSwitches(
  records: readonly MeasureRecord[],
  { directed, enter }: EnterSwitchesPorts,
): Promise<void> {
  for (const record of records.filter(({ unentered }) => unentered.length > 0)) {
    await enter(record.unentered);
    await directed.markEntered(record);
  }
}
