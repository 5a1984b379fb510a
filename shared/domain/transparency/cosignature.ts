/** A time of eight bytes precedes a witness's signature. */
export const TIME_BYTES = 8;
const SIGNATURE_BYTES = 64;

/** What a witness signs of a checkpoint: that at this time it is the largest it has seen of this log (tlog-cosignature, Ed25519). */
export const cosignedMessage = (secondsSince1970: number, checkpointText: string): string =>
  `cosignature/v1\ntime ${secondsSince1970}\n${checkpointText}`;

/** A witness's signature with its time before it. */
export function timedSignature(secondsSince1970: number, signature: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(TIME_BYTES + signature.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(secondsSince1970));
  bytes.set(signature, TIME_BYTES);
  return bytes;
}

/** When a witness signed, in seconds since 1970; undefined where the bytes are no signature of a witness. */
export function timeOf(timed: Uint8Array): number | undefined {
  if (timed.length !== TIME_BYTES + SIGNATURE_BYTES) return undefined;
  const time = Number(new DataView(timed.buffer, timed.byteOffset).getBigUint64(0));
  return Number.isSafeInteger(time) ? time : undefined;
}
