import type { OpenedCheckpoint } from './signed-note.ts';
import { entriesOf } from './entry-bundle.ts';
import { hashesAt, hashOfRange, tileIn, tileOfPath, tilePath, TILE_WIDTH, tilesOf, type Tile } from './tiles.ts';
import { HASH_BYTES, sameBytes, type TreeHashing } from './tree-hash.ts';

/** A fault of a log, with its place. */
export interface LogFault {
  readonly code:
    | 'file_missing'
    | 'file_altered'
    | 'file_unexpected'
    | 'root_differs'
    /** Somebody has seen a longer log, so its end was cut off or an older state was restored. */
    | 'shorter_than_seen'
    /** Somebody has seen another log of the same name. */
    | 'forked';
  /** The path of the faulty file, or the size of the checkpoint that somebody has seen. */
  readonly where: string;
}

export interface LogFiles {
  /** The paths of all tiles and bundles of entries. */
  readonly paths: readonly string[];
  read(path: string): Uint8Array | undefined;
}

/** The tree of a log, computed from its entries. */
export interface RebuiltLog {
  readonly entries: readonly Uint8Array[];
  /** The concatenated hashes of each level. */
  readonly levels: readonly Uint8Array[];
}

/**
 * Finds all faults of a log's files under a trusted checkpoint: it hashes each entry again and compares each tile with
 * the entries, the root with the signed one, and the whole with checkpoints that others have seen. @param seen trusted
 * checkpoints of the same log: remembered from before, or co-signed by a witness
 */
export function auditLog(
  hashing: TreeHashing,
  files: LogFiles,
  head: OpenedCheckpoint,
  seen: readonly OpenedCheckpoint[],
): { readonly faults: readonly LogFault[]; readonly log: RebuiltLog } {
  const faults: LogFault[] = [];
  const found = (code: LogFault['code'], where: string) => faults.push({ code, where });
  const entries = readEntries(files, head.size, found);
  const log = { entries, levels: levelsOf(hashing, entries) };
  for (const tile of tilesOf(head.size)) {
    if (tile.level !== 'entries') compareTile(files, tile, log.levels[tile.level], found);
  }
  for (const path of files.paths) compareOther(files, path, head.size, log, found);
  if (!sameBytes(rootOf(hashing, log, head.size), head.root)) found('root_differs', 'checkpoint');
  for (const { size, root } of seen) {
    if (size > head.size) found('shorter_than_seen', String(size));
    else if (size <= entries.length && !sameBytes(rootOf(hashing, log, size), root)) found('forked', String(size));
  }
  return { faults, log };
}

type ReportFault = (code: LogFault['code'], where: string) => void;

function readEntries(files: LogFiles, size: number, found: ReportFault): Uint8Array[] {
  const all: Uint8Array[] = [];
  for (let place = 0; place * TILE_WIDTH < size; place += 1) {
    const tile = tileIn(size, { level: 'entries', place });
    if (!tile) break;
    const bytes = files.read(tilePath(tile));
    const entries = bytes && entriesOf(bytes);
    if (!bytes) found('file_missing', tilePath(tile));
    else if (entries?.length !== tile.width) found('file_altered', tilePath(tile));
    for (let n = 0; n < tile.width; n += 1) all.push(entries?.[n] ?? new Uint8Array());
  }
  return all;
}

/** The tree with all levels that full tiles contain. */
function levelsOf(hashing: TreeHashing, entries: readonly Uint8Array[]): Uint8Array[] {
  let level = new Uint8Array(entries.length * HASH_BYTES);
  for (const [n, entry] of entries.entries()) level.set(hashing.leaf(entry), n * HASH_BYTES);
  const levels = [level];
  while (level.length >= TILE_WIDTH * HASH_BYTES) {
    const count = Math.floor(level.length / HASH_BYTES / TILE_WIDTH);
    const above = new Uint8Array(count * HASH_BYTES);
    for (let n = 0; n < count; n += 1) above.set(hashing.full(level, n * TILE_WIDTH, TILE_WIDTH), n * HASH_BYTES);
    levels.push(above);
    level = above;
  }
  return levels;
}

const partOf = (level: Uint8Array | undefined, { place, width }: Pick<Tile, 'place' | 'width'>): Uint8Array => {
  const start = place * TILE_WIDTH * HASH_BYTES;
  return (level ?? new Uint8Array()).subarray(start, start + width * HASH_BYTES);
};

function compareTile(files: LogFiles, tile: Tile, level: Uint8Array | undefined, found: ReportFault): void {
  const path = tilePath(tile);
  const bytes = files.read(path);
  if (!bytes) found('file_missing', path);
  else if (!sameBytes(bytes, partOf(level, tile))) found('file_altered', path);
}

/** A tile of an earlier, smaller tree must be the beginning of the present tile. */
function compareOther(files: LogFiles, path: string, size: number, log: RebuiltLog, found: ReportFault): void {
  const tile = tileOfPath(path);
  const now = tile && tileIn(size, tile);
  if (!tile || !now || tile.width > now.width) return found('file_unexpected', path);
  if (tile.width === now.width) return;
  const bytes = files.read(path) ?? new Uint8Array();
  if (tile.level !== 'entries') {
    if (!sameBytes(bytes, partOf(log.levels[tile.level], tile))) found('file_altered', path);
    return;
  }
  const entries = entriesOf(bytes);
  const start = tile.place * TILE_WIDTH;
  const isBeginning =
    entries?.length === tile.width &&
    entries.every((entry, n) => sameBytes(entry, log.entries[start + n] ?? entry.subarray(1)));
  if (!isBeginning) found('file_altered', path);
}

/** The root of the log's first `size` entries. */
export const rootOf = (hashing: TreeHashing, { levels }: RebuiltLog, size: number): Uint8Array =>
  hashOfRange(hashing, { start: 0, end: size }, ({ level, place }) => {
    const width = Math.min(hashesAt(level, (levels[0]?.length ?? 0) / HASH_BYTES) - place * TILE_WIDTH, TILE_WIDTH);
    return partOf(levels[level], { place, width });
  });
