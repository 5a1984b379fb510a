import type { Readable } from 'node:stream';
import { type DroppedFile, isLaterDrop } from '#shared/contracts/file-arrived.ts';
import { NeverPossible } from '#shared/runtime/errors.ts';
import { log } from '#shared/runtime/log.ts';
import type { FileReadProgress } from '#shared/tables/file-read-progress.ts';
import { rejectionsKey } from '#shared/tables/rejections.ts';
import { finishFile } from './finish-file.ts';
import { recordFileEnd } from './record-file-end.ts';
import { type FileLocation, locateFile } from './locate-file.ts';
import {
  readAgainAfterOtherReaders,
  askAgainIfReplaced,
  isReadingOf,
  mayRowsOfOtherDropsStand,
  newestDrop,
  othersMayWriteUntil,
  unlessFinished,
} from './newest-drop.ts';
import type { ReadFilePorts } from './ports.ts';
import { recognised } from './judgement/corrected-file.ts';
import { type FileJudgement, judgeFile } from './judgement/judge-file.ts';
import { readRows } from './read-rows.ts';
import type { RowsReading } from './reading-run.ts';
import { sourceOf } from './source-of.ts';
import { JUDGING_RUNS, NOTHING_READ, NOTHING_REPORTED, stoppedReading, unjudgedReading } from './unread-rows.ts';
import { RowsReadAhead } from './judgement/rows-ahead.ts';
import { ReaderHeldUp, type RunTime } from './run-time.ts';
import { leaveOut } from './leave-out.ts';
import { leaveToOther, restoreFactsOfOthers } from './read-others-again.ts';
import { isManifest, takeManifest } from './take-manifest.ts';

/**
 * Reads a dropped file into facts from where an earlier run stopped, sends messages for the companies it concerns, and
 * writes a receipt. When the run must stop, another message continues the file.
 * @throws {NeverPossible} where the object is gone
 * @throws {ReaderHeldUp} where the run's time was over before it had read anything
 */
export async function readFile(announced: DroppedFile, ports: ReadFilePorts, time: RunTime): Promise<void> {
  const location = locateFile(announced.key);
  if (!location) return;
  const dropped = await newestDrop(announced, location, ports);
  if (!dropped) return;
  const body = await ports.open(dropped.bucket, dropped.key);
  if (!body) throw new NeverPossible('object_gone');
  if (isManifest(location)) return takeManifest(body, location, ports);

  const reading = await readOn(body, dropped, location, ports, time);
  if (!reading) return;
  if (reading.outcome === 'overtaken') return leaveToOther(dropped, location, ports);
  if (reading.outcome === 'out_of_time') {
    await ports.files.began(location.folder, location.fileName, ports.now());
    log('FILE_CARRIED_ON', { feed: location.folder, count: reading.progress.counts.read });
    await ports.carryOn([dropped]);
    return;
  }
  await finishFile(dropped, location, reading, ports);
}

/** A drop's bytes, and its rows once its judgement has read them. */
interface OpenedDrop {
  readonly body: Readable;
  readonly ahead: RowsReadAhead;
}

/**
 * Finds the row at which reading begins: after the rows that an earlier run of this drop has done, or at the first one
 * after the judgement. Undefined where another reader must finish first.
 */
async function begin(
  opened: OpenedDrop,
  dropped: DroppedFile,
  location: FileLocation,
  ports: ReadFilePorts,
  time: RunTime,
): Promise<FileReadProgress | undefined> {
  const { folder, fileName } = location;
  const before = await ports.files.progress(folder, fileName);
  // A later drop was begun since this one was looked up: what is judged here is perhaps the earlier one's bytes
  if (before && isLaterDrop(before.version, dropped.version)) return unlessFinished(dropped, location, ports);
  const known = isReadingOf(before, dropped) ? before : undefined;
  if (known && !isBeingJudged(known)) return known;
  if (!known && before?.leftOut && before.version === dropped.version) {
    // A reader of an earlier drop may have written rows since they were taken back, or the file counts as being read
    // because somebody asked for that before he knew of the decision
    const isOpen = !dropped.restores || (await ports.files.isBegun(folder, fileName));
    if (isOpen) await leaveOut(before, before.leftOut, { bucket: dropped.bucket, location }, ports);
    return undefined;
  }
  const isAnew = dropped.anew !== undefined;
  const fresh: FileReadProgress = {
    feed: folder,
    file: fileName,
    version: dropped.version,
    state: 'reading',
    counts: NOTHING_READ,
    covered: {},
    startedAt: known?.startedAt ?? ports.now().toISOString(),
    judgingRuns: known?.judgingRuns,
    again: known ? known.again : before && mayRowsOfOtherDropsStand(before, dropped),
    restores: known ? known.restores : dropped.restores,
    listedBefore: known ? known.listedBefore : listsRejected(before),
    othersUntil: known?.othersUntil,
    released: isAnew ? before?.released : undefined,
    replacesEarlier: isAnew ? before?.replacesEarlier : known?.replacesEarlier,
    replaces: isAnew ? before?.replaces : known?.replaces,
  };
  await ports.files.began(folder, fileName, ports.now());
  const judged = recognised(await judge(opened, location, fresh, ports, time), before);
  // Readers of the earlier drop may have begun while this one was judged
  const begun = known ? judged : { ...judged, othersUntil: othersMayWriteUntil(dropped, before, ports.now()) };
  if (!known) await readAgainAfterOtherReaders(dropped, begun, ports);
  if (await ports.files.advance(begun, before)) return begun;
  return unlessFinished(dropped, location, ports);
}

