import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { NOTHING, type BilledUsage, usd, usdByKind } from './billing/prices.ts';
import { byStep } from './billing/by-step.ts';
import { units, usageOf } from './billing/usage-of.ts';
import { FEEDS_BUT_REGISTRATIONS, writeProvince } from './embedded/province.ts';
import { runFlow, type Phase } from './embedded/run-flow.ts';
import type { Bench } from './result.ts';
import type { Exchange } from './embedded/recorder.ts';

const APPENDER = /append-?entries/iu;
const QUEUE = '-log-entries';

/** The part of a phase that only the verifiable log causes: its queue, its function, and that function's requests. */
function ofTheLog(phase: Phase): Phase {
  return {
    ...phase,
    exchanges: phase.exchanges.filter(isOfTheLog),
    invocations: phase.invocations.filter((invocation) => APPENDER.test(invocation.function)),
    logBytes: 0,
  };
}

const isOfTheLog = ({ service, caller = '', request }: Exchange): boolean =>
  APPENDER.test(caller) || (service === 'sqs' && request.includes(QUEUE));

const COMPANIES = 250;
const STEPS = ['read', 'verify', 'assess', 'notify'];
const FLOOR: BilledUsage = {
  ...NOTHING,
  writeUnits: STEPS.length,
  readUnits: STEPS.length,
  queueRequests: 0.3 * STEPS.length,
};

/**
 * Measures the US$ for a million registered companies at list prices, from the real requests and sizes of the deployed
 * functions on local engines. `ours` is a file of registrations for a province whose other feeds are loaded: its rows,
 * its people against police data, its assessments with all that follows from shared values and sweeps, its notices and
 * dossiers. `allFeeds` is all six feeds for an empty province, and `logAddsPercent` is the verifiable log's addition to
 * the rest of `ours` in the same run. The floor is one write, one read and 0.3 queue requests a step.
 */
export const bench: Bench = async () => {
  const folder = temporaryFolder('cost');
  try {
    const [others, registrations] = [join(folder, 'others'), join(folder, 'registrations')];
    writeProvince(others, COMPANIES, { feeds: FEEDS_BUT_REGISTRATIONS });
    const arrivals = writeProvince(registrations, COMPANIES, { feeds: ['registrations'] });
    const { phases, indexes } = await runFlow([others, registrations], { recorded: true });
    const [first, second] = phases.map((phase, place) => usageOf(phase, indexes, place === 0 ? phase.files : arrivals));
    if (!first || !second) throw new Error('two phases were run');
    const [ours, floor] = [millionOf(second), usd(FLOOR) * 1e6];
    const [, arrived] = phases;
    if (!arrived) throw new Error('two phases were run');
    const log = usageOf(ofTheLog(arrived), indexes, arrivals);
    const ofLog = millionOf(log);
    const [requestsEach = {}, writesEach = {}, readsEach = {}] = byStep(
      arrived.exchanges,
      (one) => units(one, indexes),
      COMPANIES,
    );
    return {
      ours: round(ours),
      peers: {},
      floor: round(floor),
      ratio: round(ours / floor),
      unit: 'US$ a million',
      at: new Date().toISOString(),
      rssMB: Math.round(process.memoryUsage().rss / 1e6),
      allFeeds: round(ours + millionOf(first)),
      logAddsPercent: round((ofLog / (ours - ofLog)) * 100),
      logUsdByKind: usdByKind(log, COMPANIES),
      companies: COMPANIES,
      usdByKind: usdByKind(second, COMPANIES),
      requestsEach,
      writesEach,
      readsEach,
      usageEach: Object.fromEntries(Object.entries(second).map(([kind, used]) => [kind, used / COMPANIES])),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const millionOf = (usage: BilledUsage): number => (usd(usage) / COMPANIES) * 1e6;
const round = (value: number): number => Math.round(value * 100) / 100;
