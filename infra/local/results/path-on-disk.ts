/** File systems allow parts of 255 bytes, and an ending is added to the last part. */
const LONGEST_PART = 200;
/** A folder with the name of a receipt would be in the way of that receipt. */
const LIKE_A_RECEIPT = /\.(?=(?:json|rejected\.csv)$)/iu;

const escape = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/**
 * The path in the results folder for an object's name. Most names stay as they are. Characters that a file system does
 * not allow or reads differently are written as `%XX` for each byte, as in a URL: control characters, a backslash, the
 * parts `.` and `..`, a slash with nothing before or after it, a percent sign that would otherwise be read as one of
 * these, and the dot of a folder named `….json`. A part of more than 200 bytes ends in `%` and continues in the next
 * folder. So every name has its own path, from which it can be read back: join the parts that end in `%`, then decode.
 * @param strict encodes everything but small letters and digits of ASCII, for file systems that treat two names as the
 * same
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

/** Cuts a part between characters, and never inside a `%XX`. */
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
