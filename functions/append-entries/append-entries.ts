import { entryBytes, isFoundById } from '#shared/domain/transparency-log/log-entry.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import { OVERTAKEN, type Overtaken, untilWritten } from '#shared/runtime/until-written.ts';
import { type LogHead, type LogPage, pagesInLog } from '#shared/tables/log.ts';
import {
  checkpointText,
  openCheckpoint,
  type OpenedCheckpoint,
  textOfNote,
} from '#shared/domain/transparency-log/signed-note.ts';
import { edgeTiles, growTiles, type RightEdge, rootOfEdge } from '#shared/domain/transparency-log/grow-tiles.ts';
import { sameBytes } from '#shared/domain/transparency-log/tree-hash.ts';
import { LOG_FILES } from '#shared/contracts/log-files.ts';
import { log as logLine } from '#shared/runtime/log.ts';
import { verifyEd25519 } from '#shared/runtime/signing.ts';
import type { AppendEntriesPorts } from './ports.ts';
import { bytesOfText } from '#shared/domain/transparency-log/base64.ts';
import { entriesOf } from '#shared/domain/transparency-log/entry-bundle.ts';
import { tilePath } from '#shared/domain/transparency-log/tiles.ts';
import { textOfKey } from '#shared/domain/transparency-log/verifier-key.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';

/** A tile of the head is not in the bucket: nothing can be appended to an incomplete log. */
class TileMissing extends Error {
  override readonly name = 'TileMissing';
}

/** The page of the head lacks entries: nobody may sign what cannot be seen. */
class PageBroken extends Error {
  override readonly name = 'PageBroken';
}

const AT_ONCE = 8;
const BYTES = 'application/octet-stream';
const TEXT = 'text/plain; charset=utf-8';

/**
 * Writes the page of a head into the bucket: tiles first, then the pointers to its entries, then the checkpoint, so
 * that nobody reads a checkpoint whose tiles are missing. The same page gives the same bytes when it is written again.
 * @returns the head with its checkpoint
 */
async function publishPage(head: LogHead, page: LogPage, ports: AppendEntriesPorts): Promise<LogHead> {
  const { log, objects, bucket, hashing, sha256, key, expiry } = ports;
  const opened = page.entries.filter((entry) => entry !== undefined);
  if (opened.length !== head.size - page.start) throw new PageBroken();
  const { written, edge } = growTiles(
    hashing,
    await readRightEdge(page.start, ports),
    opened.map((entry) => entryBytes(sha256, entry)),
  );
  await inParallel(written, AT_ONCE, (tile) => objects.put(bucket, tilePath(tile), tile.bytes, BYTES));
  const lookedUp = opened.flatMap(({ plain }, n) =>
    isFoundById(plain.kind) ? [[plain.id, page.start + n] as const] : [],
  );
  await log.remember(page, new Map(lookedUp), expiry());
  const text = checkpointText({ origin: key.name, size: edge.size, root: rootOfEdge(hashing, edge) });
  const signature = { name: key.name, keyId: key.id, bytes: await ports.sign(bytesOfText(text)) };
  const checkpoint = textOfNote({ text, signatures: [signature] });
  // The head is marked as published last: after a crash here the next writer finds it unpublished and repeats everything
  if (page.start === 0) await objects.put(bucket, LOG_FILES.keys, `${textOfKey(key)}\n`, TEXT);
  if (head.witnessed !== undefined) await objects.put(bucket, LOG_FILES.witnessed, head.witnessed, TEXT);
  await log.publish(head, checkpoint);
  await putNewest(checkpoint, ports);
  return { ...head, checkpoint };
}

async function readRightEdge(size: number, { objects, bucket }: AppendEntriesPorts): Promise<RightEdge> {
  let entries: readonly Uint8Array[] = [];
  const hashes: Uint8Array[] = [];
  await inParallel(edgeTiles(size), AT_ONCE, async (tile) => {
    const bytes = await objects.bytes(bucket, tilePath(tile));
    const bundled = bytes && tile.level === 'entries' ? entriesOf(bytes) : undefined;
    if (!bytes || (tile.level === 'entries' && !bundled)) throw new TileMissing();
    if (tile.level === 'entries') entries = bundled ?? [];
    else hashes[tile.level] = bytes;
  });
  return { size, entries, hashes: Array.from(hashes, (bytes) => bytes ?? new Uint8Array()) };
}

/** Writes the checkpoint of a published head where the head's writer ended before it had written it. */
async function repairCheckpoint({ checkpoint }: LogHead, ports: AppendEntriesPorts): Promise<void> {
  if (checkpoint === undefined) return;
  // The comparison only saves writes
  const lying = await ports.objects.bytes(ports.bucket, LOG_FILES.checkpoint);
  if (new TextDecoder().decode(lying) !== checkpoint) await putNewest(checkpoint, ports);
}

