import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { LegacyFont } from '#shared/domain/vietnamese/text/legacy-fonts.ts';
import { maskNumbers } from '#shared/domain/identity/mask-numbers.ts';
import { maskNumber } from '#shared/domain/identity/identity-document.ts';
import type { Cell } from '#shared/tabular/cell.ts';
import { invisibleLetters } from '#shared/domain/vietnamese/text/unicode-safety.ts';
import { cellText, CROSSED_OUT, isBlank, LONGEST_CELL } from '#shared/tabular/cell.ts';
import { withoutAddedApostrophe } from '#shared/tabular/csv/inert-text.ts';
import type { CellResult, Column, Reader } from './column.ts';
import { heldText, spreadsheetFault } from './values/spreadsheet-fault.ts';
import type { FeedEvent, Repair } from './feed-record.ts';
import type { RejectionCode } from './rejection.ts';
import { rejectionSentence } from './rejection.ts';
import { REPLACEMENT } from './values/text.ts';

interface CellProblem {
  readonly column: Column;
  readonly code: RejectionCode;
  /** The allowed values: the column's own list unless the reader gave another. */
  readonly allowed: string | undefined;
}

const LONGEST_VALUE = 200;
const MOST_MESSAGES = 1000;
const OF_OLD_FONTS = /[\u0080-\u00FF]/gu;
/** The texts that officers and programs write into an empty cell, or instead of repeating the row above. */
const NOTHING =
  /^(?:[-–—.?_]+|n\/a|null|none|nan|undefined|\[object object\]|\(?(?:trống|blank)\)?|không|không có|chưa có|khong co|như trên|-?n\.?t\.?-?|xem phụ lục)$/iu;
const LONGEST_NOTHING = 15;

/** Reads one row: returns cells by column and records problems and repairs. The object is reused for the next row. */
export class RowReader {
  row = 0;
  /** For registrations, the person's position among the rows of the company. */
  position = 0;
  problems: CellProblem[] = [];
  repairs: Repair[] = [];
  /** The old font in which the row is typed, where it is known. */
  font: LegacyFont | undefined;
  #cells: readonly Cell[] = [];
  readonly #messages = new Map<string, string>();
  #lastProblems: readonly CellProblem[] = [];
  #lastMessage = '';
  #maskedOf = '';
  #masked = '';
  #places: readonly number[];
  #names: (column: Column) => string;
  #percentages: readonly string[];

  /**
   * @param places each column's position in the row, or -1 where the file lacks it @param names each column's heading
   * in the file @param percentages the keys of columns that have percentages although their headings do not say so
   */
  constructor(places: readonly number[], names: (column: Column) => string, percentages: readonly string[] = []) {
    this.#places = places;
    this.#names = names;
    this.#percentages = percentages;
  }

  start(row: number, cells: readonly Cell[], position: number): void {
    this.row = row;
    this.position = position;
    this.#cells = cells;
    if (this.problems.length > 0) this.problems = [];
    if (this.repairs.length > 0) this.repairs = [];
  }

  /** The column's heading in the file, with the unit of its numbers. */
  heading(column: Column): string {
    const name = this.#names(column);
    return this.#percentages.includes(column.key) ? `${name} (%)` : name;
  }

  cell(column: Column): Cell {
    const place = this.#places[column.at];
    const cell = place === undefined || place < 0 ? undefined : this.#cells[place];
    return typeof cell === 'string' ? withoutAddedApostrophe(cell) : cell;
  }

  /** Reads a cell that must have a readable value. */
  required<T>(column: Column, reader: Reader<T>, allowed = column.allowed): T | undefined {
    const cell = this.cell(column);
    if (isNothing(cell)) return this.reject(column, 'required');
    return this.#read(column, cell, reader, allowed);
  }

  /** Reads a cell that may be empty. An unreadable value rejects the row, because dropping it would mislead a rule. */
  optional<T>(column: Column, reader: Reader<T>): T | undefined {
    const cell = this.#filled(column);
    return cell === undefined ? undefined : this.#read(column, cell, reader);
  }

