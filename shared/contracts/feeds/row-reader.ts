import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { LegacyFont } from '#shared/domain/vietnamese/text/legacy-fonts.ts';
import { maskNumbers } from '#shared/domain/identity/mask-numbers.ts';
import { maskNumber } from '#shared/domain/identity/identity-document.ts';
import type { Cell } from '#shared/tabular/cell.ts';
import { invisibleLetters } from '#shared/domain/vietnamese/text/unicode-safety.ts';
import { cellText, isBlank, LONGEST_CELL } from '#shared/tabular/cell.ts';
import { withoutGuard } from '#shared/tabular/csv/inert-text.ts';
import type { Column, Reader, CellResult } from './column.ts';
import { heldText, spreadsheetFault } from './values/spreadsheet-fault.ts';
import type { FeedEvent, Repair } from './feed-record.ts';
import type { RejectionCode } from './rejection.ts';
import { rejectionSentence } from './rejection.ts';
import { REPLACEMENT } from './values/text.ts';

interface Problem {
  readonly column: Column;
  readonly code: RejectionCode;
  /** The values allowed; the column's own list unless the reader had another. */
  readonly allowed: string | undefined;
}

const LONGEST_VALUE = 200;
const MOST_MESSAGES = 1000;
const OF_OLD_FONTS = /[\u0080-\u00FF]/gu;
/** The texts that officers write into an empty cell. */
const NOTHING = /^(?:[-–—.?_]+|n\/a|null|none|nan|\(?(?:trống|blank)\)?|không|không có|chưa có|khong co)$/iu;

/** The row being read: returns cells by column and notes problems and repairs. Reused for the next row. */
export class RowReader {
  row = 0;
  /** Registrations: the person's place among the rows of the company. */
  position = 0;
  problems: Problem[] = [];
  repairs: Repair[] = [];
  /** The font of before Unicode that the row is typed in, where one is known. */
  font: LegacyFont | undefined;
  #cells: readonly Cell[] = [];
  readonly #messages = new Map<string, string>();
  #lastProblems: readonly Problem[] = [];
  #lastMessage = '';
  #maskedOf = '';
  #masked = '';
  #places: readonly number[];
  #names: (column: Column) => string;

  /** `places`: a column's place in the row, -1 where the file has none. `names`: how the file calls it. */
  constructor(places: readonly number[], names: (column: Column) => string) {
    this.#places = places;
    this.#names = names;
  }

  start(row: number, cells: readonly Cell[], position: number): void {
    this.row = row;
    this.position = position;
    this.#cells = cells;
    if (this.problems.length > 0) this.problems = [];
    if (this.repairs.length > 0) this.repairs = [];
  }

  /** How the file calls the column. */
  heading(column: Column): string {
    return this.#names(column);
  }

  cell(column: Column): Cell {
    const place = this.#places[column.at];
    const cell = place === undefined || place < 0 ? undefined : this.#cells[place];
    return typeof cell === 'string' ? withoutGuard(cell) : cell;
  }

  /** Reads a cell that must have a readable value. */
  required<T>(column: Column, reader: Reader<T>, allowed = column.allowed): T | undefined {
    const cell = this.cell(column);
    if (isNothing(cell)) return this.reject(column, 'required');
    return this.#read(column, cell, reader, allowed);
  }

  /** Reads a cell that may be empty, but whose unreadable value must not be dropped, because a rule would be misled. */
  optional<T>(column: Column, reader: Reader<T>): T | undefined {
    const cell = this.#filled(column);
    return cell === undefined ? undefined : this.#read(column, cell, reader);
  }

  /** A cell whose unreadable content is left out and reported: no reason to lose the row. */
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

  /** Notes a day that can't have come yet. */
  rejectFuture(column: Column, on: IsoDate | undefined, today: IsoDate): void {
    if (on !== undefined && on > today.slice(0, on.length)) this.reject(column, 'future');
  }

  /** A code of the row had its zeros in front put back: the row has been through a spreadsheet, whatever form it has now. */
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

  /** The first problem, with all others named after it: another column's, and another fault of the same cell. */
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

  /** What is wrong with the row, fault by fault. Rows of one file have few faults, so they are put into words once. */
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

  /** The cell of a column that may be empty; undefined where it says nothing. */
  #filled(column: Column): Cell {
    const cell = this.cell(column);
    if (cell === undefined || cell === '') return undefined;
    if (!isNothing(cell)) return cell;
    this.#note(column, cell, undefined);
    return undefined;
  }

  #reading<T>(cell: Cell, reader: Reader<T>): CellResult<T> {
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

  /** Records a repair, and letters that were left out because nobody sees them. */
  #note(column: Column, cell: Cell, repair: { readonly proposed: string; readonly why: string } | undefined): void {
    const hidden = this.#hiddenSentence(cell);
    if (repair !== undefined) this.repair(column, cell, repair.proposed, [repair.why, ...hidden].join(' '));
    else if (hidden[0] !== undefined) this.repair(column, cell, cellText(cell), hidden[0]);
  }

  /** Also a letter that its bytes did not give, where the value is known without it. */
  #hiddenSentence(cell: Cell): readonly string[] {
    if (typeof cell !== 'string' || (cellText(cell) === cell && !cell.includes(REPLACEMENT))) return [];
    // An old font has letters where Unicode has none to see
    const hidden = invisibleLetters(this.font === undefined ? cell : cell.replace(OF_OLD_FONTS, ''));
    const names = cell.includes(REPLACEMENT) ? [...hidden, 'U+FFFD'] : hidden;
    return names.length === 0 ? [] : [`Ô có ký tự ẩn (${names.join(', ')}), đã bỏ.`];
  }
}

const areAlike = (some: readonly Problem[], others: readonly Problem[]): boolean =>
  some.length === others.length &&
  some.every(({ column, code, allowed }, at) => {
    const other = others[at];
    return other?.column === column && other.code === code && other.allowed === allowed;
  });

const isNothing = (cell: Cell): boolean =>
  isBlank(cell) || (typeof cell === 'string' && cell.length < 9 && NOTHING.test(cellText(cell)));
