import { Engine, ZenEngine } from './rival-libraries/rule-engines.ts';
import { assess } from '#shared/domain/risk/assess.ts';
import { profileOf } from '#shared/domain/risk/facts/company-profile.ts';
import { ALL_RULES } from '#shared/domain/risk/rules/all-rules.ts';
import { companyRecords } from './company-records.ts';
import { type Bench, median, processorTime } from './result.ts';
import { graphOf } from './rules-as-jdm.ts';
import { figuresOf, JSON_RULES } from './rules-as-json.ts';

const RECORDS = 5000;
const SEED = 20_261_124;
/** These rounds are not measured, because functions are still compiled in them, the project's and the peers'. */
const WARM_UP = 4;
const ROUNDS = 9;
const PASSES = 8;
const PEER_RECORDS = 1000;

/** An engine that returns the codes of the rules that are true for a company's figures. */
export type Peer = (figures: ReturnType<typeof figuresOf>) => Promise<string[]>;

/** The engines for the rules that JSON conditions can express. */
export function peersAsked(): Readonly<Record<string, Peer>> {
  const engine = new Engine([...JSON_RULES]);
  const decision = new ZenEngine().createDecision(graphOf(JSON_RULES));
  return {
    'json-rules-engine': async (figures) => (await engine.run(figures)).events.map(({ type }) => type),
    '@gorules/zen-engine': async (figures) => {
      const { result }: { result: Record<string, boolean> } = await decision.evaluate(figures);
      return JSON_RULES.flatMap(({ event }) => (result[event.type] === true ? [event.type] : []));
    },
  };
}

/**
 * Measures companies per second of processor time. The project's engine derives values from facts, applies all rules,
 * and writes evidence and sentences. The peers apply the rules that JSON conditions can express to precomputed figures.
 * All must find the same. The figures are medians of alternating rounds.
 */
export const bench: Bench = async () => {
  const records = companyRecords(RECORDS, SEED);
  const shared = records.slice(0, PEER_RECORDS);
  const figures = shared.map((facts) => figuresOf(profileOf(facts)));
  const peers = Object.entries(peersAsked()).map(([name, ask]) => ({ name, ask, rates: new Array<number>() }));
  const ours: number[] = [];
  let [flagged, findings] = [0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    [flagged, findings] = [0, 0];
    const started = processorTime();
    for (let pass = 0; pass < PASSES; pass += 1) {
      for (const facts of records) {
        const { verdict, findings: found } = assess(facts);
        if (verdict === 'flagged') flagged += 1;
        findings += found.length;
      }
    }
    const taken = processorTime() - started;
    if (round >= WARM_UP) ours.push((RECORDS * PASSES * 1000) / taken);

    for (const { ask, rates } of peers) {
      const peerStarted = processorTime();
      for (const company of figures) await ask(company);
      const peerTaken = processorTime() - peerStarted;
      if (round >= WARM_UP) rates.push((PEER_RECORDS * 1000) / peerTaken);
    }
  }
  for (const { ask } of peers) await assertSameFindings(ask);
  const rate = median(ours);
  const ratioTo = (name: string) => {
    const peer = peers.find((one) => one.name === name);
    return Math.round((10 * rate) / median(peer?.rates ?? [])) / 10;
  };
  return {
    ours: Math.round(rate),
    peers: Object.fromEntries(peers.map(({ name, rates }) => [name, Math.round(median(rates))])),
    floor: 150_000,
    ratio: ratioTo('json-rules-engine'),
    ratios: Object.fromEntries(peers.map(({ name }) => [name, ratioTo(name)])),
    unit: 'companies/s',
    at: new Date().toISOString(),
    rssMB: Math.round(process.memoryUsage().rss / 1e6),
    rules: ALL_RULES.length,
    rulesOfPeers: JSON_RULES.length,
    flaggedShare: Math.round((1000 * flagged) / (RECORDS * PASSES)) / 1000,
    findingsEach: Math.round((100 * findings) / (RECORDS * PASSES)) / 100,
  };
};

/** @throws Error where a peer and our rules disagree on a record: then they were not asked the same. */
export async function assertSameFindings(ask: Peer): Promise<void> {
  const codes = new Set(JSON_RULES.map(({ event }) => event.type));
  const asked = ALL_RULES.filter(({ code }) => codes.has(code));
  for (const facts of companyRecords(PEER_RECORDS, SEED)) {
    const reading = profileOf(facts);
    const theirs = (await ask(figuresOf(reading))).sort();
    const own = asked.flatMap((rule) => (rule.evaluate(reading) ? [rule.code] : [])).sort();
    if (own.join() !== theirs.join()) throw new Error(`${facts.enterpriseCode}: ${own.join()} / ${theirs.join()}`);
  }
}
