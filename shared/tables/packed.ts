import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';

/** An item has a few kilobytes, for which zlib's default buffers would cost more time than packing. */
const FEW_KILOBYTES = { chunkSize: 4096, memLevel: 6, windowBits: 13 };

/**
 * Packs the parts of an item that no query needs into one attribute of a third of the size, because an item is billed
 * by its size at each write or read, and may have at most 400 KB.
 */
export const packed = (inside: Readonly<Record<string, unknown>>): Uint8Array =>
  // zlib returns a view of a larger buffer, which would be kept in memory as a whole
  new Uint8Array(deflateRawSync(JSON.stringify(inside), FEW_KILOBYTES));

const Inside = z.record(z.string(), z.unknown());

export const unpacked = (bytes: Uint8Array): Record<string, unknown> =>
  Inside.parse(JSON.parse(inflateRawSync(bytes).toString()));

/** An item with a packed attribute. */
export const Packed = z.looseObject({ packed: z.instanceof(Uint8Array) });

/** Unpacks an item; its content must still be parsed. */
export const Unpacked = Packed.transform(({ packed: bytes, ...open }) => ({ ...open, ...unpacked(bytes) }));
