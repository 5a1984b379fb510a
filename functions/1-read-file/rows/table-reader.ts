import type { Cell } from '#shared/tabular/cell.ts';
import { cellText, isBlank } from '#shared/tabular/cell.ts';
import type { Layout } from '#shared/contracts/feeds/layout.ts';
import type { FeedEvent, FeedSource } from '#shared/contracts/feeds/feed-record.ts';
import { bestHeadings, type Headings, mayBeHeadings } from '#shared/contracts/feeds/heading.ts';
import { lineSentence, type RejectionCode } from '#shared/contracts/feeds/rejection.ts';
import { RowReader } from '#shared/contracts/feeds/row-reader.ts';
import { type MoneyUnit, moneyUnitAboveTable } from '#shared/contracts/feeds/values/unit.ts';
import type { DividedCell, TableRow } from '#shared/tabular/table-row.ts';
import type { RowFault } from '#shared/tabular/row-fault.ts';
import { acceptedRow } from './accepted-row.ts';
import { openedTable } from './opened-table.ts';
import { BrokenLines, noteDivided } from './broken-lines.ts';
import { CompanyRowGroup } from './company-row-group.ts';
import { TableFooter } from './table-footer.ts';
import { TextRowCheck } from './text-row-check.ts';
import { currencyPlace, isAnotherCurrency, withUnit, withUnitsBelow } from './money-units.ts';
import { dividesHeadings, hasLostHeadings, headingsIn, isColumnNumbers, withRowBelow } from './find-headings.ts';
import { TableFont } from './table-font.ts';
import type { ReadingContext } from '../judgement/reading-context.ts';
import { withKnownDecimalSigns } from '../judgement/known-decimal-signs.ts';
import { withDoubt, withNumbers } from '../judgement/leading-zeros.ts';

/** The number of rows under the headings that are searched for the table's font before the first is read. */
const ROWS_SURVEYED = 200;

/**
 * The number of rows that only look like headings; after more of them a table is not searched for a second table's
 * headings.
 */
const MOST_VAIN_LOOKS = 100;

/** Reads one table, a text file or a sheet: finds its headings, then makes an event of each row. */
export class TableReader {
  /** The best headings found so far, which are the table's own once `open` is true. */
  headings: Headings | undefined;
  open = false;
  filled = false;
  /** Whether a row before any headings looks like headings with lost letters. */
  lost = false;
  /** The faults of rows before any headings. */
  readonly faults = new Set<RowFault>();
  #seen = 0;
  #vainLooks = 0;
  #above: readonly Cell[] = [];
  /** The unit of money that a line above the headings names. */
  #unit: MoneyUnit | undefined;
  #row: RowReader | undefined;
  #run: CompanyRowGroup | undefined;
  #footer: TableFooter | undefined;
  #textRows: TextRowCheck | undefined;
  #lines: BrokenLines | undefined;
  /** The position of the column that names each row's currency. */
  #currency: number | undefined;
  #underHeadings = false;
  #opened: FeedEvent[] = [];
  /** The headings as written, by which their repetition further down is recognised where sheets were joined. */
  #headingCells: readonly Cell[] = [];
  #font: TableFont | undefined;
  /** Rows that wait until the font of the table is known; undefined once it is. */
  #held: TableRow[] | undefined;
  readonly #layouts: readonly Layout[];
  readonly #source: FeedSource;
  readonly #headingRows: number;
  readonly #table: ReadingContext & { readonly sheet: string | undefined; readonly ragged: boolean };
  #watch: ((cells: readonly Cell[]) => void) | undefined;
  #withSigns: ((cells: readonly Cell[]) => readonly Cell[]) | undefined;
  #withNumbers: ((cells: readonly Cell[]) => readonly Cell[]) | undefined;

  /** Error sentences number rows as the `sheet` does. In a `ragged` form an extra cell shifts the others. */
  constructor(
    layouts: readonly Layout[],
    source: FeedSource,
    headingRows: number,
    table: ReadingContext & { readonly sheet: string | undefined; readonly ragged: boolean },
  ) {
    this.#layouts = layouts;
    this.#source = source;
    this.#headingRows = headingRows;
    this.#table = table;
  }

