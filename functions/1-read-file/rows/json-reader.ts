import { maskNumbers } from '#shared/domain/identity/mask-numbers.ts';
import { type Cell, cellOfJson } from '#shared/tabular/cell.ts';
import type { Column } from '#shared/contracts/feeds/column.ts';
import type { ConfirmedHeading } from '#shared/contracts/feeds/confirmed-heading.ts';
import type { Layout } from '#shared/contracts/feeds/layout.ts';
import type { FeedEvent, FeedRecord, FeedSource, Repair } from '#shared/contracts/feeds/feed-record.ts';
import { bestHeadings, columnNamed } from '#shared/contracts/feeds/heading.ts';
import { lineSentence, type RejectionCode, rejectionSentence } from '#shared/contracts/feeds/rejection.ts';
import { similarColumn } from '#shared/contracts/feeds/similar-heading.ts';
import { RowReader } from '#shared/contracts/feeds/row-reader.ts';
import { isObject, type JsonLine } from '#shared/tabular/jsonl/read-lines.ts';
import type { UnreadableFile } from '#shared/tabular/unreadable-file.ts';
import { acceptedRow } from './accepted-row.ts';
import type { ReadingContext } from '../judgement/reading-context.ts';
import { MissingKeys } from './find-headings.ts';

type JsonObject = Readonly<Record<string, unknown>>;

const PEOPLE = 'people';
const MOST_KEYS = 200;
/** Keys that a line must have to show what the file holds. */
const MINIMUM_KEYS = 2;

/** Reads the lines of a JSONL file. A company's people are a list in its line; every other line is flat. */
export class JsonReader {
  #layout: Layout | undefined;
  #row: RowReader | undefined;
  #person = 0;
  #confirmed: readonly ConfirmedHeading[] = [];
  #last = '';
  readonly #missing = new MissingKeys();
  readonly #layouts: readonly Layout[];
  readonly #source: FeedSource;
  readonly #look: ReadingContext;
  #watch: ((cells: readonly Cell[]) => void) | undefined;
  /** The column for each key read so far; undefined for an unknown key. */
  readonly #keys = new Map<string, Column | undefined>();

  constructor(layouts: readonly Layout[], source: FeedSource, look: ReadingContext) {
    this.#layouts = layouts;
    this.#source = source;
    this.#look = look;
  }

  take(line: JsonLine): FeedEvent[] {
    if ('broken' in line) return [broken(line.row, line.broken)];
    const opened = this.#open(line.value);
    this.#missing.object(this.#layout);
    return [...opened, this.#read(line.row, line.value)];
  }

  /** The reason why no line could be read, where one reason holds for all: no line has a required key. */
  get fault(): UnreadableFile | undefined {
    return this.#missing.fault(this.#layouts);
  }

  /** Reports the kind of the lines with the first one, and any key that no earlier line had. */
  #open(value: JsonObject): FeedEvent[] {
    const first = this.#layout === undefined;
    this.#layout ??= this.#layoutOf(value);
    const layout = this.#layout;
    if (layout === undefined) return [];
    const names = (column: Column) =>
      column.shared || !this.#hasPeople ? column.key : `${PEOPLE}[${this.#person}].${column.key}`;
    const places = layout.columns.map((column) => column.at);
    this.#row ??= new RowReader(places, names, this.#look.percentages);
    this.#watch ??= this.#look.survey?.columnsOf({ layout, places, written: layout.columns.map(({ key }) => key) });
    const unknownColumns = [
      ...this.#newKeys(value, '', layout),
      ...this.#peopleOf(value).flatMap((person) => this.#newKeys(person, `${PEOPLE}[].`, layout)),
    ];
    if (!first && unknownColumns.length === 0) return [];
    return [
      {
        type: 'opened',
        rows: layout.rows,
        unknownColumns,
        lacking: this.#meant(unknownColumns),
        skippedSheets: [],
        confirmed: first ? this.#confirmed : [],
        asks: layout.asks,
      },
    ];
  }

  #layoutOf(value: JsonObject): Layout | undefined {
    const best = bestHeadings(Object.keys(value), this.#layouts);
    if (best === undefined || best.recognised < MINIMUM_KEYS) return undefined;
    this.#confirmed = best.confirmed;
    return best.layout;
  }

