import { base64Of, bytesOfBase64, bytesOfText } from './base64.ts';
import { cosignedMessage, TIME_BYTES, timeOf } from './cosignature.ts';
import { sameBytes } from './tree-hash.ts';
import { isKeyName, type VerifierKey } from './verifier-key.ts';

/** Whether an Ed25519 signature of 64 bytes is that key's over the message. */
export type VerifySignature = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/** A signature as its line has it. */
export interface NoteSignature {
  readonly name: string;
  readonly keyId: Uint8Array;
  /** All that comes after the key's id. */
  readonly bytes: Uint8Array;
}

export interface SignedNote {
  /** Ends in a newline; what is signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const MOST_SIGNATURES = 100;
const KEY_ID_BYTES = 4;
const LINE = /^\u2014 (?<name>[^ ]+) (?<encoded>[A-Za-z0-9+/]+={0,2})$/u;

/** `— name base64(key id and signature)`, with its newline. */
export const signatureLine = ({ name, keyId, bytes }: NoteSignature): string =>
  `\u2014 ${name} ${base64Of(Uint8Array.of(...keyId, ...bytes))}\n`;

export const textOfNote = ({ text, signatures }: SignedNote): string =>
  `${text}\n${signatures.map(signatureLine).join('')}`;

/** Undefined where it is no signature line. */
export function signatureOfLine(line: string): NoteSignature | undefined {
  const { name = '', encoded = '' } = LINE.exec(line)?.groups ?? {};
  const bytes = bytesOfBase64(encoded);
  if (!isKeyName(name) || !bytes || bytes.length <= KEY_ID_BYTES) return undefined;
  return { name, keyId: bytes.slice(0, KEY_ID_BYTES), bytes: bytes.slice(KEY_ID_BYTES) };
}

/** Undefined where the text is no signed note; nothing is believed of it yet. */
export function parseNote(note: string): SignedNote | undefined {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n') || hasForbidden(note)) return undefined;
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) return undefined;
  const signatures = lines.map(signatureOfLine);
  const known = signatures.filter((signature) => signature !== undefined);
  return known.length === signatures.length ? { text: note.slice(0, end + 1), signatures: known } : undefined;
}

/** Control characters, and the character that replaces bytes that are no text. */
const hasForbidden = (note: string): boolean => note.includes('\ufffd') || /(?!\n)\p{Cc}/u.test(note);

/** The signatures of a note by believed keys. */
export interface Signed {
  readonly key: VerifierKey;
  /** The time at which a witness signed, in seconds since 1970. */
  readonly time: number | undefined;
}

/**
 * The believed keys that signed a note. Signatures of unknown keys count for nothing.
 * @returns `'forged'` where a signature names a believed key and is not that key's
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
