import { type Cell, cellOfText, isBlank } from '../cell.ts';
import type { TableRow } from '../table-row.ts';
import { BlankRowCounter } from '../blank-run.ts';
import { type Limits, ROWS_AT_ONCE } from '../limits.ts';

/**
 * Finds the next delimiter from a position on and keeps it, so that a part of the text without one is searched once,
 * however many records it has and also after a broken record.
 */
class NextDelimiter {
  #from = 0;
  #found = -1;
  readonly #text: string;
  readonly #delimiter: string;

  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
  }

  /** The position of the next delimiter, or the text's length where there is none. */
  at(place: number): number {
    if (place > this.#found) {
      this.#found = this.#orEnd(this.#text.indexOf(this.#delimiter, place));
      this.#from = place;
    } else if (place < this.#from) {
      const before = this.#text.slice(place, this.#from).indexOf(this.#delimiter);
      if (before !== -1) this.#found = place + before;
      this.#from = place;
    }
    return this.#found;
  }

  #orEnd(place: number): number {
    return place === -1 ? this.#text.length : place;
  }
}

const QUOTE = 0x22;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const BACKSLASH = 0x5c;

/** The end of a record, or the mark that the text breaks off inside it. */
type Split =
  | { readonly cells: readonly Cell[]; readonly end: number }
  | { readonly broken: 'open_quote' }
  | 'unfinished';

/**
 * Splits delimited text into records (RFC 4180), chunk by chunk. It is more tolerant than the standard where nothing is
 * lost: a quote inside an unquoted cell is a character. A quote that is never closed affects only its own line. General
 * parsers stop there, so none is used.
 */
export class RecordSplitter {
  #rest = '';
  #row = 0;
  /** Set inside a line that is longer than any record, whose rest is dropped. */
  #skipping = false;
  #delimiters: NextDelimiter;
  readonly #blank: BlankRowCounter;
  readonly #delimiter: string;
  readonly #newline: string;
  readonly #limits: Limits;
  readonly #part: number;

  /** @param part the most rows in one part */
  constructor(delimiter: string, newline: string, limits: Limits, part = ROWS_AT_ONCE) {
    this.#part = part;
    this.#delimiter = delimiter;
    this.#newline = newline;
    this.#limits = limits;
    this.#blank = new BlankRowCounter(limits.blankRows);
    this.#delimiters = new NextDelimiter('', delimiter);
  }

  /** Yields the records that the chunk completes in parts, so that a caller that needs no more leaves the rest unsplit. */
  push(chunk: string): Generator<TableRow[]> {
    return this.#split(this.#rest + chunk, false);
  }

  /** Gives the last record where the file doesn't end in a line break. */
  end(): Generator<TableRow[]> {
    return this.#split(this.#rest, true);
  }

