/** The marks of letters that HTML names, such as `&ocirc;`. */
const MARKS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  breve: '\u0306',
};
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  dstrok: 'đ',
  Dstrok: 'Đ',
  ETH: 'Đ',
  ndash: '–',
};
/** A letter as HTML or JSON write it: `&#7877;`, `&#x1EC5;`, `&ocirc;`, `&amp;`, `\u1ec5`. */
const ESCAPED =
  /&#x([0-9a-f]{2,5});|&#(\d{2,6});|&([A-Za-z])(grave|acute|circ|tilde|breve);|&(amp|quot|apos|lt|gt|nbsp|dstrok|Dstrok|ETH|ndash);|\\u([0-9a-f]{4})/giu;
/** Bytes of letters as addresses of pages, mails and programs write them: `%E1%BB%85`, `=E1=BB=85`, `\xe1\xbb\x85`. */
const BYTES = /(?:[%=][c-f][0-9a-f][%=][89ab][0-9a-f])|\\x[c-f][0-9a-f]\\x[89ab][0-9a-f]/iu;
/** Some programs escape a text twice: `&amp;#7877;`. */
const MOST_TIMES = 3;

/** The text with its escaped letters in Unicode; undefined where it has none. */
export function withoutEscapes(text: string): string | undefined {
  if (!text.includes('&') && !text.includes('\\u')) return undefined;
  let plain = text;
  for (let times = 0; times < MOST_TIMES; times += 1) {
    const next = plain.replaceAll(ESCAPED, letterOf);
    if (next === plain) break;
    plain = next;
  }
  return plain === text ? undefined : plain.normalize('NFC');
}

/** Whether a text has escaped bytes, which are no letters of a name. */
export const hasEscapedBytes = (text: string): boolean => BYTES.test(text);

function letterOf(whole: string, hex?: string, decimal?: string, ...rest: readonly unknown[]): string {
  const [letter, mark, name, unit] = rest.map((part) => (typeof part === 'string' ? part : undefined));
  if (letter !== undefined && mark !== undefined) return letter + (MARKS[mark.toLowerCase()] ?? '');
  if (name !== undefined) return NAMED[name] ?? NAMED[name.toLowerCase()] ?? whole;
  const code = hex ?? unit;
  const point = code === undefined ? Number(decimal) : Number.parseInt(code, 16);
  return isLetter(point) ? String.fromCodePoint(point) : whole;
}

/** Whether a number is that of a visible sign of the first plane. */
const isLetter = (point: number): boolean => point >= 0x20 && point <= 0xfffd && !(point >= 0xd800 && point <= 0xdfff);
