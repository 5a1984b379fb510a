import * as z from 'zod';
import { reference } from './ids.ts';

/**
 * The proofs that a notice's newest state and, for the police, its dossier are in the verifiable log, as texts by
 * `c2sp.org/tlog-proof`.
 */
export const NoticeProof = z.strictObject({
  id: reference,
  sequence: z.int().positive(),
  proof: z.string(),
  dossierProof: z.string().optional(),
});
export type NoticeProof = z.infer<typeof NoticeProof>;

/**
 * The log's newest signed head, with the hashes (RFC 6962) that prove to a witness that it extends the head that the
 * witness knows.
 */
export const LogHeadView = z.strictObject({
  /** A signed note; `POST /v1/log/checkpoints` takes it back co-signed. */
  checkpoint: z.string(),
  /** The log's key (vkey), which a reader must compare with the key that was handed over. */
  keys: z.array(z.string()),
  /** The hashes in base 64; none where the caller names no earlier size. */
  consistency: z.array(z.string()),
});
export type LogHeadView = z.infer<typeof LogHeadView>;

/** A checkpoint of this log with the caller's cosignature (`c2sp.org/tlog-cosignature`). */
export const CosignedCheckpoint = z.strictObject({ checkpoint: z.string().max(10_000) });
