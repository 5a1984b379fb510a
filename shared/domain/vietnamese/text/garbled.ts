/** Encodings that UTF-8 is read in by mistake: their letters as bytes. */
const MISREAD = [
  new Map(Array.from({ length: 256 }, (_, byte) => [String.fromCharCode(byte), byte])),
  bytesOf('windows-1252'),
  bytesOf('windows-1258'),
  bytesOf('macintosh'),
];

/** The letters and signs of names, addresses and notes. */
const LATIN = /^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{Zs}₫°+=<>|~^`$]*$/u;
/** ASCII and whole Vietnamese letters: nothing is lost of such a text, and most texts are. */
const ORDINARY = /^[ -~À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]*$/u;
/** Two programs may each have read the text in a wrong encoding. */
const TIMES = 3;

/** A byte of UTF-8 as a letter, beside the one that it belongs to: no word has them together. */
const TRACES_OF_UTF8 =
  /á[»º]|·[ª∫]|[ÃĂ][\u0080-\u00BF]|Ä[\u0080-\u009F‘’“”•–—˜™š›œžŸƒ]|Æ[°¡]|∆[∞°]|ƒ[\u0080-\uFFFF]|[¬√][\u0080-\uFFFF]/u;
/**
 * Replacements that programs write for a letter that they can't write; a mark on no letter; letters of a font's own;
 * half a letter.
 */
const LOST =
  /\uFFFD|[\p{L}\p{M}][¿□■▯][\p{L}\p{M}]|\?\p{M}|(?:^|[^\p{L}\p{M}\p{N}\p{So}])[\u0300-\u0323]|\p{Co}|\p{Cs}/u;
/** No name and no address has a question mark at a letter. */
const QUESTIONED = /\p{L}\?|\?[\p{L}\p{M}]/u;

/**
 * UTF-8 that was read as another encoding, once or twice, as it was meant. Undefined where the text is none, or has lost a byte.
 * Call it on the cell as it came: cleaning drops control characters, which are bytes here.
 */
export function repairMojibake(text: string): string | undefined {
  let read: string | undefined;
  for (let left = TIMES; left > 0; left -= 1) {
    const next = readOnceMore(read ?? text);
    if (next === undefined) return read;
    read = next;
  }
  return read;
}

/** Stands where a program had no letter to write. */
const SUBSTITUTE = '\u001A';

/** Has letters that no encoding gives back. */
export const isGarbled = (text: string): boolean =>
  !ORDINARY.test(text) && (text.includes(SUBSTITUTE) || LOST.test(text) || TRACES_OF_UTF8.test(text));

/** The same for a name or an address, in which a question mark is always a lost letter. */
export const isGarbledName = (text: string): boolean =>
  (text.includes('?') && QUESTIONED.test(text)) || isGarbled(text);

function readOnceMore(text: string): string | undefined {
  if (ORDINARY.test(text) || !TRACES_OF_UTF8.test(text)) return undefined;
  for (const letters of MISREAD) {
    const bytes = asBytes(text, letters);
    if (bytes === undefined) continue;
    try {
      const read = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      if (LATIN.test(read) || stillMisread(read)) return read;
    } catch {
      // Bytes that are no UTF-8: read rightly, or in another encoding
    }
  }
  return undefined;
}

const stillMisread = (text: string): boolean => TRACES_OF_UTF8.test(text);

function asBytes(text: string, letters: ReadonlyMap<string, number>): Uint8Array | undefined {
  const bytes: number[] = [];
  for (const letter of text) {
    const byte = letters.get(letter);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

function bytesOf(encoding: string): ReadonlyMap<string, number> {
  const decoder = new TextDecoder(encoding);
  return new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
}
