import type { Headings } from '#shared/contracts/feeds/heading.ts';
import type { FeedRecord, RowKind } from '#shared/contracts/feeds/feed-record.ts';
import { type Cell, cellText } from '#shared/tabular/cell.ts';

/** Of the numbers of honest accounts about one in four begins with 0: of so many none does once in three hundred files. */
const ENOUGH = 20;
const WITH_ZERO = /^(?:="?|['’‘`])?0\d/u;
/** A list of suspicions has few rows, and a wrong number in it is told to a bank. */
const HOWEVER_FEW: ReadonlySet<RowKind> = new Set(['suspicious-accounts']);

/**
 * A text file that a spreadsheet wrote shows its numbers without their zeros, and no cell tells. Where not one number of a
 * file begins with 0, its account numbers may have lost theirs.
 */
export class LeadingZeros {
  #kept = false;
  #fewSuffice = false;
  readonly #numbers = new Set<string>();

  /** A table's headings were found. @returns what is to be called with each of its rows */
  table({ layout, places }: Headings): (cells: readonly Cell[]) => void {
    if (HOWEVER_FEW.has(layout.rows)) this.#fewSuffice = true;
    const placesOf = (passes: (key: string, personal: boolean) => boolean) =>
      layout.columns.flatMap(({ at, key, personal }) => (passes(key, personal) ? (places[at] ?? -1) : []));
    const accounts = placesOf((key) => key === 'accountNumber');
    if (accounts.length === 0) return () => undefined;
    const numbers = placesOf((key, personal) => personal || key === 'enterpriseCode');
    return (cells) => {
      if (this.#kept) return;
      this.#kept = numbers.some((place) => typeof cells[place] === 'string' && WITH_ZERO.test(cellText(cells[place])));
      for (const place of accounts) if (this.#numbers.size < ENOUGH) this.#numbers.add(cellText(cells[place]));
    };
  }

  get mayBeLost(): boolean {
    return !this.#kept && (this.#numbers.size >= ENOUGH || (this.#fewSuffice && this.#numbers.size > 0));
  }
}

/** Marks the account numbers of such a file. A register's other codes tell by themselves, row by row. */
export function withDoubt(records: readonly FeedRecord[]): readonly FeedRecord[] {
  return records.map((record) => {
    switch (record.feed) {
      case 'flows':
      case 'counterparties':
      case 'devices':
      case 'suspicious-accounts':
        return { ...record, written: record.written ?? 'perhaps-without-zeros' };
      case 'registrations':
      case 'identities':
      case 'activities':
      case 'accounts':
      case 'invoices':
      case 'subscribers':
        return record;
    }
  });
}
