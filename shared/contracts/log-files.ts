import type { PlainEntry } from '#shared/domain/transparency/log-entry.ts';

/** The files of a log beside its tiles. */
export const LOG_FILES = {
  /** The newest signed head. */
  checkpoint: 'checkpoint',
  /** The newest head that a witness has co-signed. */
  witnessed: 'witnessed',
  /** The log's key and its witnesses', one on each line; a reader who checks should know them from elsewhere too. */
  keys: 'keys',
  /**
   * The plain entries of a copy of the log with their salts, one on each line, where the copy's reader may see them.
   */
  plain: 'plain.jsonl',
} as const;

/** Proofs that somebody laid beside a copy of a log. */
export const PROOFS = 'proofs/';

/** Where the proof of a notice's state lies, or of its dossier; any other by its entry. */
export function proofPath({ id, kind, says: { noticeId, sequence } }: PlainEntry): string {
  const isDossier = kind === 'dossier-issued';
  const isNotice = isDossier || /^notice-(?:issued|changed|withdrawn|expired)$/u.test(kind);
  const name = isNotice ? `${String(noticeId)}.${String(sequence)}${isDossier ? '.dossier' : ''}` : id;
  return `${PROOFS}${name}.tlog-proof`;
}
