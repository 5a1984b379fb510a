import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bundleOf, entriesOf } from '#shared/domain/transparency-log/entry-bundle.ts';
import { tileOfPath, tilePath, tilesOf } from '#shared/domain/transparency-log/tiles.ts';

// The examples of c2sp.org/tlog-tiles
it('tiles have the paths of tlog-tiles', () => {
  expect(tilePath({ level: 3, place: 1_234_067, width: 256 })).toBe('tile/3/x001/x234/067');
  expect(tilePath({ level: 'entries', place: 0, width: 5 })).toBe('tile/entries/000.p/5');
});

it('a tree of 70,000 entries has the tiles that tlog-tiles counts', () => {
  const tiles = tilesOf(70_000);
  const of = (level: number) => tiles.filter((tile) => tile.level === level).map(({ width }) => width);
  expect(of(0).filter((width) => width === 256)).toHaveLength(273);
  expect(of(0).at(-1)).toBe(112);
  expect(of(1)).toEqual([256, 17]);
  expect(of(2)).toEqual([1]);
});

it('a tree of 256 entries has a full tile and a partial one above it', () => {
  expect(tilesOf(256).map(tilePath)).toEqual(['tile/entries/000', 'tile/0/000', 'tile/1/000.p/1']);
  expect(tilesOf(0)).toEqual([]);
});

it('every path of a tile is read back, and no other spelling of it', () => {
  const tile = fc.record({
    level: fc.oneof(fc.constant('entries' as const), fc.integer({ min: 0, max: 63 })),
    place: fc.nat({ max: 2_000_000_000 }),
    width: fc.integer({ min: 1, max: 256 }),
  });
  fc.assert(
    fc.property(tile, (one) => {
      expect(tileOfPath(tilePath(one))).toEqual(one);
    }),
  );
  for (const path of [
    'tile/64/000',
    'tile/00/000',
    'tile/0/0',
    'tile/0/001.p/0',
    'tile/0/001.p/256',
    'tile/0/x000/001',
    'tile/0/001/002',
    'tile/0/../000',
    'tile/data/000',
  ]) {
    expect(tileOfPath(path)).toBeUndefined();
  }
});

it('a bundle has entries with their lengths, and a truncated bundle is refused', () => {
  expect(bundleOf([Uint8Array.of(1, 2), new Uint8Array()])).toEqual(Uint8Array.of(0, 2, 1, 2, 0, 0));
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), (entries) => {
      const bundle = bundleOf(entries);
      expect(entriesOf(bundle)).toEqual(entries);
    }),
  );
  expect(entriesOf(Uint8Array.of(0, 2, 1))).toBeUndefined();
  expect(entriesOf(Uint8Array.of(0))).toBeUndefined();
  expect(() => bundleOf([new Uint8Array(65_536)])).toThrow(RangeError);
});
