import { base64Of, bytesOfBase64 } from './base64.ts';
import type { TreeHead } from './check-proof.ts';
import { parseNote, type Signed, type SignedNote, signersOf, type VerifySignature } from './signed-note.ts';
import { HASH_BYTES } from './tree-hash.ts';
import type { VerifierKey } from './verifier-key.ts';

/** The signed content of a log's tree (tlog-checkpoint). */
export interface Checkpoint extends TreeHead {
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
