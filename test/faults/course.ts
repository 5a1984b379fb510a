import { setTimeout as wait } from 'node:timers/promises';
import { type FaultyBank, breakBank, dropsEvents, isFlaky, isHealthy, recover } from './banks.ts';
import { isTaken, judge, type ReceiverVerdict } from './judge.ts';
import type { SystemUnderFaults } from './system.ts';

/**
 * Milliseconds for each notice at each healthy bank; `healed` is the time until all banks had the newest state.
 * `withdrawnAtFlaky` concerns the bank that fails sometimes; events that it had not received after two minutes count as
 * received then.
 */
export interface FaultCourse {
  readonly issued: readonly number[];
  readonly withdrawnInCalm: readonly number[];
  readonly withdrawnInStorm: readonly number[];
  readonly withdrawnAtFlaky: readonly number[];
  readonly raisedInStorm: readonly number[];
  readonly healed: number;
  readonly verdicts: ReadonlyMap<FaultyBank, ReceiverVerdict>;
}
interface DecidedNotice {
  readonly enterpriseCode: string;
  readonly at: number;
}

/** The number of first decisions that are not measured, because functions start cold. */
const WARMING = 3;
const PACE_MS = 1000;
const RECEIVED_WITHIN_MS = 120_000;
const HEALED_WITHIN_MS = 180_000;
/** The feed shows nothing younger than three seconds. */
const FEED_LAG_MS = 4000;

/**
 * Runs three phases (all banks healthy, six banks faulty, all healthy again) and records what was sent and received and
 * what the banks have at the end.
 */
export async function runCourse(
  system: SystemUnderFaults,
  banks: readonly FaultyBank[],
  codes: readonly string[],
  say: (sentence: string) => void,
): Promise<FaultCourse> {
  const healthy = banks.filter(isHealthy);
  const [first, others] = [codes.slice(0, WARMING), codes.slice(WARMING)];
  const third = Math.floor(others.length / 3);
  const [calm, storm, raised] = [others.slice(0, third), others.slice(third, 2 * third), others.slice(2 * third)];

  await until('every bank notified of every company', () =>
    banks.every(({ server }) => server.effects.size === codes.length),
  );
  const issued = healthy.flatMap(({ server }) => server.calls.map(({ at, event }) => at - wireTime(event.time)));
  await timesUntil(await decideAll(system, first, 'dismissed'), healthy, 'withdrawn');
  say(`calm: ${calm.length} dismissals`);
  const withdrawnInCalm = await timesUntil(await decideAll(system, calm, 'dismissed'), healthy, 'withdrawn');

  for (const bank of banks) await breakBank(bank);
  say(`six banks fall: ${storm.length} dismissals, ${raised.length} confirmations`);
  const dismissed = await decideAll(system, storm, 'dismissed');
  const withdrawnInStorm = await timesUntil(dismissed, healthy, 'withdrawn');
  const raisedInStorm = await timesUntil(await decideAll(system, raised, 'confirmed'), healthy, 'act');
  const atFlaky = () => receivedAfter(dismissed, banks.filter(isFlaky), 'withdrawn');
  await until('heard by the flaky one', () => !atFlaky().includes(undefined)).catch(say);
  const withdrawnAtFlaky = atFlaky().map((time) => time ?? RECEIVED_WITHIN_MS);

  say('they come back');
  for (const bank of banks) await recover(bank);
  await wait(FEED_LAG_MS);
  const start = performance.now();
  // Without a redrive the deliveries would wait for their schedule, which takes hours.
  for (const { bin } of banks.filter((bank) => !isHealthy(bank))) say(await system.redrive(bin));
  const truths = new Map<FaultyBank, Map<string, number>>();
  for (const bank of banks) {
    truths.set(bank, new Map((await system.feed(bank.bin)).map(({ id, sequence }) => [id, sequence])));
  }
  const verdictOf = (bank: FaultyBank) => judge(truths.get(bank) ?? new Map(), bank.server.effects, bank.server.calls);
  const isWhole = (bank: FaultyBank) => dropsEvents(bank) || verdictOf(bank).lost === 0;
  // If a bank never gets all its events, its verdict says so
  await until('healed', () => banks.every(isWhole), HEALED_WITHIN_MS).catch(say);
  const healed = performance.now() - start;
  const verdicts = new Map(banks.map((bank) => [bank, verdictOf(bank)]));
  return { issued, withdrawnInCalm, withdrawnInStorm, withdrawnAtFlaky, raisedInStorm, healed, verdicts };
}

/** Makes one decision each second, without waiting for the one before. */
async function decideAll(
  system: SystemUnderFaults,
  companies: readonly string[],
  outcome: string,
): Promise<DecidedNotice[]> {
  const notices = new Map((await system.feed('police')).map((notice) => [notice.enterpriseCode, notice]));
  const decided: DecidedNotice[] = [];
  for (const enterpriseCode of companies) {
    const notice = notices.get(enterpriseCode);
    if (!notice) throw new Error(`the police have no notice of ${enterpriseCode}`);
    const at = performance.now();
    await system.decide(notice.id, { sequence: notice.sequence, outcome });
    decided.push({ enterpriseCode, at });
    await wait(Math.max(0, PACE_MS - (performance.now() - at)));
  }
  return decided;
}

/** The times from each decision until each of the banks has its event. */
async function timesUntil(
  decided: readonly DecidedNotice[],
  banks: readonly FaultyBank[],
  what: 'withdrawn' | 'act',
): Promise<number[]> {
  const received = () => receivedAfter(decided, banks, what);
  await until(`received "${what}"`, () => !received().includes(undefined), RECEIVED_WITHIN_MS);
  return received().map((time) => time ?? Number.NaN);
}

/** The time after each decision at which each bank accepted its event; undefined where it has not yet. */
function receivedAfter(
  decided: readonly DecidedNotice[],
  banks: readonly FaultyBank[],
  what: 'withdrawn' | 'act',
): (number | undefined)[] {
  const receivedBy = ({ enterpriseCode, at }: DecidedNotice, { server }: FaultyBank) => {
    const call = server.calls.find(
      (one) =>
        one.at >= at &&
        isTaken(one) &&
        one.event.data.enterpriseCode === enterpriseCode &&
        [one.event.data.state, one.event.data.level].includes(what),
    );
    return call && call.at - at;
  };
  return decided.flatMap((one) => banks.map((bank) => receivedBy(one, bank)));
}

async function until(what: string, isSo: () => boolean, withinMs = RECEIVED_WITHIN_MS): Promise<void> {
  const end = performance.now() + withinMs;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`not within ${withinMs / 1000} s: ${what}`);
    await wait(50);
  }
}

/** Converts an instant of the real clock to this process's clock. */
const wireTime = (instant: string) => Date.parse(instant) - performance.timeOrigin;
