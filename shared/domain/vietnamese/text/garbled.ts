/** The encodings in which UTF-8 is read by mistake, as maps from letters to bytes. */
const MISREAD = [
  new Map(Array.from({ length: 256 }, (_, byte) => [String.fromCharCode(byte), byte])),
  bytesOf('windows-1252'),
  bytesOf('windows-1258'),
  bytesOf('macintosh'),
];

/** The letters and signs of names, addresses and notes. */
const LATIN = /^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{Zs}₫°+=<>|~^`$]*$/u;
/** Matches ASCII and whole Vietnamese letters: most texts are like this and have lost nothing. */
const ORDINARY = /^[ -~À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]*$/u;
/** Two programs may each have read the text in a wrong encoding. */
const TIMES = 3;

/** Two letters that are the bytes of one UTF-8 character; no word has them side by side. */
const TRACES_OF_UTF8 =
  /á[»º]|·[ª∫]|[ÃĂ][\u0080-\u00BF]|Ä[\u0080-\u009F‘’“”•–—˜™š›œžŸƒ]|Æ[°¡]|∆[∞°]|ƒ[\u0080-\uFFFF]|[¬√][\u0080-\uFFFF]/u;
/**
 * Signs of a lost letter: a program's replacement character, a mark without a letter, a font's private letter, half a
 * surrogate pair.
 */
const LOST =
  /\uFFFD|[\p{L}\p{M}][¿□■▯][\p{L}\p{M}]|\?\p{M}|(?:^|[^\p{L}\p{M}\p{N}\p{So}])[\u0300-\u0323]|\p{Co}|\p{Cs}/u;
/** Matches a question mark beside a letter, which no name and no address contains. */
const QUESTIONED = /\p{L}\?|\?[\p{L}\p{M}]/u;

/**
 * Restores UTF-8 that was read as another encoding once or twice. Undefined where the text is not such a text or has
 * lost a byte. It must be called before cleaning, because cleaning drops control characters, which are bytes here.
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

/** Whether the text contains a replacement for a letter that a program could not write. */
const SUBSTITUTE = '\u001A';

/** Whether the text has lost letters that no encoding restores. */
export const isGarbled = (text: string): boolean =>
  !ORDINARY.test(text) && (text.includes(SUBSTITUTE) || LOST.test(text) || TRACES_OF_UTF8.test(text));

/** Whether a name or an address has lost letters; in these a question mark always is one. */
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
      // The bytes are no UTF-8, so the text was read correctly or comes from another encoding
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
