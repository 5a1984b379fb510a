import { unescapeXml } from './xml-text.ts';

/**
 * Collects the text of a cell or of a shared text: of all its runs (`t`) or its value (`v`), without pronunciation
 * (`rPh`). Text beyond the limit is dropped.
 */
export class RichText {
  #raw = '';
  #takes = false;
  #pronounces = false;
  /** Whether the cell has text, possibly empty. */
  seen = false;
  /** Whether the cell has a formula. */
  computed = false;
  readonly #longest: number;

  constructor(longest: number) {
    this.#longest = longest;
  }

  start(): void {
    this.#raw = '';
    this.#takes = false;
    this.#pronounces = false;
    this.seen = false;
    this.computed = false;
  }

  open(name: string): void {
    if (name === 'rPh') this.#pronounces = true;
    else if (name === 'f') this.computed = true;
    else if ((name === 't' && !this.#pronounces) || name === 'v') {
      this.#takes = true;
      this.seen = true;
    }
  }

  close(name: string): void {
    if (name === 'rPh') this.#pronounces = false;
    else if (name === 't' || name === 'v') this.#takes = false;
  }

  add(raw: string): void {
    if (this.#takes && this.#raw.length <= this.#longest) this.#raw += raw;
  }

  /** The text as written; a number contains no entities. */
  get raw(): string {
    return this.#raw;
  }

  get plain(): string {
    return unescapeXml(this.#raw);
  }
}
