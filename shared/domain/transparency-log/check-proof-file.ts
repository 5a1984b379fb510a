import { isIncluded } from './check-proof.ts';
import { type CheckpointFault, openCheckpoint, type OpenedCheckpoint } from './checkpoint.ts';
import type { ProofFile } from './proof-file.ts';
import type { VerifySignature } from './signed-note.ts';
import type { TreeHashing } from './tree-hash.ts';
import type { VerifierKey } from './verifier-key.ts';

/** The checkpoint under which a proof shows that the entry is in the log, or the reason why it shows nothing. */
export function checkProofFile(
  { index, hashes, checkpoint }: ProofFile,
  entry: Uint8Array,
  keys: readonly VerifierKey[],
  { hashing, verify }: { readonly hashing: TreeHashing; readonly verify: VerifySignature },
): OpenedCheckpoint | CheckpointFault | 'not_included' {
  const head = openCheckpoint(checkpoint, keys, verify);
  if (typeof head === 'string') return head;
  return isIncluded(hashing, { index, leaf: hashing.leaf(entry), proof: hashes }, head) ? head : 'not_included';
}
