import { workbookTooBig } from './inflate-part.ts';

/** Characters of one element at most: a row of a sheet, a text. */
const LONGEST_ELEMENT = 2 * 1024 * 1024;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Entities resolved, and the `_x000D_` that spreadsheets write for control characters. */
export function xmlText(text: string): string {
  let plain = text;
  if (plain.includes('<![CDATA['))
    plain = plain.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/gu, (_, raw: string) => raw.replaceAll('&', '&amp;'));
  if (plain.includes('&')) plain = plain.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/giu, entity);
  if (plain.includes('_x'))
    plain = plain.replace(/_x([0-9a-f]{4})_/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return plain;
}

/** An attribute's value; `name` as written, prefix and all. */
export function attribute(tag: string, name: string): string | undefined {
  const match = attributePattern(name).exec(tag);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : xmlText(value);
}

/**
 * The elements of one name in an XML text that arrives in chunks, each whole, from `<row` to `</row>`. They don't nest.
 * Prefixes of names (`<x:row`) are taken as they come.
 */
export async function* elements(text: AsyncIterable<string>, name: string): AsyncGenerator<readonly string[]> {
  const opening = new RegExp(`<((?:[\\w.-]+:)?)${name}(?=[\\s/>])`, 'gu');
  let rest = '';
  for await (const chunk of text) {
    rest += chunk;
    const { found, end } = wholeElements(rest, name, opening);
    rest = rest.slice(end);
    if (rest.length > LONGEST_ELEMENT) throw workbookTooBig();
    if (found.length > 0) yield found;
  }
}

const wholeElements = (text: string, name: string, opening: RegExp): { found: string[]; end: number } => {
  const found: string[] = [];
  let end = 0;
  opening.lastIndex = 0;
  for (let start = opening.exec(text); start !== null; start = opening.exec(text)) {
    const tagEnd = text.indexOf('>', opening.lastIndex);
    if (tagEnd === -1) return { found, end: start.index };
    const close = closeOf(text, tagEnd, `</${start[1] ?? ''}${name}>`);
    if (close === -1) return { found, end: start.index };
    found.push(text.slice(start.index, close));
    end = close;
    opening.lastIndex = close;
  }
  // A tag may be cut in two by the chunk's end.
  return { found, end: Math.max(end, text.length - name.length - 64) };
};

/** Where the element ends whose first tag ends at `tagEnd`; -1 if that isn't here yet. */
const closeOf = (text: string, tagEnd: number, closing: string): number => {
  if (text.charCodeAt(tagEnd - 1) === SLASH) return tagEnd + 1;
  const at = text.indexOf(closing, tagEnd);
  return at === -1 ? -1 : at + closing.length;
};

const SLASH = 0x2f;

const patterns = new Map<string, RegExp>();
const attributePattern = (name: string): RegExp => {
  const known = patterns.get(name);
  if (known !== undefined) return known;
  const pattern = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u');
  patterns.set(name, pattern);
  return pattern;
};

const entity = (whole: string, hex?: string, decimal?: string, name?: string): string => {
  if (name !== undefined) return NAMED[name] ?? whole;
  const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
};
