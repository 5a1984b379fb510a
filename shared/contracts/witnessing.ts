import * as z from 'zod';
import { reference } from './ids.ts';

/** That a notice's newest state, and for the police its dossier, is in the verifiable log: texts as `c2sp.org/tlog-proof` has them. */
export const NoticeProof = z.strictObject({
  id: reference,
  sequence: z.int().positive(),
  proof: z.string(),
  dossierProof: z.string().optional(),
});
export type NoticeProof = z.infer<typeof NoticeProof>;

/** The log's newest signed head, and the hashes (RFC 6962) by which a witness sees that it begins with the one he knows. */
export const LogHeadView = z.strictObject({
  /** A signed note; `POST /v1/log/checkpoints` takes it back co-signed. */
  checkpoint: z.string(),
  /** The log's key (vkey), which a reader who checks has to compare with the one that was handed over. */
  keys: z.array(z.string()),
  /** Base 64, none where the caller names no earlier size. */
  consistency: z.array(z.string()),
});
export type LogHeadView = z.infer<typeof LogHeadView>;

/** A checkpoint of ours with the caller's cosignature (`c2sp.org/tlog-cosignature`). */
export const CosignedCheckpoint = z.strictObject({ checkpoint: z.string().max(10_000) });
