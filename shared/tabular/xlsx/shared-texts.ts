import { type Cell, cellOfText, CROSSED_OUT } from '../cell.ts';
import { RichText } from './rich-text.ts';
import type { XmlSink } from './xml-scanner.ts';

/** Reads from `sharedStrings.xml` the texts that cells refer to by number. */
export class SharedTexts implements XmlSink {
  readonly all: Cell[] = [];
  readonly #text: RichText;

  constructor(longest: number) {
    this.#text = new RichText(longest);
  }

  open(name: string, attributes: string): void {
    if (name === 'si') this.#text.start();
    else this.#text.open(name, attributes);
  }

  close(name: string): void {
    if (name === 'si') this.all.push(this.#text.crossedOut ? CROSSED_OUT : cellOfText(this.#text.plain));
    else this.#text.close(name);
  }

  text(raw: string): void {
    this.#text.add(raw);
  }
}
