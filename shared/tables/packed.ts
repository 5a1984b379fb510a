import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import { PACKING_DICTIONARY as dictionary } from './packing-dictionary.ts';

/** An item has a few kilobytes, for which zlib's default buffers would cost more time than packing. */
const FEW_KILOBYTES = { chunkSize: 4096, memLevel: 6, windowBits: 14, dictionary };

/**
 * Content up to this size is kept as it is: an item with it fits into one write unit, and packing costs more time
 * than writing it.
 */
const LONGEST_UNPACKED = 256;
/** The first byte of an only block that deflate leaves as it is; two numbers with the length of the content follow. */
const AS_IT_IS = 1;
const CONTENT_FROM = 5;

/**
 * Packs the parts of an item that no query needs into one attribute of a fifth of the size, because an item is billed
 * by its size at each write or read, and may have at most 400 KB.
 */
export const packed = (inside: Readonly<Record<string, unknown>>): Uint8Array<ArrayBuffer> =>
  deflated(JSON.stringify(inside));

function deflated(text: string): Uint8Array<ArrayBuffer> {
  const content = Buffer.from(text);
  // zlib returns a view of a larger buffer, which would be kept in memory as a whole
  if (content.length > LONGEST_UNPACKED) return new Uint8Array(deflateRawSync(content, FEW_KILOBYTES));
  const block = new Uint8Array(CONTENT_FROM + content.length);
  const [low, high] = [content.length & 0xff, content.length >> 8];
  block.set([AS_IT_IS, low, high, ~low, ~high]);
  block.set(content, CONTENT_FROM);
  return block;
}

const inflated = (bytes: Uint8Array): string =>
  bytes[0] === AS_IT_IS
    ? Buffer.from(bytes.buffer, bytes.byteOffset + CONTENT_FROM, bytes.byteLength - CONTENT_FROM).toString()
    : inflateRawSync(bytes, { dictionary }).toString();

/** A check and not a shape of zod's, which leaves out a part named `__proto__`. */
const Inside = z.custom<Record<string, unknown>>(
  (inside) => typeof inside === 'object' && inside !== null && !Array.isArray(inside),
);

export const unpacked = (bytes: Uint8Array): Record<string, unknown> => Inside.parse(JSON.parse(inflated(bytes)));

/** A packed attribute. */
export const PackedBytes = z.instanceof(Uint8Array);
/** An item with a packed attribute. */
export const Packed = z.looseObject({ packed: PackedBytes });

/** Unpacks an item; its content must still be parsed. */
export const Unpacked = Packed.transform(({ packed: bytes, ...open }) => ({ ...open, ...unpacked(bytes) }));
