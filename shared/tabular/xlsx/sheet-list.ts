import type { XmlSink } from './xml-scanner.ts';
import { workbookTooBig } from './faults.ts';
import { attribute } from './xml-text.ts';

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  /** The id of its relation to a part. */
  readonly relation: string;
  readonly hidden: boolean;
}

/** Some programs write `show` for a visible sheet. */
const HIDDEN = /^(?:very)?hidden$/iu;

/** Reads from `workbook.xml` the sheets in order, and the date system. */
export class SheetList implements XmlSink {
  readonly sheets: ListedSheet[] = [];
  from1904 = false;
  readonly #relations = new Set<string>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  open(name: string, attributes: string): void {
    if (name === 'workbookPr') this.from1904 ||= /^(?:1|true)$/u.test(attribute(attributes, 'date1904') ?? '');
    if (name === 'sheet') this.#add(attributes);
  }

  close(): void {}

  text(): void {}

  #add(attributes: string): void {
    const relation = attribute(attributes, ':id') ?? '';
    if (this.#relations.has(relation)) return;
    this.#relations.add(relation);
    if (this.sheets.length >= this.#most) throw workbookTooBig();
    const name = attribute(attributes, 'name') ?? `Sheet${this.sheets.length + 1}`;
    this.sheets.push({ name, relation, hidden: HIDDEN.test(attribute(attributes, 'state') ?? '') });
  }
}
