import { consistencyRanges, inclusionRanges } from '#shared/domain/transparency-log/ranges.ts';
import type { TreeHead } from '#shared/domain/transparency-log/tree-hash.ts';
import { hashing } from '#test/support/transparency-log/a-log.ts';

type Bytes = Uint8Array;
type Proof = readonly Bytes[];
interface Vector {
  readonly what: string;
  readonly proof: Proof;
  readonly holds: boolean;
}
interface Inclusion extends Vector {
  readonly index: number;
  readonly leaf: Bytes;
  readonly head: TreeHead;
}
interface Consistency extends Vector {
  readonly earlier: TreeHead;
  readonly later: TreeHead;
}

const NOTHING = new Uint8Array();
const EMPTY_TREE = hashing.join([]);
const SOME = new Uint8Array(Buffer.from('abacaba000000000000000000000000000000000000000000060061e00123456', 'hex'));
const words = (text: string): Bytes => new TextEncoder().encode(text);
const flipped = (proof: Proof, place: number, bit: number): Proof =>
  proof.map((hash, n) => (n === place ? Uint8Array.from(hash, (byte, at) => (at === 0 ? byte ^ bit : byte)) : hash));

/**
 * The test vectors of github.com/transparency-dev/merkle: five proofs of each kind over its tree of eight leaves, each
 * spoilt in every way of its cmd/proofgen, and proofs about nothing.
 */
export function merkleVectors(
  leaves: readonly string[],
  roots: readonly Bytes[],
  hashOf: (range: { start: number; end: number }) => Bytes,
): { readonly inclusion: readonly Inclusion[]; readonly consistency: readonly Consistency[] } {
  const headOf = (size: number): TreeHead => ({ size, root: roots[size - 1]! });
  const included = (index: number, size: number): Inclusion[] => {
    const proof = inclusionRanges(index, size).map(hashOf);
    const leaf = hashing.leaf(new Uint8Array(Buffer.from(leaves[index]!, 'hex')));
    return spoiltInclusions({ what: `${index} in ${size}`, index, leaf, proof, head: headOf(size), holds: true });
  };
  const consistent = (from: number, size: number): Consistency[] => {
    const proof = consistencyRanges(from, size).map(hashOf);
    const what = `${from} before ${size}`;
    return spoiltConsistencies({ what, earlier: headOf(from), later: headOf(size), proof, holds: true });
  };
  return {
    inclusion: [included(0, 1), included(0, 8), included(5, 8), included(2, 3), included(1, 5), aboutNothing()].flat(),
    consistency: [
      [consistent(1, 1), consistent(1, 8), consistent(6, 8), consistent(2, 5), consistent(6, 7)].flat(),
      withoutProof(),
    ].flat(),
  };
}

function spoiltInclusions(whole: Inclusion): Inclusion[] {
  const { index, proof, head } = whole;
  const { size, root } = head;
  const spoilt: [string, Partial<Inclusion>][] = [
    ['index - 1', { index: index - 1 }],
    ['index + 1', { index: index + 1 }],
    ['index ^ 2', { index: index ^ 2 }],
    ['size * 2', { head: { size: size * 2, root } }],
    ['size / 2', { head: { size: Math.floor(size / 2), root } }],
    ['wrong leaf', { leaf: words('WrongLeaf') }],
    ['empty root', { head: { size, root: EMPTY_TREE } }],
    ['random root', { head: { size, root: SOME } }],
    ['nothing at the end', { proof: [...proof, NOTHING] }],
    ['root at the end', { proof: [...proof, root] }],
    ['nothing in front', { proof: [NOTHING, ...proof] }],
    ['root in front', { proof: [root, ...proof] }],
    ...proof.map((_, n): [string, Partial<Inclusion>] => [`bit of ${n}`, { proof: flipped(proof, n, 8) }]),
    ...(proof.length > 0 ? [['one less', { proof: proof.slice(0, -1) }] satisfies [string, Partial<Inclusion>]] : []),
    ...(proof.length > 1
      ? [['one more', { proof: [proof[0]!, SOME, ...proof.slice(1)] }] satisfies [string, Partial<Inclusion>]]
      : []),
  ];
  return [whole, ...spoilt.map(([what, one]) => ({ ...whole, ...one, what: `${whole.what}: ${what}`, holds: false }))];
}

