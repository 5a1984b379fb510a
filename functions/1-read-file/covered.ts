import type { FeedRecord } from '#shared/contracts/feeds/feed-record.ts';
import { joinCoverage } from '#shared/domain/risk/coverage.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';

/**
 * What a row shows its feed to have covered: a signal's kind up to its date, a bank's flows up to their period,
 * the other feeds by their having been read at all. A date after today covers no more than today.
 */
function coveredBy(record: FeedRecord, today: IsoDate): Record<string, string> {
  switch (record.feed) {
    case 'activities':
      return { [record.signal.kind]: record.signal.on < today ? record.signal.on : today };
    case 'flows':
      return { [`flows#${record.bank}`]: record.flow.period };
    case 'registrations':
    case 'identities':
    case 'accounts':
    case 'subscribers':
    case 'suspicious-accounts':
      return { [record.feed]: 'read' };
  }
}

export class Covered {
  #latest: Record<string, string>;

  constructor(latest: Readonly<Record<string, string>>) {
    this.#latest = { ...latest };
  }

  add(record: FeedRecord, today: IsoDate): void {
    this.#latest = joinCoverage(this.#latest, coveredBy(record, today));
  }

  get latest(): Readonly<Record<string, string>> {
    return this.#latest;
  }
}
