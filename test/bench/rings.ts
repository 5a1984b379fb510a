import Graph from 'graphology';
import { connectedComponents } from 'graphology-components';
import { SHARED_KINDS } from '#shared/domain/rings/band.ts';
import { findRings } from '#shared/domain/rings/find-rings.ts';
import type { PlantedProvince } from './planted-province.ts';
import { plantProvince } from './planted-province.ts';
import type { Bench } from './result.ts';

const COMPANIES = 200_000;
const ROUNDS = 3;

/** Rings of 200,000 companies with 5 links each, against graphology (graph built, components found) on the same links. */
export const bench: Bench = () => {
  const province = plantProvince(COMPANIES, 20_261_124);
  const times: number[] = [];
  let groups: readonly number[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    const rings = findRings(province.links, province.companies);
    times.push(performance.now() - from);
    const place = new Map(province.companies.map(({ enterpriseCode }, index) => [enterpriseCode, index]));
    groups = rings.map((ring) => ring.members.map(({ enterpriseCode }) => place.get(enterpriseCode) ?? -1));
  }
  // Taken before the peer starts: the peak of this process so far, the made-up province itself included.
  const rssMB = Math.round(process.resourceUsage().maxRSS / 1024);
  const peerTimes: number[] = [];
  let components: readonly number[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    components = graphologyComponents(province);
    peerTimes.push(performance.now() - from);
  }
  const ours = median(times) / 1000;
  const peer = median(peerTimes) / 1000;
  const { precision, recall } = pairwise(groups, province.ring);
  const plain = pairwise(components, province.ring);
  return Promise.resolve({
    ours: round(ours),
    peers: { graphology: round(peer) },
    ratio: round(peer / ours),
    unit: 's for 200 k companies × 5 links',
    at: new Date().toISOString(),
    rssMB,
    precision: round(precision),
    recall: round(recall),
    rings: groups.length,
    slowest: round(Math.max(...times) / 1000),
    plainComponentsPrecision: round(plain.precision),
  });
};

/** Precision and recall over pairs of companies: found in one group against planted in one ring. */
export function pairwise(groups: readonly (readonly number[])[], ring: Int32Array): { precision: number; recall: number } {
  const planted = pairsIn(countBy(ring.filter((number) => number >= 0)));
  let found = 0;
  let right = 0;
  for (const group of groups) {
    found += pairs(group.length);
    right += pairsIn(countBy(group.map((index) => ring[index] ?? -1).filter((number) => number >= 0)));
  }
  return { precision: right / Math.max(1, found), recall: right / Math.max(1, planted) };
}

const pairs = (count: number): number => (count * (count - 1)) / 2;
const pairsIn = (counts: Map<number, number>): number => [...counts.values()].reduce((sum, n) => sum + pairs(n), 0);
const countBy = (numbers: Iterable<number>): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
};

const graphologyComponents = ({ companies, links }: PlantedProvince): number[][] => {
  const graph = new Graph.UndirectedGraph({ allowSelfLoops: false });
  for (let index = 0; index < companies.length; index += 1) graph.addNode(index);
  for (let link = 0; link < links.value.length; link += 1) {
    const node = `${SHARED_KINDS[links.kind[link] ?? 0]}:${links.value[link]}`;
    graph.mergeEdge(links.company[link], node);
  }
  return connectedComponents(graph).map((nodes) => nodes.filter((node) => !node.includes(':')).map(Number));
};

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
const round = (value: number): number => Math.round(value * 1000) / 1000;
