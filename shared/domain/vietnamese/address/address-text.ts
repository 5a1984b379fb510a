import type { PartKind } from './premises-label-rows.ts';
import { type PartLabel, partLabelAt } from './premises-labels.ts';
import { hasDigit, type Token, tokenise } from './tokens.ts';
import { type UnitLabel, unitLabelAt } from './unit-labels.ts';

const NAMED: ReadonlySet<PartKind> = new Set(['street', 'road', 'hamlet', 'building']);

const ZERO = 0x30;

/**
 * The shared state of an address while it is parsed: its words and numbers, the labels among them, and which of them
 * have been read.
 */
export class AddressText {
  readonly #tokens: Token[];
  readonly #partLabels: (PartLabel | undefined)[];
  readonly #unitLabels: (UnitLabel | undefined)[];
  readonly #taken: boolean[];

  constructor(text: string) {
    this.#tokens = tokenise(text);
    this.#partLabels = this.#tokens.map((_, index) => partLabelAt(this.#tokens, index));
    this.#unitLabels = this.#tokens.map((_, index) => unitLabelAt(this.#tokens, index));
    this.#taken = this.#tokens.map(() => false);
  }

  get tokens(): readonly Token[] {
    return this.#tokens;
  }

  /** For each token, the label of a part of the premises that begins at it. */
  get partLabels(): readonly (PartLabel | undefined)[] {
    return this.#partLabels;
  }

  /** For each token, the label of an administrative unit that begins at it. */
  get unitLabels(): readonly (UnitLabel | undefined)[] {
    return this.#unitLabels;
  }

  /** Reads the short label `P.` as phố. */
  readAsStreet(index: number): void {
    const token = this.#tokens[index];
    if (token === undefined) return;
    this.#tokens[index] = { ...token, text: 'Phố', key: 'pho', lower: 'phố', dot: false };
    this.#partLabels[index] = partLabelAt(this.#tokens, index);
    this.#unitLabels[index] = undefined;
  }

  /** The words `from`…`to` in the form of the gazetteer's names. */
  key(from: number, to: number): string {
    let joined = this.tokens[from]?.key ?? '';
    for (let index = from + 1; index < to; index += 1) joined += ` ${this.tokens[index]?.key ?? ''}`;
    return joined.charCodeAt(0) === ZERO ? joined.replace(/^0+(?=\d)/, '') : joined;
  }

  /** The words `from`…`to` as they were typed. */
  typed(from: number, to: number): string {
    return this.tokens
      .slice(from, to)
      .map(({ text }) => text)
      .join(' ');
  }

  take(from: number, to: number): void {
    this.#taken.fill(true, from, to);
  }

  /** Makes all words unread again. */
  release(): void {
    this.#taken.fill(false);
  }

  isTaken(index: number): boolean {
    return this.#taken[index] === true;
  }

  firstFree(): number {
    return this.#taken.indexOf(false);
  }

  /** The index after the last unread word. */
  freeEnd(): number {
    return this.#taken.lastIndexOf(false) + 1;
  }

  lastTaken(): number {
    return this.#taken.lastIndexOf(true);
  }

  /** Whether a comma or a unit that was read comes before this word. */
  startsPart(index: number): boolean {
    return index === 0 || this.tokens[index]?.breakBefore === true || this.isTaken(index - 1);
  }

  /** Whether the text or a part between commas ends here, or a unit that was read begins. */
  endsPart(index: number): boolean {
    return index >= this.tokens.length || this.tokens[index]?.breakBefore === true || this.isTaken(index);
  }

  /** The end of the part between commas that contains this word. */
  partEnd(from: number): number {
    let end = from + 1;
    while (!this.endsPart(end)) end += 1;
    return end;
  }

  /** Finds unread words without commas and without digits except a last one, such as `Mỹ Đình 2`. */
  isFreeName(from: number, to: number): boolean {
    for (let index = from; index < to; index += 1) {
      const token = this.tokens[index];
      if (
        this.isTaken(index) ||
        (hasDigit(token) && (index === from || index < to - 1 || !/^\d$/.test(token?.key ?? '')))
      )
        return false;
      if (index > from && this.tokens[index]?.breakBefore) return false;
    }
    return true;
  }

  /** The number of words of the longest matching name from here, inside one part between commas. */
  longest(from: number, most: number, passes: (key: string) => boolean): number {
    let longest = 0;
    for (let length = 1; length <= most && from + length <= this.tokens.length; length += 1) {
      if (length > 1 && this.tokens[from + length - 1]?.breakBefore) break;
      if (passes(this.key(from, from + length))) longest = length;
    }
    return longest;
  }

  /** Whether the name belongs to the label before it, as in `đường Hà Nội`, `phố Huế` or `thôn Đông`. */
  followsLabel(from: number): boolean {
    return this.tokens[from]?.breakBefore === false && !this.isTaken(from - 1) && this.hasLabelBefore(from, NAMED);
  }

  /** Whether a label of one of these kinds ends before this word. */
  hasLabelBefore(index: number, kinds: ReadonlySet<PartKind>): boolean {
    return [1, 2, 3].some((words) => {
      const label = this.partLabels[index - words];
      return label?.words === words && kinds.has(label.kind);
    });
  }

  /** Whether `Việt Nam` is all that follows from here. */
  isCountry(index: number): boolean {
    if (this.tokens.length - index > 2) return false;
    return /^(?:viet nam|vietnam|vn)$/.test(this.key(index, this.tokens.length));
  }

  /** The unread words; a gap left by a unit separates the words on its sides. */
  rest(): readonly Token[] {
    const rest: Token[] = [];
    for (const [index, token] of this.tokens.entries()) {
      if (this.isTaken(index)) continue;
      rest.push(this.isTaken(index - 1) && !token.breakBefore ? { ...token, breakBefore: true } : token);
    }
    return rest;
  }
}
