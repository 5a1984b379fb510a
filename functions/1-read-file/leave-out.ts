import type { Readable } from 'node:stream';
import type { Receipt } from '#shared/contracts/receipt.ts';
import { NeverPossible } from '#shared/runtime/errors.ts';
import { log } from '#shared/runtime/log.ts';
import { isAwaited } from '#shared/domain/risk/awaited.ts';
import type { FileReadProgress } from '#shared/tables/file-read-progress.ts';
import { rejectionsKey } from '#shared/tables/rejections.ts';
import type { FileLocation } from './locate-file.ts';
import { outboxStem } from './outbox-stem.ts';
import { repeatDecisionAfterReaders } from './newest-drop.ts';
import type { ReadFilePorts } from './ports.ts';
import { readOthersAgain } from './read-others-again.ts';
import { NOTHING_READ } from './unread-rows.ts';
import { takeBackDrops } from './take-back-drops.ts';
import { writeOutbox } from './write-outbox.ts';
import { sha256OfStream, writeReceipt } from './write-receipt.ts';

const LEFT_OUT = {
  code: 'left_out',
  message:
    'Theo quyết định của người phụ trách, không dòng nào của tệp này và của các lần gửi trước cùng tên được tính; những gì đã suy ra từ đó được tính lại.',
};

/**
 * Takes back everything that a file and the earlier ones of its name said, by a person's decision. The decision is
 * stored first, so that a repetition goes on with it. Other files of the feed are read again, which may have said the
 * same.
 */
export async function leaveOut(
  stored: FileReadProgress,
  decided: { by: string; why: string; at: string },
  { bucket, location }: { readonly bucket: string; readonly location: FileLocation },
  ports: ReadFilePorts,
): Promise<void> {
  const { folder, fileName } = location;
  const { rows = stored.counts.read, signs = {}, zeroDoubt } = stored.judgement ?? {};
  const next: FileReadProgress = stored.leftOut
    ? stored
    : {
        ...stored,
        state: 'stopped',
        counts: NOTHING_READ,
        credit: undefined,
        again: true,
        judgement: { rows, signs, zeroDoubt, objection: LEFT_OUT },
        released: undefined,
        replacesEarlier: undefined,
        replaces: undefined,
        leftOut: decided,
        endedAt: stored.state === 'reading' ? decided.at : stored.endedAt,
      };
  // Rows are missing until the others of the feed have been read again, which must not count as silence
  await ports.files.began(folder, fileName, ports.now());
  await repeatDecisionAfterReaders({ bucket, key: `${folder}/${fileName}` }, stored, ports);
  if (!stored.leftOut && !(await ports.files.advance(next, stored))) {
    // A reader was faster, or another function has stored the same decision. It may end before it is done, and SQS may
    // have deleted its message.
    const found = await ports.files.progress(folder, fileName);
    if (found?.version === stored.version) await leaveOut(found, decided, { bucket, location }, ports);
    return;
  }
  log('FILE_RELEASED', { feed: folder, reason: 'none' });
  await takeBackDrops({ file: `${folder}/${fileName}`, version: stored.version, own: true }, ports);
  // Of earlier drops no days are known
  await readOthersAgain(next, stored.again === true ? undefined : stored.covered, bucket, ports);
  const isCompleted = await ports.files.ended(folder, fileName, {}, ports.now(), true);
  if (isCompleted && isAwaited(folder)) await ports.sweep([{ reason: 'feed-completed', feed: folder }]);
  await writeLeftOut(next, bucket, location, ports);
}

async function writeLeftOut(
  progress: FileReadProgress,
  bucket: string,
  location: FileLocation,
  ports: ReadFilePorts,
): Promise<void> {
  const { folder, fileName } = location;
  const open = () => ports.open(bucket, `${folder}/${fileName}`);
  const rows = progress.judgement?.rows ?? 0;
  const { sha256 = await sha256OfObject(open) } = progress;
  const receipt: Receipt = {
    file: fileName,
    feed: folder,
    sha256,
    read: rows,
    accepted: 0,
    rejected: rows,
    repaired: 0,
    unknownColumns: [],
    error: LEFT_OUT,
    ...(progress.leftOut && { leftOut: progress.leftOut }),
  };
  const key = rejectionsKey(progress);
  await writeReceipt(receipt, key, ports);
  await writeOutbox(receipt, ports.rejections.of(key), outboxStem(location), { ...ports, open });
}

async function sha256OfObject(open: () => Promise<Readable | undefined>): Promise<string> {
  const bytes = await open();
  if (!bytes) throw new NeverPossible('object_gone');
  return sha256OfStream(bytes);
}
