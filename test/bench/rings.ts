import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { connectedComponents, UndirectedGraph } from './rival-libraries/graphs.ts';
import { SHARED_KINDS } from '#shared/domain/risk/rings/band.ts';
import { findRings } from '#shared/domain/risk/rings/find-rings.ts';
import type { PlantedProvince } from './planted-province.ts';
import { plantProvince } from './planted-province.ts';
import { type Bench, median } from './result.ts';

const COMPANIES = 200_000;
const SEED = 20_261_124;
const ROUNDS = 3;

/**
 * Measures finding the rings of 200,000 companies with 5 links each. The peer builds a graph of companies and values
 * from the same columns and asks for its components, which neither weighs hubs nor gives evidence. The figures are
 * medians of three alternating rounds.
 */
export const bench: Bench = () => {
  const province = plantProvince(COMPANIES, SEED);
  const place = new Map(province.companies.map(({ enterpriseCode }, index) => [enterpriseCode, index]));
  const times: number[] = [];
  const peerTimes: number[] = [];
  let found: readonly number[][] = [];
  let components: readonly number[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const rings = timed(times, () => findRings(province.links, province.companies));
    found = rings.map(({ members }) => members.map(({ enterpriseCode }) => place.get(enterpriseCode) ?? -1));
    components = timed(peerTimes, () => graphologyComponents(province));
  }
  const [ours, peer] = [median(times), median(peerTimes)];
  const { precision, recall } = pairwise(found, province.ring);
  return Promise.resolve({
    ours: round3(ours),
    peers: { graphology: round3(peer) },
    ratio: round3(peer / ours),
    unit: 's for 200 k companies × 5 links',
    at: new Date().toISOString(),
    rssMB: rssAlone(),
    precision: round3(precision),
    recall: round3(recall),
    rings: found.length,
    slowest: round3(Math.max(...times)),
    plainComponentsPrecision: round3(pairwise(components, province.ring).precision),
  });
};

/**
 * Precision and recall over pairs of companies that were found in one group and planted in one ring (-1 means no ring).
 */
export function pairwise(
  groups: readonly (readonly number[])[],
  ring: Int32Array,
): { readonly precision: number; readonly recall: number } {
  const planted = pairsIn(ring);
  let found = 0;
  let right = 0;
  for (const group of groups) {
    found += pairs(group.length);
    right += pairsIn(group.map((index) => ring[index] ?? -1));
  }
  return { precision: right / Math.max(1, found), recall: right / Math.max(1, planted) };
}

const pairs = (count: number): number => (count * (count - 1)) / 2;
const pairsIn = (rings: Iterable<number>): number => {
  const counts = new Map<number, number>();
  for (const ring of rings) if (ring >= 0) counts.set(ring, (counts.get(ring) ?? 0) + 1);
  return counts.values().reduce((sum, count) => sum + pairs(count), 0);
};

const graphologyComponents = ({ companies, links }: PlantedProvince): number[][] => {
  const graph = new UndirectedGraph({ allowSelfLoops: false });
  for (let index = 0; index < companies.length; index += 1) graph.addNode(index);
  for (let link = 0; link < links.value.length; link += 1) {
    const node = `${SHARED_KINDS[links.kind[link] ?? 0]}:${links.value[link]}`;
    graph.mergeEdge(links.company[link], node);
  }
  return connectedComponents(graph).map((nodes) => nodes.filter((node) => !node.includes(':')).map(Number));
};

// The peak of a process that holds the province and finds its rings. A small young generation, as in a small Lambda:
// else the garbage of making the province up is counted.
const rssAlone = (): number => {
  const script = fileURLToPath(new URL('rings-alone.ts', import.meta.url));
  const args = ['--max-semi-space-size=8', script, String(COMPANIES), String(SEED)];
  const reported: unknown = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  return typeof reported === 'object' && reported !== null && 'rssMB' in reported ? Number(reported.rssMB) : Number.NaN;
};

const timed = <T>(times: number[], work: () => T): T => {
  const from = performance.now();
  const result = work();
  times.push((performance.now() - from) / 1000);
  return result;
};
const round3 = (value: number): number => Math.round(value * 1000) / 1000;
