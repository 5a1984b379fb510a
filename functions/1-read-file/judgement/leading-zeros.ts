import type { Headings } from '#shared/contracts/feeds/heading.ts';
import type { FeedRecord, RowKind } from '#shared/contracts/feeds/feed-record.ts';
import { type Cell, cellText } from '#shared/tabular/cell.ts';

/**
 * About one honest account number in four begins with 0, so only one honest file in three hundred has this many numbers
 * and none that begins with 0.
 */
const ENOUGH = 20;
const WITH_ZERO = /^(?:="?|['’‘`])?0\d/u;
/**
 * Any count suffices for a list of suspicious or reported accounts, because such a list is short and a bank is notified of
 * a wrong number in it.
 */
const HOWEVER_FEW: ReadonlySet<RowKind> = new Set(['suspicious-accounts', 'crime-reports']);

/** Columns of people's numbers, which have fixed lengths: a numeric cell shows lost zeros that a text cell hides. */
const DOCUMENTS: ReadonlySet<string> = new Set(['documentNumber', 'representativeDocumentNumber', 'oldNumber']);
const MAY_LACK_ZEROS = /^[1-9]\d{7,10}$/u;

/**
 * How far the numbers of a file are doubted: `few` where the numbers are too few to prove it, but a bank would be
 * notified of a wrong one.
 */
export type ZeroDoubt = 'few' | 'many';

/**
 * A spreadsheet writes numbers into a text file without their leading zeros, and no single cell shows the loss. Where
 * no number of a file begins with 0, all of them may have lost zeros.
 */
export class LeadingZeros {
  #kept = false;
  #fewSuffice = false;
  readonly #numbers = new Set<string>();

  /** To be called when a table's headings have been found. @returns a function to call with each of the table's rows */
  table({ layout, places }: Headings): (cells: readonly Cell[]) => void {
    if (HOWEVER_FEW.has(layout.rows)) this.#fewSuffice = true;
    const placesOf = (passes: (key: string, personal: boolean) => boolean) =>
      layout.columns.flatMap(({ at, key, personal }) => (passes(key, personal) ? (places[at] ?? -1) : []));
    const counted = placesOf((key) => key === 'accountNumber' || DOCUMENTS.has(key));
    const numbers = placesOf((key, personal) => personal || key === 'enterpriseCode');
    return (cells) => {
      if (this.#kept) return;
      this.#kept = numbers.some((place) => typeof cells[place] === 'string' && WITH_ZERO.test(cellText(cells[place])));
      for (const place of counted) {
        if (this.#numbers.size < ENOUGH && cells[place] !== undefined) this.#numbers.add(cellText(cells[place]));
      }
    };
  }

  get doubt(): ZeroDoubt | undefined {
    if (this.#kept) return undefined;
    if (this.#numbers.size >= ENOUGH) return 'many';
    return this.#fewSuffice && this.#numbers.size > 0 ? 'few' : undefined;
  }
}

/** A row's cells with the numbers of people's documents as the spreadsheet had them, so that lost zeros can be put back. */
export function withNumbers({ layout, places }: Headings): (cells: readonly Cell[]) => readonly Cell[] {
  const documents = layout.columns.flatMap(({ at, key }) => (DOCUMENTS.has(key) ? (places[at] ?? -1) : []));
  return (cells) => {
    const read = [...cells];
    for (const place of documents) {
      const cell = cells[place];
      if (typeof cell === 'string' && MAY_LACK_ZEROS.test(cell.trim())) read[place] = Number(cell);
    }
    return read;
  };
}

/**
 * Marks the account numbers of a doubted file. Other codes of a register show lost zeros in each row. In a long list of
 * suspicious accounts the numbers are treated as a spreadsheet's: a bank is notified only of known ones.
 */
export function withDoubt(records: readonly FeedRecord[], doubt: ZeroDoubt): readonly FeedRecord[] {
  const listed = doubt === 'many' ? 'number' : 'perhaps-without-zeros';
  return records.map((record) => {
    switch (record.feed) {
      case 'flows':
      case 'counterparties':
      case 'devices':
        return { ...record, written: record.written ?? 'perhaps-without-zeros' };
      case 'suspicious-accounts':
        return { ...record, written: record.written ?? listed };
      case 'crime-reports':
        return record.account
          ? { ...record, account: { ...record.account, written: record.account.written ?? listed } }
          : record;
      case 'registrations':
      case 'identities':
      case 'activities':
      case 'accounts':
      case 'invoices':
      case 'owners':
      case 'subscribers':
        return record;
    }
  });
}
