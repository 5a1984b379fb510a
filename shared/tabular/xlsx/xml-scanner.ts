import { brokenWorkbook, cutOffPart, declaresType, workbookTooBig } from './faults.ts';

/** Receives the elements of an XML text in order, with names without prefix; an empty element is opened and closed. */
export interface XmlSink {
  /** @param attributes the text of the attributes, for `attribute` */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Receives text with unresolved entities; long text comes in pieces. */
  text(raw: string): void;
}

/** The most characters of one tag, which no program exceeds. */
const LONGEST_TAG = 64 * 1024;
const CDATA = '<![CDATA[';
const DOCTYPE = '<!DOCTYPE';

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const SPACE = 0x20;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/**
 * Reads XML text that arrives in chunks. Each character is examined once, and only a tag that the chunk's end divides
 * is kept. Of the nesting only its end is verified, because a program that broke off leaves elements open. A DTD, which no workbook may have (ECMA-376 part 2), is refused, so no entity
 * stands for more than one character.
 */
export class XmlScanner {
  #rest = '';
  /** The number of elements that are open. */
  #depth = 0;
  /** The end mark of the open comment, CDATA section or instruction. */
  #until: '-->' | ']]>' | '?>' | undefined;
  readonly #sink: XmlSink;

  constructor(sink: XmlSink) {
    this.#sink = sink;
  }

  /** @throws {UnreadableFile} `broken`, `too_big` */
  push(chunk: string): void {
    const text = this.#rest + chunk;
    let at = 0;
    for (let next = this.#step(text, at); next > at; next = this.#step(text, at)) at = next;
    this.#rest = text.slice(at);
    if (this.#rest.length > LONGEST_TAG) throw workbookTooBig();
  }

  /**
   * Ends the text.
   * @throws {UnreadableFile} `broken` where it is cut off
   */
  end(): void {
    if (this.#depth > 0 || this.#until !== undefined || this.#rest.trim() !== '') throw cutOffPart();
  }

  /** The position from which to continue; `at` itself where the next chunk is needed. */
  #step(text: string, at: number): number {
    if (at >= text.length) return at;
    if (this.#until !== undefined) return this.#within(text, at, this.#until);
    if (text.charCodeAt(at) !== LESS) {
      const tag = text.indexOf('<', at);
      const end = tag === -1 ? text.length : tag;
      this.#sink.text(text.slice(at, end));
      return end;
    }
    const second = text.charCodeAt(at + 1);
    if (second === BANG) return this.#marked(text, at);
    if (second !== QUESTION) return this.#tag(text, at);
    this.#until = '?>';
    return at + 2;
  }

  #within(text: string, at: number, until: string): number {
    const found = text.indexOf(until, at);
    // The chunk's end may divide the end mark
    const end = found === -1 ? Math.max(at, text.length - until.length + 1) : found;
    if (until === ']]>' && end > at) this.#sink.text(text.slice(at, end).replaceAll('&', '&amp;'));
    if (found === -1) return end;
    this.#until = undefined;
    return found + until.length;
  }

  #marked(text: string, at: number): number {
    if (text.startsWith('<!--', at)) {
      this.#until = '-->';
      return at + 4;
    }
    if (text.startsWith(CDATA, at)) {
      this.#until = ']]>';
      return at + CDATA.length;
    }
    if (text.length - at >= CDATA.length) throw text.startsWith(DOCTYPE, at) ? declaresType() : brokenWorkbook();
    return at;
  }

  #tag(text: string, at: number): number {
    const end = tagEnd(text, at + 1);
    if (end === -1) return at;
    if (text.charCodeAt(at + 1) === SLASH) {
      this.#depth -= 1;
      this.#sink.close(localName(text, at + 2, end));
      return end + 1;
    }
    const empty = text.charCodeAt(end - 1) === SLASH;
    const last = empty ? end - 1 : end;
    let nameEnd = at + 1;
    while (nameEnd < last && text.charCodeAt(nameEnd) > SPACE) nameEnd += 1;
    const name = localName(text, at + 1, nameEnd);
    this.#sink.open(name, text.slice(nameEnd, last));
    if (empty) this.#sink.close(name);
    else this.#depth += 1;
    return end + 1;
  }
}

/** The position of the `>` that ends the tag, outside quotes; -1 where it isn't in the text yet. */
const tagEnd = (text: string, from: number): number => {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === GREATER) return at;
    if (code !== QUOTE && code !== APOSTROPHE) continue;
    at = text.indexOf(code === QUOTE ? '"' : "'", at + 1);
    if (at === -1) return -1;
  }
  return -1;
};

const localName = (text: string, from: number, to: number): string => {
  const name = text.slice(from, to).trimEnd();
  const colon = name.lastIndexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
};

/** Passes the chunks of a whole text to a sink and yields after each. */
export async function* scanChunks(text: AsyncIterable<string>, sink: XmlSink): AsyncGenerator<void> {
  const scanner = new XmlScanner(sink);
  for await (const chunk of text) {
    scanner.push(chunk);
    yield;
  }
  scanner.end();
}
