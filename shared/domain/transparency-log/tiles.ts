import type { TreeHashing } from './tree-hash.ts';
import { type Range, type Subtree, subtreesOf } from './ranges.ts';

/** The number of hashes of a full tile. */
export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

/** A tile (tlog-tiles): `width` hashes of level `256 ** level` from the tile's index on, or a bundle of entries. */
export interface Tile {
  readonly level: number | 'entries';
  readonly place: number;
  /** The number of hashes, 1 … 256. */
  readonly width: number;
}

/** The path of a tile, such as `tile/0/x001/x234/067` or `tile/entries/000.p/5`. */
export function tilePath({ level, place, width }: Tile): string {
  const parts = [String(place % 1000).padStart(3, '0')];
  for (let rest = Math.floor(place / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    parts.unshift(`x${String(rest % 1000).padStart(3, '0')}`);
  }
  return `tile/${level}/${parts.join('/')}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

const PATH =
  /^tile\/(?<level>entries|0|[1-9]|[1-5]\d|6[0-3])\/(?<places>(?:x\d{3}\/)*\d{3})(?:\.p\/(?<width>[1-9]\d?|1\d\d|2[0-4]\d|25[0-5]))?$/u;

/** The tile of a path; undefined where it is no path of a tile. */
export function tileOfPath(path: string): Tile | undefined {
  const { level, places = '', width } = PATH.exec(path)?.groups ?? {};
  if (level === undefined) return undefined;
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    place: Number(places.replaceAll(/[x/]/gu, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  return tilePath(tile) === path ? tile : undefined;
}

/** The number of hashes of a level in a tree of the given size. */
export const hashesAt = (level: Tile['level'], size: number): number =>
  level === 'entries' ? size : Math.floor(size / TILE_WIDTH ** level);

/** The tile at an index in a tree of the given size; undefined where the tree has none there. */
export function tileIn(size: number, { level, place }: Pick<Tile, 'level' | 'place'>): Tile | undefined {
  const width = Math.min(hashesAt(level, size) - place * TILE_WIDTH, TILE_WIDTH);
  return width > 0 ? { level, place, width } : undefined;
}

/** All tiles of a tree of that size, bundles of entries first. */
export function tilesOf(size: number): Tile[] {
  const levels: Tile['level'][] = ['entries'];
  for (let level = 0; hashesAt(level, size) > 0; level += 1) levels.push(level);
  return levels
    .flatMap((level) =>
      Array.from({ length: Math.ceil(hashesAt(level, size) / TILE_WIDTH) }, (_, place) =>
        tileIn(size, { level, place }),
      ),
    )
    .filter((tile) => tile !== undefined);
}

/** The position of a subtree's hashes: `count` of them from `first` on in the tile. */
function partOf({ level, index }: Subtree) {
  const within = 2 ** (level % TILE_HEIGHT);
  const start = index * within;
  return {
    tile: { level: Math.floor(level / TILE_HEIGHT), place: Math.floor(start / TILE_WIDTH) },
    first: start % TILE_WIDTH,
    count: within,
  };
}

/** The tiles that are needed for the hashes of these ranges in a tree of the given size, each once. */
export function tilesFor(ranges: readonly Range[], size: number): Tile[] {
  const tiles = ranges.flatMap(subtreesOf).map((subtree) => tileIn(size, partOf(subtree).tile));
  return [...new Map(tiles.flatMap((tile) => (tile ? [[tilePath(tile), tile]] : []))).values()];
}

/** Computes the hash of a range from tiles; `hashesOf` gives a tile's bytes by level and index. */
export function hashOfRange(
  hashing: TreeHashing,
  range: Range,
  hashesOf: (tile: { readonly level: number; readonly place: number }) => Uint8Array,
): Uint8Array {
  const hashes = subtreesOf(range).map((subtree) => {
    const { tile, first, count } = partOf(subtree);
    return hashing.full(hashesOf(tile), first, count);
  });
  return hashing.join(hashes);
}
