import type { Limits } from '../limits.ts';
import { columnIndexOf } from './cell-of.ts';
import { workbookTooBig } from './faults.ts';
import { attribute } from './xml-text.ts';

const ELEMENT = /<(?:\w+:)?mergeCell\s([^<>]{1,200})>/gu;
const LONGEST_TAG = 256;

interface Area {
  readonly row: number;
  readonly place: number;
  readonly lastRow: number;
  readonly lastPlace: number;
}

/**
 * The merged areas of a sheet, which its part names after the cells. A program may leave values under the first cell of
 * an area; nobody who opens the sheet sees them.
 */
export class MergedCells {
  #areas: Area[] = [];
  #sorted = false;
  #rest = '';
  #next = 0;
  /** Of each column, the last row of an area that has begun. */
  readonly #until: number[] = [];
  /** Of each column, the row in which an area last began there. */
  readonly #first: number[] = [];
  readonly #limits: Limits;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Takes a chunk of the sheet's XML text. */
  push(chunk: string): void {
    const text = this.#rest + chunk;
    // Most chunks have none, and a tag may be divided by the chunk's end
    this.#rest = text.slice(Math.max(text.lastIndexOf('<'), text.length - LONGEST_TAG));
    if (text.includes('mergeCell')) for (const [, attributes = ''] of text.matchAll(ELEMENT)) this.#add(attributes);
  }

  #add(attributes: string): void {
    const [from = '', to] = (attribute(attributes, 'ref') ?? '').split(':');
    const [start, end] = [cellAt(from), cellAt(to ?? from)];
    if (!start || !end || start.place >= this.#limits.columns) return;
    if (this.#areas.length >= this.#limits.sheetRows) throw workbookTooBig();
    const lastPlace = Math.min(end.place, this.#limits.columns - 1);
    this.#areas.push({ ...start, lastRow: end.row, lastPlace });
  }

  /** Rows are asked about in ascending order. */
  covers(row: number, place: number): boolean {
    if (this.#areas.length === 0) return false;
    if (!this.#sorted) this.#areas = this.#areas.toSorted((a, b) => a.row - b.row);
    this.#sorted = true;
    for (let area = this.#areas[this.#next]; area && area.row <= row; area = this.#areas[this.#next]) {
      this.#first[area.place] = area.row;
      for (let at = area.place; at <= area.lastPlace; at += 1)
        this.#until[at] = Math.max(this.#until[at] ?? 0, area.lastRow);
      this.#next += 1;
    }
    return row <= (this.#until[place] ?? 0) && this.#first[place] !== row;
  }
}

function cellAt(reference: string): Pick<Area, 'row' | 'place'> | undefined {
  const place = columnIndexOf(` r="${reference}"`);
  const row = Number(/\d+$/u.exec(reference)?.[0]);
  return place === undefined || !Number.isSafeInteger(row) ? undefined : { row, place };
}
