import { isOn, unescapeXml } from './xml-text.ts';

/** The elements around or beside a cell's text that are no part of another value, by ECMA-376 18.3.1.4 and 18.4.8. */
const OF_THE_VALUE: ReadonlySet<string> = new Set(['is', 'r', 't', 'v', 'f']);

/**
 * Collects the text of a cell or of a shared text: of all its runs (`t`) or its value (`v`), and of no other element,
 * such as a pronunciation (`rPh`) or an extension (`extLst`). Text beyond the limit is dropped.
 */
export class RichText {
  #raw = '';
  #takes = false;
  #depth = 0;
  /** The depth of the open element whose content belongs to no value; 0 outside. */
  #skipped = 0;
  /** Whether a second value has begun after the first one's text. */
  #isSecond = false;
  /** Whether the cell has text, possibly empty. */
  seen = false;
  /** Whether the cell has a formula. */
  computed = false;
  /** Whether the cell has two values, of which another program may show the other one. */
  doubled = false;
  /** Whether a part of the text is crossed out. */
  crossedOut = false;
  readonly #longest: number;

  constructor(longest: number) {
    this.#longest = longest;
  }

  start(): void {
    this.#raw = '';
    this.#takes = false;
    this.#depth = 0;
    this.#skipped = 0;
    this.#isSecond = false;
    this.seen = false;
    this.computed = false;
    this.doubled = false;
    this.crossedOut = false;
  }

  open(name: string, attributes: string): void {
    this.#depth += 1;
    if (name === 'strike' && isOn(attributes)) this.crossedOut = true;
    if (this.#skipped > 0) return;
    if (!OF_THE_VALUE.has(name)) this.#skipped = this.#depth;
    else if (name === 'f') this.computed = true;
    else if (name === 'v' || name === 't') {
      this.#takes = true;
      this.seen = true;
    }
    if (name === 'v' || name === 'is') this.#isSecond = this.#raw !== '';
  }

  close(name: string): void {
    if (this.#skipped === this.#depth) this.#skipped = 0;
    this.#depth -= 1;
    if (name === 't' || name === 'v') this.#takes = false;
  }

  add(raw: string): void {
    if (!this.#takes || this.#skipped > 0) return;
    this.doubled ||= this.#isSecond;
    if (this.#raw.length <= this.#longest) this.#raw += raw;
  }

  /** The text as written, with entities. */
  get raw(): string {
    return this.#raw;
  }

  get plain(): string {
    return unescapeXml(this.#raw);
  }
}
