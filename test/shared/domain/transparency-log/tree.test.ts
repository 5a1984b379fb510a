import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIncluded } from '#shared/domain/transparency-log/check-proof.ts';
import { isConsistent } from '#test/support/transparency-log/is-consistent.ts';
import { edgeTiles } from '#shared/domain/transparency-log/grow-tiles.ts';
import { consistencyRanges, inclusionRanges, largestPowerOfTwoBelow } from '#shared/domain/transparency-log/ranges.ts';
import { hashOfRange, tileIn, tilePath, tilesFor } from '#shared/domain/transparency-log/tiles.ts';
import { ALog, hashing, numbered } from '#test/support/transparency-log/a-log.ts';
import argon from './argon2020.json' with { type: 'json' };
import { merkleVectors } from './merkle-vectors.ts';

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const base64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));

/** The tree of certificate transparency's own tests: github.com/transparency-dev/merkle, proof/verify_test.go. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
].map(hex);
/** RFC 6962, section 2.1, as it is written there. */
function treeHash(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return hashing.join([]);
  if (leaves.length === 1) return hashing.leaf(leaves[0]!);
  const split = largestPowerOfTwoBelow(leaves.length);
  return hashing.node(treeHash(leaves.slice(0, split)), treeHash(leaves.slice(split)));
}
const hashOf = ({ start, end }: { start: number; end: number }) => treeHash(LEAVES.slice(start, end).map(hex));

describe('the tree of RFC 6962', () => {
  it('the tree of RFC 6962 hashes entries and nodes as its test vectors do', () => {
    expect(hashing.join([])).toEqual(hex('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'));
    expect(hashing.leaf(new TextEncoder().encode('L123456'))).toEqual(
      hex('395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56'),
    );
    for (const [n, root] of ROOTS.entries()) expect(treeHash(LEAVES.slice(0, n + 1).map(hex))).toEqual(root);
  });

  const vectors = merkleVectors(LEAVES, ROOTS, hashOf);
  it('the tree of RFC 6962 answers all 196 test vectors of transparency-dev/merkle', () => {
    const { inclusion, consistency } = vectors;
    expect(inclusion.length + consistency.length).toBe(196);
    const isIn = ({ index, leaf, proof, head }: (typeof inclusion)[number]) =>
      isIncluded(hashing, { index, leaf, proof }, head);
    expect(inclusion.filter((vector) => isIn(vector) !== vector.holds).map(({ what }) => what)).toEqual([]);
    const isEarlier = ({ earlier, later, proof }: (typeof consistency)[number]) =>
      isConsistent(hashing, earlier, later, proof);
    expect(consistency.filter((vector) => isEarlier(vector) !== vector.holds).map(({ what }) => what)).toEqual([]);
  });

  // golang.org/x/mod, sumdb/tlog/testdata/argon2020: answers of Google's Argon 2020 log
  it('the tree of RFC 6962 verifies a real log of 961,984,013 certificates', () => {
    const head = { size: argon.tree_size, root: base64(argon.sha256_root_hash) };
    const leaf = hashing.leaf(base64(argon.leaf_input));
    const proof = argon.audit_path.map(base64);
    expect(isIncluded(hashing, { index: argon.leaf_index, leaf, proof }, head)).toBe(true);
    expect(inclusionRanges(argon.leaf_index, argon.tree_size)).toHaveLength(proof.length);
    const earlier = { size: 3_654_490, root: base64('AuIZ5V6sDUj1vn3Y1K85oOaQ7y+FJJKtyRTl1edIKBQ=') };
    expect(isConsistent(hashing, earlier, head, argon.consistency.map(base64))).toBe(true);
    expect(consistencyRanges(3_654_490, argon.tree_size)).toHaveLength(argon.consistency.length);
  });
});

describe('proofs out of tiles', () => {
  const sizes = fc.integer({ min: 1, max: 1500 });

  it('proofs from tiles are valid for every entry and every earlier tree, whatever pieces the log was appended in', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), fc.nat(), (size, cut, some, earlierOne) => {
        const texts = numbered(size);
        const middle = cut % size;
        const log = new ALog().append(...texts.slice(0, middle)).append(...texts.slice(middle));
        const leaves = texts.map((text) => new TextEncoder().encode(text));
        expect(log.root).toEqual(treeHash(leaves));
        const hashesOf = (tile: { level: number; place: number }) => log.read(tilePath(tileIn(size, tile)!))!;
        const index = some % size;
        const proof = inclusionRanges(index, size).map((range) => hashOfRange(hashing, range, hashesOf));
        const head = { size, root: log.root };
        const read = tilesFor(inclusionRanges(index, size), size).map(tilePath);
        expect(log.paths).toEqual(expect.arrayContaining([...read, ...edgeTiles(size).map(tilePath)]));
        expect(isIncluded(hashing, { index, leaf: hashing.leaf(leaves[index]!), proof }, head)).toBe(true);
        const from = 1 + (earlierOne % size);
        const steps = consistencyRanges(from, size).map((range) => hashOfRange(hashing, range, hashesOf));
        const earlier = { size: from, root: treeHash(leaves.slice(0, from)) };
        expect(isConsistent(hashing, earlier, head, steps)).toBe(true);
        expect(isConsistent(hashing, { ...earlier, root: treeHash(leaves.slice(0, from - 1)) }, head, steps)).toBe(
          false,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('proofs from tiles are valid for a tree of 65,537 entries, which has three levels of tiles', () => {
    const log = new ALog().append(...numbered(65_537));
    expect(log.paths).toContain('tile/2/000.p/1');
    expect(log.paths).toContain('tile/0/256.p/1');
    const hashesOf = (tile: { level: number; place: number }) => log.read(tilePath(tileIn(65_537, tile)!))!;
    for (const index of [0, 255, 256, 65_535, 65_536]) {
      const proof = inclusionRanges(index, 65_537).map((range) => hashOfRange(hashing, range, hashesOf));
      const leaf = hashing.leaf(new TextEncoder().encode(`entry ${index}`));
      expect(isIncluded(hashing, { index, leaf, proof }, { size: 65_537, root: log.root })).toBe(true);
    }
  });
});
