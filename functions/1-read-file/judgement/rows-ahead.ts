import type { FeedEvent } from '#shared/contracts/feeds/feed-record.ts';
import type { UnreadableFile } from '#shared/tabular/unreadable-file.ts';

/** A function's memory has room for this many characters of rows, about 50,000 registrations. */
const MOST_CHARACTERS = 48 * 1024 * 1024;

/**
 * The rows of a file as its judgement has read them. A small file whose judgement changes no row need not be opened and
 * parsed a second time.
 */
export class RowsReadAhead {
  /** Undefined where nothing was read, or where it is not to be used. */
  #pieces: (readonly FeedEvent[])[] | undefined;
  #characters = 0;
  #fault: UnreadableFile | undefined;

  begin(): void {
    this.#pieces = [];
  }

  add(events: readonly FeedEvent[]): void {
    if (!this.#pieces) return;
    for (const event of events) this.#characters += charactersIn(event);
    if (this.#characters > MOST_CHARACTERS) this.drop();
    else this.#pieces.push(events);
  }

  /** The fault at which the file broke off, after its rows. */
  breakOff(fault: UnreadableFile): void {
    this.#fault = fault;
  }

  drop(): void {
    this.#pieces = undefined;
  }

  /** All pieces of the file, each of which is released once it was taken; undefined where the file must be read again. */
  take(): Iterable<readonly FeedEvent[]> | undefined {
    const pieces = this.#pieces;
    this.#pieces = undefined;
    return pieces && piecesOf(pieces, this.#fault);
  }
}

function* piecesOf(pieces: (readonly FeedEvent[])[], fault: UnreadableFile | undefined) {
  for (const [at, events] of pieces.entries()) {
    pieces[at] = [];
    yield events;
  }
  if (fault) throw fault;
}

function charactersIn(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 1;
  let sum = 0;
  for (const one of Object.values(value)) sum += charactersIn(one);
  return sum;
}
