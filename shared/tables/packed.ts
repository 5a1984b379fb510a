import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';

/**
 * An item is billed by its size whenever any part of it is written or read, and may have 400 KB: the parts that no
 * query asks for are in one attribute, in a third of the size.
 */
export const packed = (inside: Readonly<Record<string, unknown>>): Uint8Array =>
  // What zlib gives is a view of a buffer ten times its size: it would be held, and handed on, with the whole of it
  Uint8Array.from(deflateRawSync(JSON.stringify(inside)));

export const unpacked = (bytes: Uint8Array): Record<string, unknown> =>
  z.record(z.string(), z.unknown()).parse(JSON.parse(inflateRawSync(bytes).toString()));

/** An item that has such an attribute. */
export const Packed = z.looseObject({ packed: z.instanceof(Uint8Array) });

/** The item as it was before it was packed, yet to be checked. */
export const Unpacked = Packed.transform(({ packed: bytes, ...open }) => ({ ...open, ...unpacked(bytes) }));
