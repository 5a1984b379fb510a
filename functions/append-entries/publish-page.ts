import { bytesOfText } from '#shared/domain/transparency-log/base64.ts';
import { checkpointText } from '#shared/domain/transparency-log/checkpoint.ts';
import { entriesOf } from '#shared/domain/transparency-log/entry-bundle.ts';
import { edgeTiles, growTiles, type RightEdge, rootOfEdge } from '#shared/domain/transparency-log/grow-tiles.ts';
import { isFoundById, entryBytes } from '#shared/domain/transparency-log/log-entry.ts';
import { textOfNote } from '#shared/domain/transparency-log/signed-note.ts';
import { tilePath } from '#shared/domain/transparency-log/tiles.ts';
import { textOfKey } from '#shared/domain/transparency-log/verifier-key.ts';
import { LOG_FILES } from '#shared/contracts/log-files.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { LogHead, LogPage } from '#shared/tables/log.ts';
import type { AppendEntriesPorts } from './ports.ts';

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
export async function publishPage(head: LogHead, page: LogPage, ports: AppendEntriesPorts): Promise<LogHead> {
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
  const signature = { name: key.name, keyId: key.id, bytes: ports.sign(bytesOfText(text)) };
  const checkpoint = textOfNote({ text, signatures: [signature] });
  // The head is marked as published last: after a crash here the next writer finds it unpublished and repeats everything
  if (page.start === 0) await objects.put(bucket, LOG_FILES.keys, `${textOfKey(key)}\n`, TEXT);
  if (head.witnessed !== undefined) await objects.put(bucket, LOG_FILES.witnessed, head.witnessed, TEXT);
  await log.publish(head, checkpoint);
  await putNewest(checkpoint, ports);
  return { ...head, checkpoint };
}

export async function readRightEdge(size: number, { objects, bucket }: AppendEntriesPorts): Promise<RightEdge> {
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
export async function repairCheckpoint({ checkpoint }: LogHead, ports: AppendEntriesPorts): Promise<void> {
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
