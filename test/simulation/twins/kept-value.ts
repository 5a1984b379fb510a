/**
 * Copies a value as the document client does on its way to the table and back, without absent values. The copy is never
 * changed.
 */
export function keptValue<T>(value: T): T {
  if (typeof value !== 'object' || value === null || copies.has(value)) return value;
  const copy = copyOf(value);
  copies.add(copy);
  return copy;
}

/** Whoever writes again what he has read need not have it copied again. */
const copies = new WeakSet<object>();

function copyOf<T extends object>(value: T): T {
  if (Array.isArray(value)) return Object.freeze(value.filter((one) => one !== undefined).map(keptValue)) as T;
  if (value instanceof Set) return new Set(value) as T;
  if (value instanceof Uint8Array) return bytesOnce(value) as Uint8Array & T;
  const copied: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) if (one !== undefined) copied[key] = keptValue(one);
  return Object.freeze(copied) as T;
}

/** Bytes are never changed in place, so that they are copied once. */
function bytesOnce(bytes: Uint8Array): Uint8Array {
  const known = bytesCopied.get(bytes) ?? Uint8Array.from(bytes);
  bytesCopied.set(bytes, known);
  return known;
}

const bytesCopied = new WeakMap<Uint8Array, Uint8Array>();
