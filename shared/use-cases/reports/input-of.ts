import { INSTITUTION_IDS } from '#shared/domain/vietnamese/financial-institution.ts';
import { LedgerInput } from '#shared/contracts/ledger-files.ts';
import type { RulesClock } from '#shared/runtime/clock.ts';
import { isCounting } from '#shared/domain/drops/drop-states.ts';
import { type Drop, rowsThatCount } from '#shared/tables/drop-item.ts';

const KNOWN = new Set(INSTITUTION_IDS);

/** A report's data on a file: its sender, its day, its readable rows, and the days that it covers. */
export function inputOf(drop: Drop, clock: RulesClock): LedgerInput {
  const { feed, file, state, covered, credit, startedAt } = drop;
  const { read, accepted, rejected, repaired } = rowsThatCount(drop);
  const counts = isCounting(state) || state === 'reading';
  const folder = file.slice(0, Math.max(0, file.indexOf('/')));
  const sender = feed === 'accounts' && KNOWN.has(folder) ? folder : feed;
  const receivedOn = clock.dayOf(new Date(startedAt));
  return LedgerInput.parse({
    sender,
    feed,
    file,
    receivedOn,
    state: counts ? state : 'stopped',
    read,
    accepted,
    rejected,
    repaired,
    covers: counts ? covered : {},
    ...(counts && credit && Object.keys(credit).length > 0 && { credit }),
  });
}
