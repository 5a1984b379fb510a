import { INSTITUTION_IDS } from '#shared/domain/vietnamese/financial-institution.ts';
import { LedgerInput } from '#shared/contracts/ledger-files.ts';
import type { RulesClock } from '#shared/runtime/clock.ts';
import type { FileReadProgress } from '#shared/tables/file-read-progress.ts';

const KNOWN = new Set(INSTITUTION_IDS);

/** A report's data on a file: its sender, its day, its readable rows, and the days that it covers. */
export function inputOf(
  { feed, file, state, counts, covered, credit, startedAt }: FileReadProgress,
  clock: RulesClock,
): LedgerInput {
  const { read, accepted, rejected, repaired } = counts;
  const folder = file.slice(0, Math.max(0, file.indexOf('/')));
  const sender = feed === 'accounts' && KNOWN.has(folder) ? folder : feed;
  const receivedOn = clock.dayOf(new Date(startedAt));
  return LedgerInput.parse({
    sender,
    feed,
    file,
    receivedOn,
    state,
    read,
    accepted,
    rejected,
    repaired,
    covers: covered,
    ...(credit && Object.keys(credit).length > 0 && { credit }),
  });
}
