import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';

/** The number of bytes that are examined for UTF-16 without a byte order mark. */
const SAMPLE = 4096;
/**
 * The number of valid UTF-8 letters beside which a broken byte counts as damage, because Windows-1258 hardly ever looks
 * like UTF-8.
 */
const SOUND_TO_BROKEN = 4;
/** UTF-16 text has at least one zero in this number of bytes, because each Latin letter, digit or separator has one. */
const ZEROS = 8;
const SPACE = 0x20;
const TAB = 0x09;
const CARRIAGE_RETURN = 0x0d;

/**
 * Decodes bytes chunk by chunk: UTF-8, UTF-16 (either order, with or without a byte order mark), otherwise
 * Windows-1258. The choice between UTF-8 and Windows-1258 waits for the first byte that is not ASCII.
 */
export async function* decodeText(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let held: Buffer = Buffer.alloc(0);
  let first = true;
  for await (const next of bytes) {
    const chunk = held.length === 0 ? next : Buffer.concat([held, next]);
    held = Buffer.alloc(0);
    if (first) decoder = utf16Of(chunk);
    first = false;
    if (decoder === undefined && isAscii(chunk)) {
      yield chunk.toString('latin1');
      continue;
    }
    decoder ??= eightBitOf(chunk);
    if (decoder === undefined) held = chunk;
    else yield decoder.decode(chunk, { stream: true });
  }
  decoder ??= new TextDecoder('windows-1258');
  yield decoder.decode(held);
}

const utf16Of = (chunk: Buffer): TextDecoder | undefined => {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return new TextDecoder('utf-16le');
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return new TextDecoder('utf-16be');
  const sample = chunk.subarray(0, SAMPLE);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const enough = sample.length / ZEROS;
  if (odd > enough && even < odd / ZEROS) return new TextDecoder('utf-16le');
  if (even > enough && odd < even / ZEROS) return new TextDecoder('utf-16be');
  return undefined;
};

/** Undefined where the chunk's end divides the only letter outside ASCII, so that both encodings are possible. */
const eightBitOf = (chunk: Buffer): TextDecoder | undefined => {
  if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) return new TextDecoder('utf-8');
  const noText = chunk.findIndex((byte) => byte < SPACE && !isLayout(byte));
  const ofText = noText === -1 ? undefined : encodingOf(chunk.subarray(0, noText));
  return ofText ?? encodingOf(chunk);
};

/** The bytes of another kind of file behind a text, which have control characters, don't decide about the text. */
const isLayout = (control: number): boolean => control >= TAB && control <= CARRIAGE_RETURN;

const encodingOf = (bytes: Buffer): TextDecoder | undefined => {
  try {
    const whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
    return /\P{ASCII}/u.test(whole) ? new TextDecoder('utf-8') : undefined;
  } catch {
    return new TextDecoder(isDamagedUtf8(bytes) ? 'utf-8' : 'windows-1258');
  }
};

const isDamagedUtf8 = (chunk: Buffer): boolean => {
  const letters = new TextDecoder('utf-8').decode(chunk, { stream: true }).match(/\P{ASCII}/gu) ?? [];
  const broken = letters.filter((letter) => letter === '\uFFFD').length;
  return letters.length - broken >= broken * SOUND_TO_BROKEN;
};