function aboutNothing(): Inclusion[] {
  const data = hashing.leaf(words('data'));
  const about = (index: number, size: number, root: Bytes, leaf: Bytes): Inclusion => {
    const what = `${index} in ${size}, root of ${root.length} bytes, leaf of ${leaf.length}`;
    return { what, index, leaf, proof: [], head: { size, root }, holds: root === data && leaf === data };
  };
  return [
    ...[[0, 0] as const, [0, 1] as const, [1, 0] as const, [2, 1] as const].flatMap(([index, size]) => [
      about(index, size, NOTHING, SOME),
      about(index, size, EMPTY_TREE, NOTHING),
      about(index, size, EMPTY_TREE, SOME),
    ]),
    ...[data, NOTHING].flatMap((root) => [data, NOTHING].map((leaf) => about(0, 1, root, leaf))),
  ];
}

function spoiltConsistencies(whole: Consistency): Consistency[] {
  const { earlier, later, proof } = whole;
  if (proof.length === 0) return [whole];
  const [sizeOne, sizeTwo] = [earlier.size, later.size];
  const spoilt: [string, Partial<Consistency>][] = [
    ...[sizeOne - 1, sizeOne + 1, sizeOne ^ 2].map((size): [string, Partial<Consistency>] => [
      `earlier size ${size}`,
      { earlier: { ...earlier, size } },
    ]),
    ...[sizeTwo * 2, Math.floor(sizeTwo / 2)].map((size): [string, Partial<Consistency>] => [
      `later size ${size}`,
      { later: { ...later, size } },
    ]),
    ['wrong earlier root', { earlier: { ...earlier, root: words('WrongRoot') } }],
    ['wrong later root', { later: { ...later, root: words('WrongRoot') } }],
    ['other root each', { earlier: { ...earlier, root: later.root }, later: { ...later, root: earlier.root } }],
    ['no proof', { proof: [] }],
    ['one less', { proof: proof.slice(0, -1) }],
    ...[NOTHING, earlier.root, later.root].flatMap((hash, n): [string, Partial<Consistency>][] => [
      [`${n} at the end`, { proof: [...proof, hash] }],
      [`${n} in front`, { proof: [hash, ...proof] }],
    ]),
    ['first twice', { proof: [proof[0]!, ...proof] }],
    ...proof.map((_, n): [string, Partial<Consistency>] => [`bit of ${n}`, { proof: flipped(proof, n, 16) }]),
  ];
  return [whole, ...spoilt.map(([what, one]) => ({ ...whole, ...one, what: `${whole.what}: ${what}`, holds: false }))];
}

function withoutProof(): Consistency[] {
  const [one, two] = [words("don't care 1"), words("don't care 2")];
  const vector = (from: number, size: number, roots: readonly [Bytes, Bytes], proof: Proof = []): Consistency => {
    const what = `${from} before ${size}, roots ${roots[0] === roots[1] ? 'the same' : 'other'}, ${proof.length} hashes`;
    const [earlier, later] = [
      { size: from, root: roots[0] },
      { size, root: roots[1] },
    ];
    return { what, earlier, later, proof, holds: from === 1 && size === 1 && roots[0] === two };
  };
  return [
    vector(0, 0, [one, two]),
    vector(1, 1, [one, two]),
    vector(0, 0, [one, one]),
    vector(0, 1, [one, two]),
    vector(1, 1, [two, two]),
    vector(1, 0, [one, two]),
    vector(2, 1, [one, two]),
    vector(1, 2, [one, two]),
    vector(0, 0, [EMPTY_TREE, two]),
    vector(1, 1, [EMPTY_TREE, two]),
    vector(0, 0, [EMPTY_TREE, EMPTY_TREE], [EMPTY_TREE]),
    vector(1, 1, [EMPTY_TREE, EMPTY_TREE], [EMPTY_TREE]),
    vector(0, 1, [EMPTY_TREE, two]),
    vector(0, 1, [EMPTY_TREE, EMPTY_TREE], [EMPTY_TREE]),
  ];
}