/** A delayed writer must not replace a newer checkpoint by its old one, so the newer one is written again. */
async function putNewest(checkpoint: string, { log, objects, bucket }: AppendEntriesPorts): Promise<void> {
  for (let newest = checkpoint; ; ) {
    await objects.put(bucket, LOG_FILES.checkpoint, newest, TEXT);
    const published = (await log.head())?.checkpoint;
    if (published === undefined || published === newest) return;
    newest = published;
  }
}

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
async function headOfBucket(head: LogHead | undefined, ports: AppendEntriesPorts): Promise<LogHead | undefined> {
  const signed = await signedCheckpoint(ports);
  if (!signed || signed.size <= (head?.size ?? 0)) return undefined;
  // Another writer may have appended since the head was read
  const present = await ports.log.head();
  if (present && signed.size <= present.size) return undefined;
  if (present && present.checkpoint === undefined) throw new HeadUnpublished();
  return adopt(signed, present, ports);
}

/** Completes a head whose checkpoint is missing because its writer was ended while it adopted the bucket's tree. */
async function adoptedHead(head: LogHead, ports: AppendEntriesPorts): Promise<LogHead | undefined> {
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

/** A page is one item of a table, which has 400 KB at most. */
const LARGEST_PAGE = 300_000;
/** The number of recent entries that are searched for an entry whose pointer is not written yet. */
const PAGES_LOOKED_BACK = 8;

/**
 * Appends entries to the log, each once however often it is sent. The plain entries are written first as a page; one
 * conditional write of the head makes that page part of the log; then its tiles, its pointers and the signed checkpoint
 * follow. A writer that fails on the way leaves a head without a checkpoint, and the next writer completes it.
 */
export async function appendEntries(received: readonly LogEntry[], ports: AppendEntriesPorts): Promise<void> {
  for (const page of pagesOf(received)) await untilWritten(() => appendPage(page, ports));
}

async function appendPage(received: readonly LogEntry[], ports: AppendEntriesPorts): Promise<void | Overtaken> {
  const { log, newAttempt, newSalt, expiry } = ports;
  const before = await publishedHead(ports);
  const entries = await unknownOf(received, ports);
  if (entries.length === 0) {
    // Another writer may have added the entries after the head was read, and have been stopped before it published them
    const newest = await publishedHead(ports);
    return newest && repairCheckpoint(newest, ports);
  }
  const start = before?.size ?? 0;
  const attempt = newAttempt();
  const page: LogPage = {
    start,
    attempt,
    after: before?.attempt,
    entries: entries.map((plain) => ({ plain, salt: newSalt() })),
  };
  await log.writePage(page, expiry());
  const next: LogHead = { size: start + entries.length, start, attempt, witnessed: before?.witnessed };
  if (!(await log.moveHead(next, before))) return OVERTAKEN;
  await publishPage(next, page, ports);
  return undefined;
}

/** Divides entries into pages that fit into an item each, by their size before packing. */
function pagesOf(received: readonly LogEntry[]): LogEntry[][] {
  const pages: LogEntry[][] = [];
  let room = 0;
  for (const entry of received) {
    const size = JSON.stringify(entry).length;
    if (size > room) {
      pages.push([]);
      room = LARGEST_PAGE;
    }
    pages.at(-1)?.push(entry);
    room -= size;
  }
  return pages;
}

/** The present head, whose tiles are in the bucket. It is never behind the signed checkpoint in the bucket. */
async function publishedHead(ports: AppendEntriesPorts): Promise<LogHead | undefined> {
  const head = await ports.log.head();
  if (!head || head.checkpoint !== undefined) return (await headOfBucket(head, ports)) ?? head;
  const adopted = await adoptedHead(head, ports);
  if (adopted) return adopted;
  const page = await ports.log.page(head.start, head.attempt);
  return publishPage(head, page ?? { ...head, entries: [] }, ports);
}

async function unknownOf(received: readonly LogEntry[], { log }: AppendEntriesPorts): Promise<LogEntry[]> {
  const entries = [...new Map(received.map((entry) => [entry.id, entry])).values()];
  const lookedUp = entries.filter(({ kind }) => isFoundById(kind)).map(({ id }) => id);
  const hasOthers = lookedUp.length < entries.length;
  const [places, pages, head] = await Promise.all([
    log.places(lookedUp),
    hasOthers ? log.lastPages(PAGES_LOOKED_BACK) : [],
    hasOthers ? log.head() : undefined,
  ]);
  const recent = new Set(pagesInLog(pages, head).flatMap(({ ids }) => ids));
  return entries.filter(({ id }) => !places.has(id) && !recent.has(id));
}
