import { foldMarks } from '../text/fold.ts';

/**
 * A pattern, what is written instead of its matches, and what each text with a match has. An address has few of these,
 * and looking for a word takes a hundredth of the time of a pattern. The alternatives are separated by spaces:
 * - a folded word such as `tai`, or one with its marks such as `cũ`;
 * - `so_nha`: one word after another, `#` standing for a number, and `CAPITALS` for a first word in capitals;
 * - a sign, with `#` before it behind a number and with `a` before it behind a word: `/`, `#.`, `a(`;
 * - `,tp`: a word that ends a part of at most two words between commas;
 * - `aA`: a capital inside a word; `postcode#` and `phone#`: as many digits as they have.
 *
 * A pattern that looks behind begins with the first letters of its matches, because a look behind every letter of a text
 * takes most of the time of reading an address.
 */
export type Rewriting = readonly [pattern: RegExp, by: string | ((...found: string[]) => string), needs: string];

/** Each word of the one list before each of the other, as `Rewriting` needs them. */
export const pairsOf = (words: string, next: string): string =>
  words
    .split(' ')
    .flatMap((word) => next.split(' ').map((follower) => `${word}_${follower}`))
    .join(' ');

const MOST_WORDS = 8192;
const LONGEST_WORD = 24;
const FEWEST_OF_POSTCODE = 5;
const FEWEST_OF_PHONE = 9;
const LONGEST_LABEL = 2;
const SPACE = 0x20;
const INNER_CAPITAL = /\p{Ll}{2}\p{Lu}\p{Ll}/u;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
/** Whether a code is a letter; above those of Latin a sign may count as one, and then a rewriting is tried in vain. */
const isLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0xc0 && (code < 0x2000 || code > 0x2bff));

/** A word as the needs of rewritings have it, and the places of those that need it alone. */
interface KnownWord {
  readonly key: string;
  readonly places: readonly number[];
  readonly followsOther: boolean;
  readonly hasInnerCapital: boolean;
}

/** Applies rewritings in their order, each of them to the text that those before it left, where the text has what they need. */
export class Rewriter {
  readonly #rewritings: readonly Rewriting[];
  readonly #byNeed = new Map<string, number[]>();
  readonly #followers: ReadonlySet<string>;
  readonly #words = new Map<string, KnownWord>();
  readonly #due: Uint8Array;

  constructor(rewritings: readonly Rewriting[]) {
    this.#rewritings = rewritings;
    this.#due = new Uint8Array(rewritings.length);
    for (const [place, [, , needs]] of rewritings.entries()) {
      for (const need of needs.split(' ')) this.#byNeed.set(need, [...(this.#byNeed.get(need) ?? []), place]);
    }
    this.#followers = new Set([...this.#byNeed.keys()].flatMap((need) => need.split('_').slice(1)));
  }

  rewrite(text: string): string {
    this.#due.fill(0);
    this.#markNeeds(text);
    let read = text;
    for (let place = this.#due.indexOf(1); place >= 0; place = this.#due.indexOf(1, place + 1)) {
      const [pattern, by] = this.#rewritings[place] ?? [];
      if (pattern === undefined || by === undefined) continue;
      const written = typeof by === 'string' ? read.replace(pattern, by) : read.replace(pattern, by);
      if (written !== read) this.#markNeeds(written);
      read = written;
    }
    return read;
  }

  /** Marks the rewritings that the text may need, in one pass over its letters. */
  #markNeeds(text: string): void {
    let before = '';
    let [words, ofPart, digits, isFirstInCapitals] = [0, 0, 0, false];
    for (let at = 0; at < text.length; ) {
      const from = at;
      const code = text.charCodeAt(at);
      at += 1;
      if (code === SPACE) continue;
      if (isLetter(code)) {
        while (at < text.length && isLetter(text.charCodeAt(at))) at += 1;
        const raw = text.slice(from, at);
        const word = this.#wordOf(raw);
        for (const place of word.places) this.#due[place] = 1;
        if (word.hasInnerCapital) this.#mark('aA');
        if (word.followsOther) this.#mark(`${before}_${word.key}`);
        isFirstInCapitals ||= words === 0 && raw === raw.toUpperCase();
        before = word.key;
      } else if (isDigit(code)) {
        while (at < text.length && isDigit(text.charCodeAt(at))) at += 1;
        digits += at - from;
        if (at - from >= FEWEST_OF_POSTCODE) this.#mark('postcode#');
        if (words === 1 && isFirstInCapitals) this.#mark('CAPITALS_#');
        this.#mark(`${before}_#`);
        before = '#';
      } else {
        this.#markSign(text.charAt(from), before, isLetter(text.charCodeAt(from - 1)));
        if (code !== 0x2c && code !== 0x3b) continue;
        if (ofPart <= LONGEST_LABEL) this.#mark(`,${before}`);
        ofPart = -1;
      }
      words += 1;
      ofPart += 1;
    }
    if (ofPart <= LONGEST_LABEL) this.#mark(`,${before}`);
    if (digits >= FEWEST_OF_PHONE) this.#mark('phone#');
  }

  #markSign(sign: string, before: string, touchesWord: boolean): void {
    this.#mark(sign);
    if (before === '#') this.#mark(`#${sign}`);
    else if (sign !== '-' || touchesWord) this.#mark(`a${sign}`);
  }

  #mark(need: string): void {
    const places = this.#byNeed.get(need);
    if (places) for (const place of places) this.#due[place] = 1;
  }

  #wordOf(raw: string): KnownWord {
    const known = this.#words.get(raw);
    if (known) return known;
    const [key, lower] = [foldMarks(raw), raw.toLowerCase()];
    const places = [key, ...(lower === key ? [] : [lower])].flatMap((need) => this.#byNeed.get(need) ?? []);
    const word = { key, places, followsOther: this.#followers.has(key), hasInnerCapital: INNER_CAPITAL.test(raw) };
    if (this.#words.size === MOST_WORDS) this.#words.clear();
    if (raw.length <= LONGEST_WORD) this.#words.set(raw, word);
    return word;
  }
}
