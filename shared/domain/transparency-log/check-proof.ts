import { HASH_BYTES, sameBytes, type TreeHashing, type TreeHead } from './tree-hash.ts';
import { type CheckpointFault, openCheckpoint, type OpenedCheckpoint, type VerifySignature } from './signed-note.ts';
import type { ProofFile } from './proof-file.ts';
import type { VerifierKey } from './verifier-key.ts';

/** Whether `proof` shows that the entry with that hash is at `index` in the tree (RFC 9162, 2.1.3.2). */
export function isIncluded(
  hashing: TreeHashing,
  { index, leaf, proof }: { readonly index: number; readonly leaf: Uint8Array; readonly proof: readonly Uint8Array[] },
  { size, root }: TreeHead,
): boolean {
  if (index < 0 || index >= size || leaf.length !== HASH_BYTES) return false;
  let hash = leaf;
  let [own, last] = [index, size - 1];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (own % 2 === 1 || own === last) {
      hash = hashing.node(sibling, hash);
      while (own % 2 === 0 && own !== 0) [own, last] = [own / 2, half(last)];
    } else {
      hash = hashing.node(hash, sibling);
    }
    [own, last] = [half(own), half(last)];
  }
  return last === 0 && sameBytes(hash, root);
}

const half = (count: number): number => Math.floor(count / 2);

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
