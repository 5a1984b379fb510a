import type { FeedRecord } from '#shared/contracts/feeds/feed-record.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';

/** The limit is more than a province has companies, so that a receipt names all of them, and only a hostile file reaches it. */
const MOST_NAMED = 200_000;

/**
 * Registrations dated after the rules' date. They are kept for later and named in the receipt, so that an officer knows
 * why such a company has no result yet.
 */
export class LaterRegistrations {
  readonly #codes = new Set<string>();
  readonly #today: IsoDate;

  constructor(today: IsoDate) {
    this.#today = today;
  }

  add(records: readonly FeedRecord[]): void {
    for (const record of records) {
      if (record.feed !== 'registrations') continue;
      const { enterpriseCode, registeredOn, amendedOn = registeredOn } = record.company;
      if (amendedOn > this.#today && this.#codes.size < MOST_NAMED) this.#codes.add(enterpriseCode);
    }
  }

  get codes(): readonly string[] {
    return [...this.#codes].sort();
  }
}