/** Rejected rows stay listed when a drop without any is read once more. */
const listsRejected = (before: FileReadProgress | undefined): true | undefined =>
  before && (before.state === 'stopped' || before.counts.rejected > 0) ? true : before?.listedBefore;

const isBeingJudged = ({ judgement, judgingRuns }: FileReadProgress): boolean =>
  judgingRuns !== undefined && judgement === undefined;

async function judge(
  opened: OpenedDrop,
  location: FileLocation,
  fresh: FileReadProgress,
  ports: ReadFilePorts,
  time: RunTime,
): Promise<FileReadProgress> {
  const judged = await judgeBody(opened, location, ports, time);
  const { isCutShort, objection, signs, zeroDoubt, rows, sketch, isWhole, faulty } = judged;
  if (isCutShort && !time.wentIntoReading()) throw new ReaderHeldUp();
  const runs = (fresh.judgingRuns ?? 0) + (isCutShort ? 1 : 0);
  // A file of which no row has been read is not judged, however many runs ended before
  if (isCutShort && (rows === 0 || runs < JUDGING_RUNS)) return { ...fresh, judgingRuns: runs };
  const sample = objection
    ? undefined
    : sketch.sample((text) => ports.hash('row', `${fresh.feed}/${fresh.file} ${text}`), isWhole);
  const known = { ...fresh, judgingRuns: undefined, sample: sample && { ...sample, version: fresh.version } };
  const judgement = { rows, signs, ...(zeroDoubt && { zeroDoubt }) };
  if (!objection) return { ...known, judgement };
  await ports.rejections.record(rejectionsKey(fresh), faulty, ports.expiry());
  return { ...known, judgement: { ...judgement, objection } };
}

async function judgeBody(
  { body, ahead }: OpenedDrop,
  location: FileLocation,
  ports: ReadFilePorts,
  time: RunTime,
): Promise<FileJudgement> {
  try {
    return await judgeFile(body, sourceOf(location, ports), ports.holdLimits, time.isLeft, ahead);
  } finally {
    body.destroy();
  }
}

/** Undefined where the drop has been read before. An unread body would keep its connection open. */
async function readOn(
  body: Readable,
  dropped: DroppedFile,
  location: FileLocation,
  ports: ReadFilePorts,
  time: RunTime,
): Promise<RowsReading | undefined> {
  try {
    const hadTime = time.isLeft();
    const ahead = new RowsReadAhead();
    const start = await begin(
      { body, ahead },
      dropped,
      location,
      ports,
      hadTime ? time : { ...time, isLeft: () => true },
    );
    if (start === undefined) return undefined;
    if (start.state !== 'reading') {
      await restoreFactsOfOthers(start, dropped.bucket, ports);
      if (await ports.files.isBegun(start.feed, start.file)) {
        await recordFileEnd(start, ports);
        await askAgainIfReplaced(dropped, location, ports);
      }
      return undefined;
    }
    const { judgement, released } = start;
    if (isBeingJudged(start)) return unjudgedReading(start);
    if (judgement?.objection && !released) return stoppedReading(start, judgement);
    // Judging took the whole time of this run, so the next run begins to read; this only saves rows that are read twice
    if (hadTime && !time.isLeft()) return { ...NOTHING_REPORTED, outcome: 'out_of_time', progress: start };
    const pieces = ahead.take();
    if (pieces ?? !body.destroyed) return await readRows(pieces ?? body, location, start, ports, time);
    // Judging has read this body to its end, so it is opened again
    return await readAgain(dropped, location, start, ports, time);
  } finally {
    body.destroy();
  }
}

async function readAgain(
  { bucket, key }: DroppedFile,
  location: FileLocation,
  start: FileReadProgress,
  ports: ReadFilePorts,
  time: RunTime,
): Promise<RowsReading> {
  const body = await ports.open(bucket, key);
  if (!body) throw new NeverPossible('object_gone');
  try {
    return await readRows(body, location, start, ports, time);
  } finally {
    body.destroy();
  }
}
