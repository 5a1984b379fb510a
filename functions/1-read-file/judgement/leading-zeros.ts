import type { Headings } from '#shared/contracts/feeds/heading.ts';
import type { FeedRecord, RowKind } from '#shared/contracts/feeds/feed-record.ts';
import { type Cell, cellText } from '#shared/tabular/cell.ts';

/** Of the numbers of honest accounts about one in four begins with 0: of so many none does once in three hundred files. */
const ENOUGH = 20;
const WITH_ZERO = /^(?:="?|['’‘`])?0\d/u;
/** A list of suspicions has few rows, and a wrong number in it is told to a bank. */
const HOWEVER_FEW: ReadonlySet<RowKind> = new Set(['suspicious-accounts']);

/** Of people, whose numbers have a length of their own: a number in a cell tells what a text doesn't. */
const DOCUMENTS: ReadonlySet<string> = new Set(['documentNumber', 'representativeDocumentNumber', 'oldNumber']);
const MAY_LACK_ZEROS = /^[1-9]\d{7,10}$/u;

/** How far the numbers of a file are doubted: `few` where too few of them show it, but a wrong one would be told to a bank. */
export type ZeroDoubt = 'few' | 'many';

/**
 * A text file that a spreadsheet wrote shows its numbers without their zeros, and no cell tells. Where not one number of a
 * file begins with 0, its numbers may have lost theirs.
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
 * Marks the account numbers of such a file. A register's other codes tell by themselves, row by row. Of a long list of
 * suspicions, the numbers are as good as a spreadsheet's: none of them is told to a bank unless it is known.
 */
export function withDoubt(records: readonly FeedRecord[], doubt: ZeroDoubt): readonly FeedRecord[] {
  return records.map((record) => {
    switch (record.feed) {
      case 'flows':
      case 'counterparties':
      case 'devices':
        return { ...record, written: record.written ?? 'perhaps-without-zeros' };
      case 'suspicious-accounts':
        return { ...record, written: record.written ?? (doubt === 'many' ? 'number' : 'perhaps-without-zeros') };
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
