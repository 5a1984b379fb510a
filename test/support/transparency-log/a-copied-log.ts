import { LOG_FILES, proofPath } from '#shared/contracts/log-files.ts';
import { bytes, cosigned } from './a-log.ts';
import { anEntry } from './appender.ts';
import { entryAt, type LogCopy, proofOf, WITNESS, written } from './copied-log.ts';

export const SIZE = 551;
export const ERASED = [5, 150, 301];
const erasure = { ...anEntry(SIZE - 1, 'person-erased'), by: 'operator' as const, says: { entries: ERASED.length } };
export const opened = [
  ...Array.from({ length: SIZE - 1 }, (_, n) => entryAt(n)),
  { ...entryAt(SIZE - 1), plain: erasure },
];

/** A log that was made by three appends, with a witness and some proofs; three entries were erased. */
export function aCopiedLog(): LogCopy {
  const log = written(opened, [100, 300, SIZE], ERASED);
  const { files, checkpoint } = log;
  files.set(LOG_FILES.witnessed, bytes(cosigned(checkpoint, WITNESS)));
  for (const index of [0, 255, 400]) files.set(proofPath(opened[index]!.plain), bytes(proofOf(index, opened, log)));
  return files;
}
