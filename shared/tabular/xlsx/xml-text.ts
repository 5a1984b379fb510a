const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Entities resolved, and the `_x000D_` that spreadsheets write for control characters. */
export function unescapeXml(raw: string): string {
  let plain = raw;
  if (plain.includes('&')) plain = plain.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/giu, entity);
  if (plain.includes('_x'))
    plain = plain.replace(/_x([0-9a-f]{4})_/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return plain;
}

/** The value of an attribute in the text of all of a tag's attributes. A name `:id` is one with any prefix. */
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

const SPACE = 0x20;

const entity = (whole: string, hex?: string, decimal?: string, name?: string): string => {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
};
