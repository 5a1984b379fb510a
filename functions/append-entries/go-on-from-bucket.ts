import { openCheckpoint, type OpenedCheckpoint } from '#shared/domain/transparency-log/checkpoint.ts';
import { rootOfEdge } from '#shared/domain/transparency-log/grow-tiles.ts';
import { sameBytes } from '#shared/domain/transparency-log/tree-hash.ts';
import { LOG_FILES } from '#shared/contracts/log-files.ts';
import { log as logLine } from '#shared/runtime/log.ts';
import { verifyEd25519 } from '#shared/runtime/signing.ts';
import type { LogHead } from '#shared/tables/log.ts';
import type { AppendEntriesPorts } from './ports.ts';
import { readRightEdge } from './publish-page.ts';

/** The bucket's checkpoint names another tree than the one its tiles form, so nothing more is signed. */
class BucketBroken extends Error {
  override readonly name = 'BucketBroken';
}

/** The table was restored to a moment at which its last page was being published, so a person has to examine it. */
class HeadUnpublished extends Error {
  override readonly name = 'HeadUnpublished';
}

/**
 * Finds the head to append to after the table was restored to an earlier second. The bucket's checkpoint was signed and
 * somebody may have seen it, so the log continues from that checkpoint. The plain entries between are lost with the
 * table, and their places stay empty. Undefined where the table has all that the bucket has.
 */
export async function headOfBucket(head: LogHead | undefined, ports: AppendEntriesPorts): Promise<LogHead | undefined> {
  const signed = await signedCheckpoint(ports);
  if (!signed || signed.size <= (head?.size ?? 0)) return undefined;
  // Another writer may have appended since the head was read
  const present = await ports.log.head();
  if (present && signed.size <= present.size) return undefined;
  if (present && present.checkpoint === undefined) throw new HeadUnpublished();
  return adopt(signed, present, ports);
}

/** Completes a head whose checkpoint is missing because its writer was ended while it adopted the bucket's tree. */
export async function adoptedHead(head: LogHead, ports: AppendEntriesPorts): Promise<LogHead | undefined> {
  const signed = await signedCheckpoint(ports);
  return signed?.size === head.size ? publish(head, signed, ports) : undefined;
}

async function adopt(
  signed: SignedCheckpoint,
  before: LogHead | undefined,
  ports: AppendEntriesPorts,
): Promise<LogHead> {
  const edge = await readRightEdge(signed.size, ports);
  if (!sameBytes(rootOfEdge(ports.hashing, edge), signed.root)) throw new BucketBroken();
  const start = before?.size ?? 0;
  const attempt = ports.newAttempt();
  const entries = Array.from({ length: signed.size - start }, () => undefined);
  await ports.log.writePage({ start, attempt, after: before?.attempt, entries }, ports.expiry());
  const next: LogHead = { size: signed.size, start, attempt, witnessed: before?.witnessed };
  if (!(await ports.log.moveHead(next, before))) return (await ports.log.head()) ?? next;
  logLine('LOG_TAKEN_FROM_BUCKET', { count: entries.length });
  return publish(next, signed, ports);
}

async function publish(head: LogHead, { text }: SignedCheckpoint, { log }: AppendEntriesPorts): Promise<LogHead> {
  await log.publish(head, text);
  return { ...head, checkpoint: text };
}

type SignedCheckpoint = Pick<OpenedCheckpoint, 'size' | 'root'> & { readonly text: string };

async function signedCheckpoint({ objects, bucket, key }: AppendEntriesPorts): Promise<SignedCheckpoint | undefined> {
  const bytes = await objects.bytes(bucket, LOG_FILES.checkpoint);
  if (!bytes) return undefined;
  const text = new TextDecoder().decode(bytes);
  const opened = openCheckpoint(text, [key], verifyEd25519);
  if (typeof opened === 'string') throw new BucketBroken();
  return { size: opened.size, root: opened.root, text };
}
