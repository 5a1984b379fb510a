import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';

/** Bytes looked at for UTF-16 without its mark. */
const SAMPLE = 4096;

/**
 * Text out of bytes, chunk by chunk: UTF-8, UTF-16 (either order, with or without its mark), else Windows-1258.
 * ASCII says nothing, so the choice between UTF-8 and Windows-1258 waits for the first other byte.
 */
export async function* decodeText(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let first = true;
  for await (const chunk of bytes) {
    if (first) decoder = utf16Of(chunk);
    const plain = decoder === undefined && isAscii(chunk);
    if (!plain) decoder ??= new TextDecoder(isUtf8(chunk) ? 'utf-8' : 'windows-1258');
    const text = decoder === undefined ? chunk.toString('latin1') : decoder.decode(chunk, { stream: true });
    first = false;
    if (text !== '') yield text;
  }
  const rest = decoder?.decode() ?? '';
  if (rest !== '') yield rest;
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
  // Latin letters, digits and separators have a zero as their high byte.
  const enough = sample.length / 8;
  if (odd > enough && even < odd / 8) return new TextDecoder('utf-16le');
  if (even > enough && odd < even / 8) return new TextDecoder('utf-16be');
  return undefined;
};

/** Valid up to a letter that the chunk cuts in two. */
const isUtf8 = (chunk: Buffer): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
};
