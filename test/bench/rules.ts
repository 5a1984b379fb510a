import { Engine } from 'json-rules-engine';
import { assess } from '#shared/domain/assess.ts';
import { readFacts } from '#shared/domain/facts/reading.ts';
import { ALL_RULES } from '#shared/domain/rules/all-rules.ts';
import { companyRecords } from './company-records.ts';
import type { Bench } from './result.ts';
import { figuresOf, JSON_RULES } from './rules-as-json.ts';

const RECORDS = 5000;
const SEED = 20_261_124;
const ROUNDS = 5;
const PASSES = 8;
const PEER_RECORDS = 1000;

/**
 * Companies a second on one core: ours reads the facts, asks all rules, and writes evidence and sentences; the peer asks
 * the rules that JSON conditions can say, of figures worked out beforehand. Both must find the same. Medians, in turn.
 */
export const bench: Bench = async () => {
  const records = companyRecords(RECORDS, SEED);
  const shared = records.slice(0, PEER_RECORDS);
  const figures = shared.map((facts) => figuresOf(readFacts(facts)));
  const engine = new Engine([...JSON_RULES]);
  const [ours, peer]: [number[], number[]] = [[], []];
  let [flagged, findings] = [0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    [flagged, findings] = [0, 0];
    const started = performance.now();
    for (let pass = 0; pass < PASSES; pass += 1) {
      for (const facts of records) {
        const { verdict, findings: found } = assess(facts);
        if (verdict === 'flagged') flagged += 1;
        findings += found.length;
      }
    }
    ours.push((RECORDS * PASSES * 1000) / (performance.now() - started));

    const peerStarted = performance.now();
    for (const company of figures) await engine.run(company);
    peer.push((PEER_RECORDS * 1000) / (performance.now() - peerStarted));
  }
  await findTheSame(engine);
  const [rate, peerRate] = [median(ours), median(peer)];
  return {
    ours: Math.round(rate),
    peers: { 'json-rules-engine': Math.round(peerRate) },
    floor: 200_000,
    ratio: Math.round((rate / peerRate) * 10) / 10,
    unit: 'companies/s',
    at: new Date().toISOString(),
    rssMB: Math.round(process.memoryUsage().rss / 1e6),
    rules: ALL_RULES.length,
    rulesOfPeer: JSON_RULES.length,
    flaggedShare: Math.round((1000 * flagged) / (RECORDS * PASSES)) / 1000,
    findingsEach: Math.round((100 * findings) / (RECORDS * PASSES)) / 100,
  };
};

/** @throws Error where the peer and our rules disagree on a record: then they were not asked the same. */
export async function findTheSame(engine: Engine): Promise<void> {
  const codes = new Set(JSON_RULES.map(({ event }) => event.type));
  const asked = ALL_RULES.filter(({ code }) => codes.has(code));
  for (const facts of companyRecords(PEER_RECORDS, SEED)) {
    const reading = readFacts(facts);
    const { events } = await engine.run(figuresOf(reading));
    const theirs = events.map(({ type }) => type).sort();
    const own = asked.flatMap((rule) => (rule.evaluate(reading) ? [rule.code] : [])).sort();
    if (own.join() !== theirs.join()) throw new Error(`${facts.enterpriseCode}: ${own.join()} / ${theirs.join()}`);
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
