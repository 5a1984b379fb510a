import type { LogEntry } from '#shared/contracts/log-entry.ts';
import { proofPath, PROOFS } from '#shared/contracts/log-files.ts';
import type { FileBytes } from './log-files.ts';

/** Whether an entry of a kind tells of a notice's state or of a dossier, which have proofs. */
export const isOfNotice = (kind: string): boolean => OF_A_NOTICE.test(kind);
const OF_A_NOTICE = /^(?:notice-(?:issued|changed|withdrawn|expired)|dossier-issued)$/u;

/**
 * The paths of the proofs that a run wrote and the copy no longer has: of each notice's newest state, and of its
 * dossier. A copy without any proof was made without them.
 * @param entries all plain entries of notices and dossiers, none of which was erased
 */
export function missingProofs(files: FileBytes, entries: readonly LogEntry[]): string[] {
  if (![...files.keys()].some((path) => path.startsWith(PROOFS))) return [];
  const ofNotices = entries.filter(({ kind }) => isOfNotice(kind));
  const newest = new Map<unknown, number>();
  for (const { says } of ofNotices)
    newest.set(says['noticeId'], Math.max(newest.get(says['noticeId']) ?? 0, Number(says['sequence'])));
  return ofNotices
    .filter(({ says }) => says['sequence'] === newest.get(says['noticeId']))
    .map(proofPath)
    .filter((path) => !files.has(path));
}
