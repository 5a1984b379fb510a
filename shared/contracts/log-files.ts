import type { PlainEntry } from '#shared/domain/transparency-log/log-entry.ts';

/** The files of a log beside its tiles. */
export const LOG_FILES = {
  /** The newest signed head. */
  checkpoint: 'checkpoint',
  /** The newest head that a witness has co-signed. */
  witnessed: 'witnessed',
  /** The keys of the log and of its witnesses, one on each line. A reader should also know them from elsewhere. */
  keys: 'keys',
  /** The plain entries of a copy of the log with their salts, one on each line, where the copy's reader may see them. */
  plain: 'plain.jsonl',
} as const;

/** The folder of proofs beside a copy of a log. */
export const PROOFS = 'proofs/';

/** The path of a proof: by the notice's state or dossier, otherwise by the entry's id. */
export function proofPath({ id, kind, says: { noticeId, sequence } }: PlainEntry): string {
  const isDossier = kind === 'dossier-issued';
  const isNotice = isDossier || /^notice-(?:issued|changed|withdrawn|expired)$/u.test(kind);
  const name = isNotice ? `${String(noticeId)}.${String(sequence)}${isDossier ? '.dossier' : ''}` : id;
  return `${PROOFS}${name}.tlog-proof`;
}
