/** An element in a text. */
export interface XmlElement {
  readonly start: number;
  readonly end: number;
  /** The attributes: the text between the element's name and `>`. */
  readonly attributes: string;
  readonly inner: string;
  readonly text: string;
}

/**
 * Finds the elements of one name in a part of a workbook in order and in linear time. Nested elements of one name, and
 * names with a prefix, are not found.
 */
export function elementsIn(xml: string, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const close = `</${name}>`;
  for (let start = nextTag(xml, name, 0); start >= 0; ) {
    const tagEnd = xml.indexOf('>', start);
    if (tagEnd < 0) break;
    const alone = xml[tagEnd - 1] === '/';
    const innerEnd = alone ? tagEnd + 1 : xml.indexOf(close, tagEnd);
    if (innerEnd < 0) break;
    const end = alone ? innerEnd : innerEnd + close.length;
    found.push({
      start,
      end,
      attributes: xml.slice(start + name.length + 1, alone ? tagEnd - 1 : tagEnd),
      inner: alone ? '' : xml.slice(tagEnd + 1, innerEnd),
      text: xml.slice(start, end),
    });
    start = nextTag(xml, name, end);
  }
  return found;
}

function nextTag(xml: string, name: string, from: number): number {
  for (let at = xml.indexOf(`<${name}`, from); at >= 0; at = xml.indexOf(`<${name}`, at + 1)) {
    const next = xml[at + name.length + 1] ?? '';
    if (next === '>' || next === '/' || /\s/u.test(next)) return at;
  }
  return -1;
}
