import { INSTITUTION_IDS } from '#shared/domain/vietnamese/financial-institution.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { LedgerInput } from '#shared/contracts/ledger-files.ts';
import type { ReadingProgress } from '#shared/tables/reading-progress.ts';

const KNOWN = new Set(INSTITUTION_IDS);

/** What a report says of a file: who sent it, when, how much of it could be read, and which days it speaks of. */
export function inputOf(
  { feed, file, state, counts, covered, startedAt }: ReadingProgress,
  dayOf: (instant: Date) => IsoDate,
): LedgerInput {
  const { read, accepted, rejected, repaired } = counts;
  const folder = file.slice(0, Math.max(0, file.indexOf('/')));
  const sender = feed === 'accounts' && KNOWN.has(folder) ? folder : feed;
  const receivedOn = dayOf(new Date(startedAt));
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
  });
}
