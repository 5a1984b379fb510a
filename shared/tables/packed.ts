import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';

/** An item has a few kilobytes: zlib's stores for a large text take longer to make than it takes to pack one. */
const FEW_KILOBYTES = { chunkSize: 4096, memLevel: 6, windowBits: 13 };

/**
 * An item is billed by its size whenever any part of it is written or read, and may have 400 KB: the parts that no
 * query asks for are in one attribute, in a third of the size.
 */
export const packed = (inside: Readonly<Record<string, unknown>>): Uint8Array =>
  // What zlib gives is a view of a larger buffer: it would be held, and handed on, with the whole of it
  new Uint8Array(deflateRawSync(JSON.stringify(inside), FEW_KILOBYTES));

const Inside = z.record(z.string(), z.unknown());

export const unpacked = (bytes: Uint8Array): Record<string, unknown> =>
  Inside.parse(JSON.parse(inflateRawSync(bytes).toString()));

/** An item that has such an attribute. */
export const Packed = z.looseObject({ packed: z.instanceof(Uint8Array) });

/** The item as it was before it was packed, yet to be checked. */
export const Unpacked = Packed.transform(({ packed: bytes, ...open }) => ({ ...open, ...unpacked(bytes) }));
