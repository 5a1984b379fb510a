import { base64Of, bytesOfBase64, bytesOfText } from './base64.ts';
import { HASH_BYTES, sameBytes, type TreeHead } from './tree-hash.ts';
import { isKeyName, type VerifierKey } from './verifier-key.ts';

/** The number of bytes of the time before a witness's signature. */
export const TIME_BYTES = 8;
const SIGNATURE_BYTES = 64;

/**
 * The message that a witness signs: at this time the checkpoint is the largest that it has seen of this log
 * (tlog-cosignature, Ed25519).
 */
export const cosignedMessage = (secondsSince1970: number, checkpointText: string): string =>
  `cosignature/v1\ntime ${secondsSince1970}\n${checkpointText}`;

/** The time of a witness's signature in seconds since 1970; undefined where the bytes are no such signature. */
export function timeOf(timed: Uint8Array): number | undefined {
  if (timed.length !== TIME_BYTES + SIGNATURE_BYTES) return undefined;
  const time = Number(new DataView(timed.buffer, timed.byteOffset).getBigUint64(0));
  return Number.isSafeInteger(time) ? time : undefined;
}

/** Verifies an Ed25519 signature of 64 bytes over a message. */
export type VerifySignature = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/** A signature line of a note. */
export interface NoteSignature {
  readonly name: string;
  readonly keyId: Uint8Array;
  /** The bytes after the key's id. */
  readonly bytes: Uint8Array;
}

interface SignedNote {
  /** The signed text, which ends with a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const MOST_SIGNATURES = 100;
const KEY_ID_BYTES = 4;
const LINE = /^\u2014 (?<name>[^ ]+) (?<encoded>[A-Za-z0-9+/]+={0,2})$/u;

/** Writes a signature line, `— name base64(key id and signature)`, with its newline. */
export const signatureLine = ({ name, keyId, bytes }: NoteSignature): string =>
  `\u2014 ${name} ${base64Of(Uint8Array.of(...keyId, ...bytes))}\n`;

export const textOfNote = ({ text, signatures }: SignedNote): string =>
  `${text}\n${signatures.map(signatureLine).join('')}`;

/** Parses a signature line; undefined for other lines. */
export function signatureOfLine(line: string): NoteSignature | undefined {
  const { name = '', encoded = '' } = LINE.exec(line)?.groups ?? {};
  const bytes = bytesOfBase64(encoded);
  if (!isKeyName(name) || !bytes || bytes.length <= KEY_ID_BYTES) return undefined;
  return { name, keyId: bytes.slice(0, KEY_ID_BYTES), bytes: bytes.slice(KEY_ID_BYTES) };
}

/** Parses a signed note without verifying it; undefined where the text is no signed note. */
export function parseNote(note: string): SignedNote | undefined {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n') || hasForbidden(note)) return undefined;
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) return undefined;
  const signatures = lines.map(signatureOfLine);
  const known = signatures.filter((signature) => signature !== undefined);
  return known.length === signatures.length ? { text: note.slice(0, end + 1), signatures: known } : undefined;
}

/** Control characters, and the replacement character for invalid bytes. */
const hasForbidden = (note: string): boolean => note.includes('\ufffd') || /(?!\n)\p{Cc}/u.test(note);

/** A trusted key that signed a note. */
interface Signed {
  readonly key: VerifierKey;
  /** The time at which a witness signed, in seconds since 1970. */
  readonly time: number | undefined;
}

/**
 * Finds the trusted keys that signed a note. Signatures of unknown keys are ignored. @returns `'forged'` where a
 * signature names a trusted key but is invalid
 */
export function signersOf(
  { text, signatures }: SignedNote,
  keys: readonly VerifierKey[],
  verify: VerifySignature,
): readonly Signed[] | 'forged' {
  const signed: Signed[] = [];
  for (const { name, keyId, bytes } of signatures) {
    const key = keys.find((one) => one.name === name && sameBytes(one.id, keyId));
    if (!key) continue;
    const time = key.type === 'cosignature' ? timeOf(bytes) : undefined;
    if (key.type === 'cosignature' && time === undefined) return 'forged';
    const message = time === undefined ? text : cosignedMessage(time, text);
    const signature = time === undefined ? bytes : bytes.slice(TIME_BYTES);
    if (!verify(key.publicKey, bytesOfText(message), signature)) return 'forged';
    signed.push({ key, time });
  }
  return signed;
}

/** The signed content of a log's tree (tlog-checkpoint). */
interface Checkpoint extends TreeHead {
  /** The name of the log. */
  readonly origin: string;
}

export const checkpointText = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${base64Of(root)}\n`;

/**
 * Parses the content of a checkpoint; undefined where the text describes no tree. Lines after the third are allowed and
 * ignored.
 */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin = '', size = '', encoded = '', ...rest] = text.split('\n');
  const root = bytesOfBase64(encoded);
  const extensions = rest.slice(0, -1);
  if (origin === '' || root?.length !== HASH_BYTES || rest.at(-1) !== '' || extensions.includes('')) return undefined;
  if (!/^(?:0|[1-9]\d*)$/u.test(size) || !Number.isSafeInteger(Number(size))) return undefined;
  return { origin, size: Number(size), root };
}

/** A checkpoint that its log has signed, with the witnesses that co-signed it. */
export interface OpenedCheckpoint extends Checkpoint {
  readonly note: SignedNote;
  readonly witnesses: readonly Signed[];
}

/** The reasons why a checkpoint is not trusted. */
export type CheckpointFault = 'no_checkpoint' | 'other_log' | 'not_signed' | 'forged';

/** Opens a signed checkpoint. @param keys the trusted keys: the log's own, of type `note`, and those of witnesses */
export function openCheckpoint(
  note: string,
  keys: readonly VerifierKey[],
  verify: VerifySignature,
): OpenedCheckpoint | CheckpointFault {
  const parsed = parseNote(note);
  const checkpoint = parsed && parseCheckpoint(parsed.text);
  if (!checkpoint) return 'no_checkpoint';
  const own = keys.filter(({ type }) => type === 'note');
  if (!own.some(({ name }) => name === checkpoint.origin)) return 'other_log';
  const signed = signersOf(parsed, keys, verify);
  if (signed === 'forged') return 'forged';
  if (!signed.some(({ key }) => own.includes(key))) return 'not_signed';
  return { ...checkpoint, note: parsed, witnesses: signed.filter(({ key }) => key.type === 'cosignature') };
}
