import { type DroppedFile, type FileContinued, isLaterDrop } from '#shared/contracts/file-arrived.ts';
import type { SendMessages } from '#shared/clients/queue.ts';
import type { Spans } from '#shared/domain/risk/coverage.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import type { Files } from '#shared/tables/files.ts';
import type { FileReadProgress } from '#shared/tables/file-read-progress.ts';
import type { FileLocation } from './locate-file.ts';
import { unlessFinished } from './newest-drop.ts';
import type { ReadFilePorts } from './ports.ts';

interface AskPorts {
  readonly files: Pick<Files, 'ofFeed' | 'began'>;
  readonly open: ReadFilePorts['open'];
  readonly carryOn: SendMessages<FileContinued>;
  readonly now: RealClock;
}

interface OthersPorts extends AskPorts {
  readonly files: AskPorts['files'] & Pick<Files, 'deletionNoted' | 'forgetDeletion'>;
}

/**
 * Has other files of the feed read again after facts of a file were deleted. They may have said the same, but a fact has
 * the name of the file that said it last. They count as being read from now on, because their rows may be missing until
 * then and must not count as silence.
 * @param covered the days of the deleted facts; undefined where they are not known
 */
export async function readOthersAgain(
  { feed, file }: { readonly feed: string; readonly file: string },
  covered: Spans | undefined,
  bucket: string,
  ports: AskPorts,
): Promise<void> {
  for (const other of await ports.files.ofFeed(feed)) {
    // This only saves readings: a file that is read again says what it said before
    if (other.file === file || !mayHaveSaidTheSame(other, covered)) continue;
    const key = `${feed}/${other.file}`;
    const body = await ports.open(bucket, key);
    body?.destroy();
    if (!body) continue;
    const { version, startedAt: anew } = other;
    await ports.files.began(feed, other.file, ports.now());
    await ports.carryOn([{ bucket, key, version, anew, restores: true }]);
  }
}

/**
 * Has other files read again where this drop has deleted facts of earlier ones, which were about the same days as its own
 * rows, or about any days where it replaces the earlier drops as a whole. A stopped drop has no days, so that for the note
 * of an earlier drop's reader all other files are read again. The note of a later drop stays, because its reader still
 * deletes facts, or asks for other files itself.
 */
export async function restoreFactsOfOthers(
  { feed, file, version, state, again, covered, replacesEarlier }: FileReadProgress,
  bucket: string,
  ports: OthersPorts,
): Promise<void> {
  const noted = again ? await ports.files.deletionNoted(`${feed}/${file}`) : undefined;
  if (noted === undefined) return;
  const days = replacesEarlier || state === 'stopped' ? undefined : covered;
  await readOthersAgain({ feed, file }, days, bucket, ports);
  if (!isLaterDrop(noted, version)) await ports.files.forgetDeletion(`${feed}/${file}`, noted);
}

/** Another reader goes on with the drop, but may have ended before this one deleted facts. */
export async function leaveToOther(dropped: DroppedFile, location: FileLocation, ports: ReadFilePorts): Promise<void> {
  const finished = await unlessFinished(dropped, location, ports);
  if (finished) await restoreFactsOfOthers(finished, dropped.bucket, ports);
}

/** A file that is being read has stored only a part of its days. */
function mayHaveSaidTheSame({ state, covered }: FileReadProgress, deleted: Spans | undefined): boolean {
  if (state === 'reading') return true;
  return state === 'read' && (deleted === undefined || isInSameYears(covered, deleted));
}

/** A wrong file may have exchanged days and months, so that only the years are compared. */
const isInSameYears = (one: Spans, other: Spans): boolean =>
  Object.entries(one).some(([kind, { from, to }]) => {
    const span = other[kind];
    return span !== undefined && yearOf(from) <= yearOf(span.to) && yearOf(span.from) <= yearOf(to);
  });

const yearOf = (day: string) => day.slice(0, 4);
