import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import { PACKING_FORMS, WRITTEN_FORM } from './packing-forms.ts';

/** An item has a few kilobytes, for which zlib's default buffers would cost more time than packing. */
const FEW_KILOBYTES = { chunkSize: 4096, memLevel: 6, windowBits: 14 };

/**
 * Content up to this size is kept as it is: an item with it fits into one write unit, and packing costs more time
 * than writing it.
 */
const LONGEST_UNPACKED = 256;
/** The first byte of an only block that deflate leaves as it is; two numbers with the length of the content follow. */
const AS_IT_IS = 1;
const CONTENT_FROM = 5;

/** A later release wrote the item. Its own functions read it, so the message goes back and is tried again. */
class FormNotKnown extends Error {
  override readonly name = 'FormNotKnown';
}

/**
 * Packs the parts of an item that no query needs into one attribute of a fifth of the size, because an item is billed
 * by its size at each write or read, and may have at most 400 KB. The first byte is the number of the form.
 */
export function packed(inside: Readonly<Record<string, unknown>>): Uint8Array<ArrayBuffer> {
  const later = PACKING_FORMS.slice(WRITTEN_FORM).reverse();
  const parts = later.reduce((now, { back }) => back?.(now) ?? now, { ...inside });
  const content = deflated(JSON.stringify(parts));
  // zlib returns a view of a larger buffer, which would be kept in memory as a whole
  const bytes = new Uint8Array(1 + content.length);
  bytes[0] = WRITTEN_FORM;
  bytes.set(content, 1);
  return bytes;
}

function deflated(text: string): Uint8Array {
  const content = Buffer.from(text);
  if (content.length > LONGEST_UNPACKED)
    return deflateRawSync(content, { ...FEW_KILOBYTES, dictionary: dictionaryOf(WRITTEN_FORM) });
  const [low, high] = [content.length & 0xff, content.length >> 8];
  return Buffer.concat([Uint8Array.of(AS_IT_IS, low, high, ~low, ~high), content]);
}

const inflated = (bytes: Uint8Array, form: number): string =>
  bytes[0] === AS_IT_IS
    ? Buffer.from(bytes.buffer, bytes.byteOffset + CONTENT_FROM, bytes.byteLength - CONTENT_FROM).toString()
    : inflateRawSync(bytes, { dictionary: dictionaryOf(form) }).toString();

/** @throws {FormNotKnown} */
function dictionaryOf(form: number): Uint8Array {
  const known = PACKING_FORMS[form - 1];
  if (!known) throw new FormNotKnown();
  return known.dictionary;
}

/** A check and not a shape of zod's, which leaves out a part named `__proto__`. */
const Inside = z.custom<Record<string, unknown>>(
  (inside) => typeof inside === 'object' && inside !== null && !Array.isArray(inside),
);

/** The parts in the last form. @throws {FormNotKnown} */
export function unpacked(bytes: Uint8Array): Record<string, unknown> {
  const [form = 0] = bytes;
  if (form > PACKING_FORMS.length) throw new FormNotKnown();
  const stored = Inside.parse(JSON.parse(inflated(bytes.subarray(1), form)));
  return PACKING_FORMS.slice(form).reduce((parts, { from }) => from?.(parts) ?? parts, stored);
}

/** A packed attribute. */
export const PackedBytes = z.instanceof(Uint8Array);
/** An item with a packed attribute. */
export const Packed = z.looseObject({ packed: PackedBytes });

/** Unpacks an item; its content must still be parsed. */
export const Unpacked = Packed.transform(({ packed: bytes, ...open }) => ({ ...open, ...unpacked(bytes) }));
