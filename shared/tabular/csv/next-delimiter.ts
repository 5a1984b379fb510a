/**
 * Finds the next delimiter from a position on and keeps it, so that a part of the text without one is searched once,
 * however many records it has and also after a broken record.
 */
export class NextDelimiter {
  #from = 0;
  #found = -1;
  readonly #text: string;
  readonly #delimiter: string;

  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
  }

  /** The position of the next delimiter, or the text's length where there is none. */
  at(place: number): number {
    if (place > this.#found) {
      this.#found = this.#orEnd(this.#text.indexOf(this.#delimiter, place));
      this.#from = place;
    } else if (place < this.#from) {
      const before = this.#text.slice(place, this.#from).indexOf(this.#delimiter);
      if (before !== -1) this.#found = place + before;
      this.#from = place;
    }
    return this.#found;
  }

  #orEnd(place: number): number {
    return place === -1 ? this.#text.length : place;
  }
}