  #read(row: number, value: JsonObject): FeedEvent {
    const reader = this.#row;
    const layout = this.#layout;
    if (reader === undefined || layout === undefined) return broken(row, 'shape');
    const own = this.#cells(value, layout);
    this.#missing.cells(own, false);
    const people = this.#hasPeople ? this.#peopleOf(value) : [{}];
    if (people.length === 0)
      return broken(row, value[PEOPLE] === undefined || Array.isArray(value[PEOPLE]) ? 'required' : 'shape', PEOPLE);
    const records: FeedRecord[] = [];
    const repairs: Repair[] = [];
    for (const [index, person] of people.entries()) {
      this.#person = index;
      const cells = this.#hasPeople ? this.#joined(own, this.#cells(person, layout), layout) : own;
      this.#missing.cells(cells, this.#hasPeople);
      this.#watch?.(cells);
      reader.start(row, cells, index);
      records.push(...layout.read(reader, this.#source));
      if (reader.problems.length > 0) return reader.rejection();
      repairs.push(
        ...(index === 0 ? reader.repairs : reader.repairs.filter((repair) => !this.#isShared(repair.field, layout))),
      );
    }
    this.#missing.accepted();
    return acceptedRow(row, records, repairs, this.#startsCompany(records));
  }

  #startsCompany(records: readonly FeedRecord[]): boolean | undefined {
    const [first] = records;
    if (first?.feed !== 'registrations') return undefined;
    const starts = first.company.enterpriseCode !== this.#last;
    this.#last = first.company.enterpriseCode;
    return starts;
  }

  get #hasPeople(): boolean {
    return this.#layout?.rows === 'registrations';
  }

  #peopleOf(value: JsonObject): JsonObject[] {
    const people = value[PEOPLE];
    return this.#hasPeople && Array.isArray(people)
      ? people.map((person: unknown) => (isObject(person) ? person : {}))
      : [];
  }

  #cells(value: JsonObject, layout: Layout): Cell[] {
    const cells: Cell[] = layout.columns.map(() => undefined);
    for (const key in value) {
      const column = this.#columnOf(key, layout);
      if (column === undefined) continue;
      const held = value[key];
      cells[column.at] = cellOfJson(column.list && isListOfTexts(held) ? held.join('; ') : held);
    }
    return cells;
  }

  /** The company's cells that a person's row also gets: `phone` belongs to the company and `personalPhone` to the person. */
  #joined(company: readonly Cell[], person: readonly Cell[], layout: Layout): Cell[] {
    return layout.columns.map((column) => (column.shared ? company[column.at] : person[column.at]));
  }

  #isShared(key: string, layout: Layout): boolean {
    return layout.columns.some((column) => column.key === key && column.shared);
  }

  #newKeys(value: JsonObject, prefix: string, layout: Layout): string[] {
    return Object.keys(value)
      .filter((key) => {
        if (this.#keys.has(key) || key === PEOPLE || this.#keys.size >= MOST_KEYS) return false;
        return this.#columnOf(key, layout) === undefined;
      })
      .map((key) => prefix + key);
  }

  /** The columns that unknown keys resemble. Another column that no line has had yet may still come in a later line. */
  #meant(unknown: readonly string[]): Column[] {
    const known = new Set(this.#keys.values());
    const lacking = this.#layout?.columns.filter((column) => !known.has(column)) ?? [];
    return unknown.flatMap((key) => similarColumn(key.slice(key.indexOf('.') + 1), lacking) ?? []);
  }

  #columnOf(key: string, layout: Layout): Column | undefined {
    const known = this.#keys.get(key);
    if (known !== undefined || this.#keys.has(key)) return known;
    const column = columnNamed(layout, key);
    if (this.#keys.size < MOST_KEYS) this.#keys.set(key, column);
    return column;
  }
}

const isListOfTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

const broken = (row: number, code: RejectionCode, column = ''): FeedEvent => {
  const message = column === '' ? lineSentence(code) : rejectionSentence(code, column);
  return { type: 'rejected', row, column: maskNumbers(column), code, message: maskNumbers(message), value: '' };
};
