import { bundleOf } from './entry-bundle.ts';
import { hashesAt, type Tile, TILE_WIDTH, tileIn } from './tiles.ts';
import { HASH_BYTES, type TreeHashing } from './tree-hash.ts';

/** A tile of the tree with its bytes. */
export interface WrittenTile extends Tile {
  readonly bytes: Uint8Array;
}

/**
 * The state from which entries are appended: the tree's last, partial tiles by level; empty where a level ends with a
 * full tile.
 */
export interface RightEdge {
  readonly size: number;
  readonly entries: readonly Uint8Array[];
  readonly hashes: readonly Uint8Array[];
}

/** The partial tiles at the right edge of a tree, which an append reads before it writes. */
export function edgeTiles(size: number): Tile[] {
  const levels: Tile['level'][] = ['entries', 0];
  for (let level = 1; hashesAt(level, size) > 0; level += 1) levels.push(level);
  return levels.flatMap((level) => {
    const tile = tileIn(size, { level, place: Math.floor(hashesAt(level, size) / TILE_WIDTH) });
    return tile ? [tile] : [];
  });
}

/** Appends entries. @returns the new or larger tiles, and the tree's last tiles afterwards */
export function growTiles(hashing: TreeHashing, before: RightEdge, added: readonly Uint8Array[]) {
  const size = before.size + added.length;
  const written: WrittenTile[] = [];
  const edge: Uint8Array[] = [];

  const bundled = [...before.entries, ...added];
  const firstBundle = Math.floor(before.size / TILE_WIDTH);
  for (const [n, entries] of chunks(bundled, TILE_WIDTH).entries()) {
    written.push({ level: 'entries', place: firstBundle + n, width: entries.length, bytes: bundleOf(entries) });
  }

  let rising = added.map((entry) => hashing.leaf(entry));
  for (let level = 0; rising.length > 0; level += 1) {
    const known = before.hashes[level] ?? new Uint8Array();
    const all = concatenated([known, ...rising]);
    const width = all.length / HASH_BYTES;
    const firstPlace = Math.floor(hashesAt(level, before.size) / TILE_WIDTH);
    const full: Uint8Array[] = [];
    for (let start = 0; start < width; start += TILE_WIDTH) {
      const bytes = all.subarray(start * HASH_BYTES, (start + TILE_WIDTH) * HASH_BYTES);
      const own = bytes.length / HASH_BYTES;
      written.push({ level, place: firstPlace + start / TILE_WIDTH, width: own, bytes });
      if (own === TILE_WIDTH) full.push(hashing.full(bytes, 0, TILE_WIDTH));
    }
    edge[level] = all.subarray((width - (width % TILE_WIDTH)) * HASH_BYTES);
    rising = full;
  }
  for (let level = edge.length; level < before.hashes.length; level += 1)
    edge[level] = before.hashes[level] ?? new Uint8Array();
  const whole = bundled.length - (bundled.length % TILE_WIDTH);
  return { written, edge: { size, entries: bundled.slice(whole), hashes: edge } satisfies RightEdge };
}

/** The root of a tree from its last tiles, in which each level's hashes are left of those of the level below. */
export function rootOfEdge(hashing: TreeHashing, { hashes }: RightEdge): Uint8Array {
  const subtrees: Uint8Array[] = [];
  for (const partial of [...hashes].reverse()) {
    let [first, left] = [0, partial.length / HASH_BYTES];
    while (left > 0) {
      let count = 1;
      while (count * 2 <= left) count *= 2;
      subtrees.push(hashing.full(partial, first, count));
      [first, left] = [first + count, left - count];
    }
  }
  return hashing.join(subtrees);
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
