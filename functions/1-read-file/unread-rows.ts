import type { FileReadProgress } from '#shared/tables/file-read-progress.ts';
import type { RowsReading } from './reading-run.ts';
import { fileTooLarge } from './read-rows.ts';

/**
 * A run may begin with little time left. After this number of runs the file counts as too long for one run, and the
 * rows read until then are judged.
 */
export const JUDGING_RUNS = 3;

/** Records a file of which every row counts as rejected. */
export const stoppedReading = (
  start: FileReadProgress,
  { rows }: NonNullable<FileReadProgress['judgement']>,
): RowsReading => ({
  ...NOTHING_REPORTED,
  outcome: 'stopped',
  progress: { ...start, counts: { ...NOTHING_READ, read: rows, rejected: rows } },
});

/** The next run judges the file again from its start. A file that shows no row in any run would never be read. */
export const unjudgedReading = (progress: FileReadProgress): RowsReading =>
  (progress.judgingRuns ?? 0) >= JUDGING_RUNS
    ? { ...NOTHING_REPORTED, outcome: 'to_its_end', progress, unreadable: fileTooLarge() }
    : { ...NOTHING_REPORTED, outcome: 'out_of_time', progress };

export const NOTHING_REPORTED = {
  unknownColumns: [],
  lackingColumns: [],
  skippedSheets: [],
  repairedAlike: [],
  registeredLater: [],
};

export const NOTHING_READ = { read: 0, accepted: 0, rejected: 0, repaired: 0, companies: 0 };
