/** The number of bytes of the time before a witness's signature. */
export const TIME_BYTES = 8;
const SIGNATURE_BYTES = 64;

/**
 * The message that a witness signs: at this time the checkpoint is the largest that it has seen of this log
 * (tlog-cosignature, Ed25519).
 */
export const cosignedMessage = (secondsSince1970: number, checkpointText: string): string =>
  `cosignature/v1\ntime ${secondsSince1970}\n${checkpointText}`;

/** Joins a witness's signature with its time. */
export function timedSignature(secondsSince1970: number, signature: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(TIME_BYTES + signature.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(secondsSince1970));
  bytes.set(signature, TIME_BYTES);
  return bytes;
}

/** The time of a witness's signature in seconds since 1970; undefined where the bytes are no such signature. */
export function timeOf(timed: Uint8Array): number | undefined {
  if (timed.length !== TIME_BYTES + SIGNATURE_BYTES) return undefined;
  const time = Number(new DataView(timed.buffer, timed.byteOffset).getBigUint64(0));
  return Number.isSafeInteger(time) ? time : undefined;
}