  take(rows: readonly TableRow[]): FeedEvent[] {
    // A piece that completes no row ends the wait for the first rows
    if (rows.length === 0) return this.#release();
    return rows.flatMap((row) => this.#takeWhole(this.#lines?.take(row) ?? [row]));
  }

  #takeWhole(rows: readonly TableRow[]): FeedEvent[] {
    const events: FeedEvent[] = [];
    for (const row of rows) {
      if (this.#held !== undefined) events.push(...this.#hold(row, this.#held));
      else {
        if (this.open) events.push(...this.#events(row));
        else this.#seek(row);
      }
    }
    return events;
  }

  /** Returns the events of the rows that still waited when the table ended. */
  finish(): FeedEvent[] {
    return [...this.#takeWhole(this.#lines?.end() ?? []), ...this.#release(), ...this.#nowOpened()];
  }

  /** A table is told as opened at its first row, because a second row of headings may change what it lacks. */
  #nowOpened(): FeedEvent[] {
    return this.#opened.splice(0);
  }

  #events(row: TableRow): FeedEvent[] {
    const event = this.#read(row);
    if (event !== undefined) return [...this.#nowOpened(), event];
    return this.#underHeadings ? [] : this.#nowOpened();
  }

  #release(): FeedEvent[] {
    const held = this.#held ?? [];
    this.#held = undefined;
    return held.flatMap((row) => this.#events(row));
  }

  /** Holds the first rows back until the table's font is known. */
  #hold(row: TableRow, held: TableRow[]): FeedEvent[] {
    held.push(row);
    if ('cells' in row) this.#font?.add(row.cells);
    return this.#font?.unicode === true || held.length >= ROWS_SURVEYED ? this.#release() : [];
  }

  /** The rows in which headings are searched have none. */
  get hopeless(): boolean {
    return !this.open && this.#seen >= this.#headingRows;
  }

  #seek(row: TableRow): void {
    if (this.hopeless) return;
    if ('broken' in row) {
      this.faults.add(row.broken);
      this.filled = true;
      return;
    }
    this.#seen += 1;
    if (row.cells.every(isBlank)) return;
    this.filled = true;
    const found = headingsIn(row.cells, this.#above, this.#layouts);
    this.#above = row.cells;
    if (found?.missing.length !== 0)
      this.#unit = row.cells.map((cell) => moneyUnitAboveTable(cellText(cell))).find(Boolean) ?? this.#unit;
    if (found === undefined || found.missing.length > 0) this.lost ||= hasLostHeadings(row.cells, this.#layouts);
    if (found === undefined) return;
    if (this.headings === undefined || found.missing.length === 0 || found.recognised > this.headings.recognised)
      this.headings = found;
    if (found.missing.length === 0) this.#start(found, row.cells);
  }

  #start(headings: Headings, cells: readonly Cell[]): undefined {
    const { layout, places, written } = withUnit(headings, this.#unit);
    this.headings = headings;
    this.open = true;
    this.#underHeadings = true;
    this.#headingCells = cells;
    this.#font = new TableFont(cells);
    this.#held = [];
    this.#watch = this.#table.survey?.table(headings);
    this.#withSigns = withKnownDecimalSigns(headings, this.#table.signs ?? {});
    if (this.#table.zeroDoubt === 'many') this.#withNumbers = withNumbers(headings);
    this.#row = new RowReader(
      places,
      (column) => written[places[column.at] ?? -1] ?? column.label,
      this.#table.percentages,
    );
    this.#footer = new TableFooter(layout, places);
    if (this.#table.ragged) this.#lines ??= new BrokenLines(this.#source, this.#layouts);
    this.#lines?.table(headings, this.#footer);
    this.#currency = currencyPlace(headings);
    this.#textRows = this.#table.ragged ? new TextRowCheck(written) : undefined;
    this.#run = layout.columns[0]?.shared === true ? new CompanyRowGroup(layout, places) : undefined;
    this.#opened = [openedTable(headings)];
  }

  #read(row: TableRow): FeedEvent | undefined {
    const number = row.row;
    if ('broken' in row) return this.#broken(number, row.broken);
    if (row.cells.every(isBlank)) return undefined;
    if (row.cells.every((cell, at) => cell === this.#headingCells[at])) return undefined;
    const next = this.#nextHeadings(row.cells);
    if (next !== undefined) return this.#start(next, row.cells);
    const first = this.#underHeadings;
    const whole = first && this.headings ? this.#withSecondRow(this.headings, row.cells) : undefined;
    if (whole !== undefined) return this.#start(whole, row.cells);
    this.#underHeadings = first && this.headings !== undefined && dividesHeadings(this.headings, row.cells);
    if (this.#underHeadings || (first && isColumnNumbers(row.cells))) return undefined;
    if (this.#footer?.has(row.cells) === true) return undefined;
    const cells = this.#run?.take(row.cells) ?? row.cells;
    if (this.#currency !== undefined && isAnotherCurrency(row.cells[this.#currency]))
      return this.#broken(number, 'currency');
    const fault = this.#textRows?.fault(cells, row.isUnended === true);
    return fault === undefined ? this.#facts(number, cells, row.divided) : this.#broken(number, fault);
  }

  #withSecondRow(headings: Headings, below: readonly Cell[]): Headings | undefined {
    return withRowBelow(headings, this.#headingCells, below) ?? withUnitsBelow(headings, below);
  }

  /**
   * Finds the headings of another table further down the sheet, whose columns may have another order. A row with a
   * digit in a required cell belongs to the table and is not examined, so few rows are.
   */
  #nextHeadings(cells: readonly Cell[]): Headings | undefined {
    const { layout: { columns } = { columns: [] }, places = [] } = this.headings ?? {};
    if (columns.some(({ at, required }) => required && hasDigit(cells[places[at] ?? -1]))) return undefined;
    if (this.#vainLooks >= MOST_VAIN_LOOKS || !mayBeHeadings(cells, this.#layouts)) return undefined;
    const found = bestHeadings(cells, this.#layouts);
    if (found?.missing.length === 0) return found;
    this.#vainLooks += 1;
    return undefined;
  }

  #facts(number: number, cells: readonly Cell[], divided: DividedCell | undefined): FeedEvent | undefined {
    const reader = this.#row;
    const { layout } = this.headings ?? {};
    if (reader === undefined || layout === undefined) return undefined;
    this.#watch?.(cells);
    const signed = this.#withSigns?.(cells) ?? cells;
    reader.start(number, this.#withNumbers?.(signed) ?? signed, this.#run?.position ?? 0);
    reader.font = this.#font?.ofRow(cells);
    noteDivided(reader, this.headings, cells, divided);
    const records = layout.read(reader, this.#source);
    if (reader.problems.length > 0) return this.#named(reader.rejection());
    const { sheet, zeroDoubt } = this.#table;
    const marked = zeroDoubt === undefined ? records : withDoubt(records, zeroDoubt);
    const event = acceptedRow(number, marked, reader.repairs, this.#run?.starts);
    this.#run?.accept();
    return sheet === undefined ? event : { ...event, sheet };
  }

  #broken(row: number, code: RejectionCode): FeedEvent {
    return this.#named({ type: 'rejected', row, column: '', code, message: lineSentence(code), value: '' });
  }

  /** Names a row as the officer sees it in the open workbook, such as `Tháng 8, dòng 6: …`. */
  #named(event: FeedEvent & { readonly type: 'rejected' }): FeedEvent {
    const { sheet } = this.#table;
    return sheet === undefined ? event : { ...event, sheet, message: `${sheet}, dòng ${event.row}: ${event.message}` };
  }
}

const hasDigit = (cell: Cell): boolean =>
  cell !== undefined && (typeof cell !== 'string' || DIGIT.test(cell) || DIGIT.test(cellText(cell)));
const DIGIT = /\d/u;
