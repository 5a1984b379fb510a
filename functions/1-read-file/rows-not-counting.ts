import type { FeedRecord } from '#shared/contracts/feeds/feed-record.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { daysOfPeriod } from '#shared/domain/vietnamese/periods.ts';
import { invoiceSides } from './invoice-sides.ts';

/** The limit is more than a province has companies, so that a receipt names all of them, and only a hostile file reaches it. */
const MOST_NAMED = 200_000;

/**
 * The accepted rows that do not count on the rules' date, and why, for the receipt: so that an officer knows of each row
 * what became of it.
 */
export class RowsNotCounting {
  /** The rows dated after the rules' date, which are stored and count from their day on. */
  waiting = 0;
  /** The rows of which nothing is stored, because they tell of no company. */
  unused = 0;
  readonly #codes = new Set<string>();
  readonly #today: IsoDate;

  constructor(today: IsoDate) {
    this.#today = today;
  }

  /** @param records those of one row */
  add(records: readonly FeedRecord[]): void {
    if (records.every((record) => record.feed === 'invoices' && invoiceSides(record).length === 0)) this.unused += 1;
    else if (records.some((record) => countsFrom(record) > this.#today)) this.waiting += 1;
    for (const record of records) {
      if (record.feed !== 'registrations' || countsFrom(record) <= this.#today) continue;
      if (this.#codes.size < MOST_NAMED) this.#codes.add(record.company.enterpriseCode);
    }
  }

  /** The codes of companies whose registration or change is dated after the rules' date. */
  get registeredLater(): readonly string[] {
    return [...this.#codes].sort();
  }
}

/** The day from which on an assessment knows of a row; empty where it knows of it at once. */
function countsFrom(record: FeedRecord): IsoDate {
  switch (record.feed) {
    case 'registrations':
      return record.company.amendedOn ?? record.company.registeredOn;
    case 'activities':
      return record.signal.on;
    case 'owners':
      return record.holding?.since ?? record.declared?.declaredOn ?? '';
    case 'accounts':
      return record.account.openedOn ?? '';
    case 'flows':
      return daysOfPeriod(record.flow.period).from;
    case 'counterparties':
    case 'invoices':
      return daysOfPeriod(record.period).from;
    case 'suspicious-accounts':
      return record.on;
    case 'crime-reports':
      return record.report.on;
    case 'identities':
    case 'devices':
    case 'subscribers':
      return '';
  }
}