  /** Reads a cell whose unreadable value is left out and reported, without rejecting the row. */
  wanted<T>(column: Column, reader: Reader<T>): T | undefined {
    const cell = this.#filled(column);
    if (cell === undefined) return undefined;
    const reading = this.#reading(cell, reader);
    if (!reading.ok) {
      const why = rejectionSentence(reading.code, column.label, column.allowed);
      this.repair(column, cell, '', [why, ...this.#hiddenSentence(cell)].join(' '));
      return undefined;
    }
    this.#note(column, cell, reading.repair);
    return reading.value;
  }

  reject(column: Column, code: RejectionCode, allowed = column.allowed): undefined {
    this.problems.push({ column, code, allowed });
    return undefined;
  }

  /** Records a problem for a day that has not come yet. */
  rejectFuture(column: Column, on: IsoDate | undefined, today: IsoDate): void {
    if (on !== undefined && on > today.slice(0, on.length)) this.reject(column, 'future');
  }

  /** Whether leading zeros of one of the row's codes were restored, which shows that the row was in a spreadsheet once. */
  get hasLostZeros(): boolean {
    return this.repairs.some(({ current, proposed }) => {
      const zeros = proposed.length - current.length;
      return current !== '' && zeros > 0 && proposed === '0'.repeat(zeros) + current;
    });
  }

  repair(column: Column, cell: Cell, proposed: string, why: string): void {
    this.repairs.push({
      row: this.row,
      field: column.key,
      current: cellText(cell).slice(0, LONGEST_VALUE),
      proposed,
      why,
    });
  }

  /** The row's first problem, with the others of the row named after it. */
  rejection(): FeedEvent & { type: 'rejected' } {
    const [first] = this.problems;
    if (first === undefined) throw new Error('a row without problems is not rejected');
    const text = cellText(this.cell(first.column)).slice(0, LONGEST_VALUE);
    const place = this.#places[first.column.at] ?? -1;
    return {
      type: 'rejected',
      row: this.row,
      ...(place >= 0 && { place }),
      column: this.#maskedHeading(first.column),
      code: first.code,
      message: this.#message(),
      value: first.column.personal ? maskNumber(text) : maskNumbers(text),
    };
  }

  /** A heading may contain a personal number, so its digits are masked in messages. */
  #maskedHeading(column: Column): string {
    const heading = this.#names(column);
    if (heading !== this.#maskedOf) [this.#maskedOf, this.#masked] = [heading, maskNumbers(heading)];
    return this.#masked;
  }

  /** The sentences about the row's problems. A file has few different problems, so each sentence is made once. */
  #message(): string {
    if (!areAlike(this.problems, this.#lastProblems)) {
      this.#lastMessage = this.#worded();
      this.#lastProblems = this.problems;
    }
    return this.#lastMessage;
  }

  #worded(): string {
    const faults = this.problems
      .map(({ code, column, allowed }) => `${column.at} ${code}${allowed === column.allowed ? '' : ` ${allowed}`}`)
      .join();
    const known = this.#messages.get(faults);
    if (known !== undefined) return known;
    const sentences = this.problems.map(({ code, column, allowed }) => rejectionSentence(code, column.label, allowed));
    const message = [...new Set(sentences)].join(' ');
    if (this.#messages.size < MOST_MESSAGES) this.#messages.set(faults, message);
    return message;
  }

  /** The cell of a column that may be empty; undefined where it is blank. */
  #filled(column: Column): Cell {
    const cell = this.cell(column);
    if (cell === undefined || cell === '') return undefined;
    if (!isNothing(cell)) return cell;
    this.#note(column, cell, undefined);
    return undefined;
  }

  #reading<T>(cell: Cell, reader: Reader<T>): CellResult<T> {
    if (cell === CROSSED_OUT) return { ok: false, code: 'crossed_out' };
    if (typeof cell !== 'string') return reader(cell, this.font);
    if (cell.length > LONGEST_CELL) return { ok: false, code: 'too_long' };
    const code = spreadsheetFault(cell);
    return code === undefined ? reader(heldText(cell), this.font) : { ok: false, code };
  }

  #read<T>(column: Column, cell: Cell, reader: Reader<T>, allowed = column.allowed): T | undefined {
    const reading = this.#reading(cell, reader);
    if (!reading.ok) {
      this.reject(column, reading.code, allowed);
      return reading.also === undefined ? undefined : this.reject(column, reading.also, allowed);
    }
    this.#note(column, cell, reading.repair);
    return reading.value;
  }

  /** Records a repair, also one that removed invisible characters. */
  #note(column: Column, cell: Cell, repair: { readonly proposed: string; readonly why: string } | undefined): void {
    const hidden = this.#hiddenSentence(cell);
    if (repair !== undefined) this.repair(column, cell, repair.proposed, [repair.why, ...hidden].join(' '));
    else if (hidden[0] !== undefined) this.repair(column, cell, cellText(cell), hidden[0]);
  }

  /** A replacement character also counts as a repair, where the value is known without it. */
  #hiddenSentence(cell: Cell): readonly string[] {
    if (typeof cell !== 'string' || (cellText(cell) === cell && !cell.includes(REPLACEMENT))) return [];
    // An old font uses codes for letters that are invisible in Unicode
    const hidden = invisibleLetters(this.font === undefined ? cell : cell.replace(OF_OLD_FONTS, ''));
    const names = cell.includes(REPLACEMENT) ? [...hidden, 'U+FFFD'] : hidden;
    return names.length === 0 ? [] : [`Ô có ký tự ẩn (${names.join(', ')}), đã bỏ.`];
  }
}

const areAlike = (some: readonly CellProblem[], others: readonly CellProblem[]): boolean =>
  some.length === others.length &&
  some.every(({ column, code, allowed }, at) => {
    const other = others[at];
    return other?.column === column && other.code === code && other.allowed === allowed;
  });

const isNothing = (cell: Cell): boolean =>
  isBlank(cell) || (typeof cell === 'string' && cell.length <= LONGEST_NOTHING && NOTHING.test(cellText(cell)));