  *#split(text: string, last: boolean): Generator<TableRow[]> {
    let rows: TableRow[] = [];
    this.#delimiters = new NextDelimiter(text, this.#delimiter);
    let at = this.#skipping ? this.#skip(text, last, rows) : 0;
    while (at < text.length) {
      if (rows.length >= this.#part) {
        yield rows;
        rows = [];
      }
      const split = this.#record(text, at, last);
      if (split === 'unfinished') {
        if (text.length - at <= this.#limits.recordLength) break;
        const next = this.#afterLine(text, at);
        this.#skipping = next === undefined;
        if (next !== undefined) rows.push({ row: this.#next(), broken: 'open_quote' });
        at = next ?? text.length;
      } else if ('broken' in split) {
        rows.push({ row: this.#next(), broken: split.broken });
        at = this.#afterLine(text, at) ?? text.length;
      } else {
        const row = this.#next();
        const cells = withoutBlankEnd(split.cells, this.#limits.columns);
        if (split.end - at > this.#limits.recordLength) rows.push({ row, broken: 'too_long' });
        else if (cells.length > this.#limits.columns) rows.push({ row, broken: 'columns' });
        else if (isBlankLine(cells)) this.#blank.blank();
        else {
          this.#blank.filled();
          const isUnended = split.end === text.length && !text.endsWith(this.#newline);
          rows.push(isUnended ? { row, cells, isUnended } : { row, cells });
        }
        at = split.end;
      }
    }
    this.#rest = text.slice(at);
    yield rows;
  }

  #skip(text: string, last: boolean, rows: TableRow[]): number {
    const next = this.#afterLine(text, 0);
    if (next === undefined && !last) return text.length;
    this.#skipping = false;
    rows.push({ row: this.#next(), broken: 'too_long' });
    return next ?? text.length;
  }

  #record(text: string, start: number, last: boolean): Split {
    const cells: Cell[] = [];
    let at = start;
    let lineEnd = text.indexOf(this.#newline, at);
    for (;;) {
      const opening = quoteAt(text, at);
      let value: string;
      if (opening === -1) {
        if (lineEnd === -1 && !last) return 'unfinished';
        const stop = this.#stop(text, at, lineEnd);
        value = text.slice(at, stop);
        at = stop;
      } else {
        const closing = closingQuote(text, opening + 1, this.#delimiter);
        if (closing === -1) return last ? { broken: 'open_quote' } : 'unfinished';
        if (closing + 1 === text.length && !last) return 'unfinished';
        value = unquoted(text, opening + 1, closing);
        at = closing + 1;
        if (lineEnd !== -1 && at > lineEnd) lineEnd = text.indexOf(this.#newline, at);
        if (lineEnd === -1 && !last) return 'unfinished';
        const stop = this.#stop(text, at, lineEnd);
        const trailing = trimmedEnd(text, at, stop);
        if (trailing !== '' && value.includes(this.#newline)) return { broken: 'open_quote' };
        value += trailing;
        at = stop;
      }
      const more = at < text.length && at !== lineEnd;
      cells.push(cellOfText(more ? value : withoutReturn(value)));
      if (!more) return { cells, end: lineEnd === -1 ? text.length : lineEnd + 1 };
      at += 1;
      if (at === text.length) {
        if (!last) return 'unfinished';
        cells.push('');
        return { cells, end: at };
      }
    }
  }

  /** The next delimiter, line break or the text's end. */
  #stop(text: string, at: number, lineEnd: number): number {
    const end = lineEnd === -1 ? text.length : lineEnd;
    return Math.min(this.#delimiters.at(at), end);
  }

  #afterLine(text: string, at: number): number | undefined {
    const end = text.indexOf(this.#newline, at);
    return end === -1 ? undefined : end + 1;
  }

  #next(): number {
    this.#row += 1;
    return this.#row;
  }
}

/** A sheet with a format in its last column is written with a delimiter for each of 16,384 columns. */
const withoutBlankEnd = (cells: readonly Cell[], most: number): readonly Cell[] =>
  cells.length > most && cells.findLastIndex((cell) => !isBlank(cell)) < most ? cells.slice(0, most) : cells;

const isBlankLine = ([first, ...others]: readonly Cell[]): boolean => first === '' && others.length === 0;

/** The position of the quote that opens the cell, after any spaces. */
const quoteAt = (text: string, at: number): number => {
  let place = at;
  while (text.charCodeAt(place) === SPACE) place += 1;
  return text.charCodeAt(place) === QUOTE ? place : -1;
};

const closingQuote = (text: string, from: number, delimiter: string): number => {
  let at = text.indexOf('"', from);
  while (at !== -1) {
    const next = text.charAt(at + 1);
    if (at > from && text.charCodeAt(at - 1) === BACKSLASH && !endsCell(next, delimiter)) {
      // Behind `\"` a quote before the cell's end closes it
      if (next === '"' && endsCell(text.charAt(at + 2), delimiter)) return at + 1;
      at = text.indexOf('"', next === '"' ? at + 2 : at + 1);
    } else if (next === '"') at = text.indexOf('"', at + 2);
    else return at;
  }
  return at;
};

const endsCell = (sign: string, delimiter: string): boolean =>
  sign === '' || sign === delimiter || sign === '\r' || sign === '\n';

/** A quote is doubled, or has a backslash before it as some databases export it. */
const unquoted = (text: string, from: number, to: number): string => {
  const value = text.slice(from, to);
  return value.includes('"') ? value.replaceAll(/(\\?)""|\\"/gu, (_, slash: string = '') => `${slash}"`) : value;
};

const trimmedEnd = (text: string, from: number, to: number): string =>
  from === to ? '' : text.slice(from, to).trimEnd();

const withoutReturn = (value: string): string =>
  value.charCodeAt(value.length - 1) === CARRIAGE_RETURN ? value.slice(0, -1) : value;
