import { openCheckpoint, type OpenedCheckpoint } from '#shared/domain/transparency/checkpoint.ts';
import { rootOfEdge } from '#shared/domain/transparency/grow-tiles.ts';
import { sameBytes } from '#shared/domain/transparency/tree-hash.ts';
import { LOG_FILES } from '#shared/contracts/log-files.ts';
import { log as logLine } from '#shared/runtime/log.ts';
import { verifyEd25519 } from '#shared/runtime/signing.ts';
import type { LogHead } from '#shared/tables/log.ts';
import type { AppendEntriesPorts } from './ports.ts';
import { readEdge } from './publish-page.ts';

/** The bucket's checkpoint says another tree than its tiles make: nobody signs on. */
class BucketBroken extends Error {
  override readonly name = 'BucketBroken';
}

/** The table was brought back while its last page was being published: a person has to look. */
class HeadUnpublished extends Error {
  override readonly name = 'HeadUnpublished';
}

/**
 * The head to append to, where the table was brought back to an earlier second: what the bucket's checkpoint says was
 * signed and may have been seen, so the log goes on from there and never beside it. The plain entries between are lost
 * with the table; their places stay, empty. Undefined where the table knows all that the bucket has.
 */
export async function headOfBucket(head: LogHead | undefined, ports: AppendEntriesPorts): Promise<LogHead | undefined> {
  const signed = await signedCheckpoint(ports);
  if (!signed || signed.size <= (head?.size ?? 0)) return undefined;
  // Another writer may have gone on since the head was read
  const present = await ports.log.head();
  if (present && signed.size <= present.size) return undefined;
  if (present && present.checkpoint === undefined) throw new HeadUnpublished();
  return adopt(signed, present, ports);
}

/** The head that an adoption left without its checkpoint, because its writer was cut off. */
export async function adoptedHead(head: LogHead, ports: AppendEntriesPorts): Promise<LogHead | undefined> {
  const signed = await signedCheckpoint(ports);
  return signed?.size === head.size ? publish(head, signed, ports) : undefined;
}

async function adopt(signed: Signed, before: LogHead | undefined, ports: AppendEntriesPorts): Promise<LogHead> {
  const edge = await readEdge(signed.size, ports);
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

async function publish(head: LogHead, { text }: Signed, { log }: AppendEntriesPorts): Promise<LogHead> {
  await log.publish(head, text);
  return { ...head, checkpoint: text };
}

type Signed = Pick<OpenedCheckpoint, 'size' | 'root'> & { readonly text: string };

async function signedCheckpoint({ objects, bucket, key }: AppendEntriesPorts): Promise<Signed | undefined> {
  const bytes = await objects.bytes(bucket, LOG_FILES.checkpoint);
  if (!bytes) return undefined;
  const text = new TextDecoder().decode(bytes);
  const opened = openCheckpoint(text, [key], verifyEd25519);
  if (typeof opened === 'string') throw new BucketBroken();
  return { size: opened.size, root: opened.root, text };
}
