/** File systems take parts of 255 bytes, and an ending is put behind the last one. */
const LONGEST_PART = 200;
/** A folder that is called like a receipt would stand where a receipt has to lie. */
const LIKE_A_RECEIPT = /\.(?=(?:json|rejected\.csv)$)/iu;

const escape = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/**
 * The path at which what belongs to an object's name lies in the folder of results. Most names stay as they are. What a
 * file system takes for something else is written `%XX` for each byte, as in a URL: control characters, a backslash, the
 * parts `.` and `..`, a slash with nothing before or after it, a percent sign that would else be read as one of these, and
 * the dot of a folder called `….json`. A part of more than 200 bytes goes on in the next folder where it ends in `%`.
 * So every name has a place of its own and can be read back from it: join what ends in `%`, then decode.
 * @param strict also for file systems that take two letters for one: whatever is not a small letter or a digit of ASCII
 */
export function pathOnDisk(name: string, strict = false): string {
  const unusual = strict ? /[^a-z0-9._\-%]/gu : /[\p{Cc}\\]/gu;
  const parts = name
    .replaceAll(/%(?=[0-9a-f]{2}|\/|$)/giu, '%25')
    .replaceAll(unusual, (letter) => (letter === '/' ? letter : escape(letter)))
    .replaceAll(/^\/+|\/+$|(?<=\/)\/+/gu, escape)
    .split('/');
  return parts
    .flatMap((part, n) => pieces(n < parts.length - 1 ? part.replace(LIKE_A_RECEIPT, escape) : part))
    .join('/');
}

/** Cut between letters, and never inside a `%XX`. */
function pieces(part: string): string[] {
  const cut: string[] = [];
  let piece = '';
  for (const letter of part.match(/%[0-9A-F]{2}|./gsu) ?? []) {
    if (Buffer.byteLength(piece + letter) > LONGEST_PART) {
      cut.push(`${piece}%`);
      piece = '';
    }
    piece += letter;
  }
  return [...cut, /^\.{1,2}$/u.test(piece) ? escape(piece) : piece];
}
