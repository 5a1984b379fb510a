import type { ExpansionAllowance } from '../allowance.ts';
import type { Cell } from '../cell.ts';
import type { Limits } from '../limits.ts';
import type { RowFault } from '../row-fault.ts';
import type { TableRow } from '../table-row.ts';
import { cellOf, columnIndexOf } from './cell-of.ts';
import { workbookTooBig } from './faults.ts';
import type { MergedCells } from './merged-cells.ts';
import { attribute, RichText } from './xml-text.ts';
import type { Workbook } from './workbook.ts';
import type { XmlSink } from './xml-scanner.ts';

/** The most attribute text of a cell that is examined, which suffices for its position, style and type. */
const LONGEST_ATTRIBUTES = 512;

/**
 * Reads a sheet's rows without empty ones. Rows and cells may lack their position, and then follow the one before; so
 * does a row with an earlier position than the one before.
 */
export class SheetRows implements XmlSink {
  #ready: TableRow[] = [];
  #row = 0;
  #count = 0;
  /** Rows stand only in the first element with a sheet's data: extensions and controls have elements of the same names. */
  #data: 'before' | 'inside' | 'after' = 'before';
  #cells: Cell[] = [];
  #place = -1;
  #length = 0;
  #broken: RowFault | undefined;
  /** The attributes of the cell that is open. */
  #cell: string | undefined;
  readonly #merged: MergedCells;
  readonly #text: RichText;
  readonly #workbook: Workbook;
  readonly #characters: ExpansionAllowance;
  readonly #limits: Limits;

  constructor(workbook: Workbook, merged: MergedCells, characters: ExpansionAllowance, limits: Limits) {
    this.#merged = merged;
    this.#workbook = workbook;
    this.#characters = characters;
    this.#limits = limits;
    this.#text = new RichText(limits.recordLength);
  }

  /** Takes the rows that have ended since the last call. */
  take(): readonly TableRow[] {
    const rows = this.#ready;
    this.#ready = [];
    return rows;
  }

  open(name: string, attributes: string): void {
    if (name === 'sheetData' && this.#data === 'before') this.#data = 'inside';
    if (this.#data !== 'inside') return;
    if (name === 'c') {
      this.#cell = attributes.length > LONGEST_ATTRIBUTES ? attributes.slice(0, LONGEST_ATTRIBUTES) : attributes;
      this.#text.start();
    } else if (name === 'row') this.#openRow(attributes);
    else if (this.#cell !== undefined) this.#text.open(name, attributes);
  }

  close(name: string): void {
    if (this.#data !== 'inside') return;
    if (name === 'sheetData') this.#data = 'after';
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else if (this.#cell !== undefined) this.#text.close(name);
  }

  text(raw: string): void {
    if (this.#cell !== undefined) this.#text.add(raw);
  }

  #openRow(attributes: string): void {
    const claimed = Number(attribute(attributes, 'r'));
    this.#row = Number.isSafeInteger(claimed) && claimed > this.#row ? claimed : this.#row + 1;
    this.#count += 1;
    if (this.#row > this.#limits.sheetRows || this.#count > this.#limits.sheetRows) throw workbookTooBig();
    this.#cells = [];
    this.#place = -1;
    this.#length = 0;
    this.#broken = undefined;
  }

  #closeCell(): void {
    const attributes = this.#cell;
    this.#cell = undefined;
    if (attributes === undefined) return;
    this.#place = columnIndexOf(attributes) ?? this.#place + 1;
    if (!(this.#text.seen || this.#text.computed) || this.#broken !== undefined) return;
    if (this.#merged.covers(this.#row, this.#place)) return;
    if (this.#text.doubled) this.#broken = 'duplicate_cell';
    const cell = cellOf(attributes, this.#text, this.#workbook);
    if (cell === undefined || cell === '') return;
    if (this.#broken !== undefined) return;
    if (this.#place >= this.#limits.columns) this.#broken = 'columns';
    // Of two cells of one place, another program may show the other one
    else if (this.#cells[this.#place] !== undefined) this.#broken = 'duplicate_cell';
    else if (this.#isTooLong(cell)) this.#broken = 'too_long';
    else this.#put(cell);
  }

  #isTooLong(cell: Cell): boolean {
    if (typeof cell !== 'string') return false;
    this.#length += cell.length;
    if (this.#length > this.#limits.recordLength) return true;
    // A character may be written as an entity of eight characters
    this.#characters.spend(Math.max(cell.length, this.#text.raw.length));
    return false;
  }

  #put(cell: Cell): void {
    while (this.#cells.length < this.#place) this.#cells.push(undefined);
    this.#cells[this.#place] = cell;
  }

  #closeRow(): void {
    const [row, cells, broken] = [this.#row, this.#cells, this.#broken];
    if (broken !== undefined) this.#ready.push({ row, broken });
    else if (cells.length > 0) this.#ready.push({ row, cells });
    this.#cells = [];
    this.#broken = undefined;
  }
}
