const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves entities, and the `_x000D_` that spreadsheets write for control characters. */
export function unescapeXml(raw: string): string {
  let plain = raw;
  if (plain.includes('&')) plain = withLetters(plain);
  if (plain.includes('_x'))
    plain = plain.replace(/_x([0-9a-f]{4})_/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return plain;
}

/** Finds an attribute's value in the text of a tag's attributes. A name such as `:id` matches any prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  let at = 0;
  for (;;) {
    const equals = attributes.indexOf('=', at);
    if (equals === -1) return undefined;
    let opening = equals + 1;
    while (opening < attributes.length && attributes.charCodeAt(opening) <= SPACE) opening += 1;
    const quote = attributes.charAt(opening);
    if (quote !== '"' && quote !== "'") {
      at = opening;
      continue;
    }
    const closing = attributes.indexOf(quote, opening + 1);
    if (closing === -1) return undefined;
    const written = attributes.slice(at, equals).trim();
    if (written === name || (name.startsWith(':') && written.endsWith(name)))
      return unescapeXml(attributes.slice(opening + 1, closing));
    at = closing + 1;
  }
}

/** Whether an element that switches a property on, such as `strike`, does so (ECMA-376 18.18.9, CT_BooleanProperty). */
export function isOn(attributes: string): boolean {
  const value = attribute(attributes, 'val');
  return value !== '0' && value !== 'false';
}

const SPACE = 0x20;

const AMPERSAND = '&';
const LONGEST_ENTITY = 8;
const ENTITY = /^(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos))$/iu;
const MOST_REMEMBERED = 1024;
const letters = new Map<string, string | undefined>();

/** A text may consist of entities, so each is resolved once. Other text stays as it is. */
const withLetters = (raw: string): string => {
  let plain = '';
  let from = 0;
  for (let at = raw.indexOf(AMPERSAND); at !== -1; at = raw.indexOf(AMPERSAND, at + 1)) {
    let end = at + 1;
    while (end <= at + LONGEST_ENTITY + 1 && end < raw.length && raw.charCodeAt(end) !== SEMICOLON) end += 1;
    const letter = raw.charCodeAt(end) === SEMICOLON ? letterOf(raw.slice(at + 1, end)) : undefined;
    if (letter === undefined) continue;
    plain += raw.slice(from, at) + letter;
    from = end + 1;
    at = end;
  }
  return plain + raw.slice(from);
};

const SEMICOLON = 0x3b;

const letterOf = (entity: string): string | undefined => {
  if (letters.has(entity)) return letters.get(entity);
  const [whole, hex, decimal, name] = ENTITY.exec(entity) ?? [];
  const letter =
    name === undefined
      ? letterAt(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
      : NAMED[name.toLowerCase()];
  if (letters.size < MOST_REMEMBERED) letters.set(entity, whole === undefined ? undefined : letter);
  return whole === undefined ? undefined : letter;
};

const letterAt = (point: number): string => (point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '');

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
