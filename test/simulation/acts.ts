import { itemsOf, tableNamed } from './end-state.ts';
import { queueOf } from './queue-of.ts';
import { acknowledgeAll, acknowledgeSome, bankActs, decide } from './receivers.ts';
import { announcementOf, decisionOnFormer, type FileDecision } from './decided-files.ts';
import { dropping, droppingAgain, READ_WITHIN_MS } from './dropping.ts';
import { SHOWN_AFTER_MS } from './feed-reader.ts';
import { announceGone } from './gone-file.ts';
import { malformedFor } from './malformed.ts';
import { loseNotices } from './restored-notices.ts';
import { sendOutdated } from './outdated-messages.ts';
import { letOthersWrite, storeRepair } from './before-a-decision.ts';
import type { DroppedText, Scenario } from './scenario.ts';
import type { Arrival, World } from './world.ts';

/** A part of a scenario: inputs from outside, which are handled until nothing changes any more. */
export type Act = (world: World) => readonly Arrival[];

const MINUTE_MS = 60_000;
const ROUNDS = 60;
/** How often a file comes after the settling time of what the others have led to. */
const LATE = 0.2;
/** About the settling time of a verdict, when its notice is written. */
const SETTLED_MS = [61_000, 60_500, 63_000, 75_000, 120_000];
/** All work of the clocks is done by the second day, on which a reader that ended without a word counts as crashed. */
const DAYS = 2;
const CRASHED_MS = 2.1 * 3_600_000;
const DECIDED_AGAIN = 0.3;
const LONG_AGO = '2025-12-01';

/** Receivers answer one after another the state that is in force, so that the order of two answers decides nothing. */
export const actsOf = (scenario: Scenario): readonly Act[] => [
  ...actsBeforeDecision(scenario),
  ...decidingActs(scenario),
];

/** The last act of a scenario: one for each of the decisions about a file of which a run has one. */
const decidingActs = ({ files, later, decided }: Scenario): readonly Act[] =>
  decided.map(
    (decision): Act =>
      (world) => [
        () => {
          storeRepair(world, decision);
          letOthersWrite(world, decision);
          decideOn(world, decision);
        },
        () => perhapsAgain(world, decision),
        () => decideOn(world, decisionOnFormer(decision)),
        () =>
          droppingAgain(
            world,
            newestOf([...files.flat(), ...later]).filter(({ key }) => key !== decision.key),
          ),
        ...meanwhile(world),
      ],
  );

/** The number of the act after which an act begins; undefined for the first one. */
export function actBefore({ decided, ...scenario }: Scenario, act: number): number | undefined {
  const last = actsOf({ decided, ...scenario }).length - decided.length;
  const before = Math.min(act, last) - 1;
  return before < 0 ? undefined : before;
}

const actsBeforeDecision = ({ files, malformedIn, decisions, bankAnswers, later }: Scenario): readonly Act[] => [
  ...files.map(
    (together, n): Act =>
      (world) => [
        ...dropping(world, together).map((arrival) => perhapsLate(world, arrival)),
        () => droppingAgain(world, together),
        ...(malformedIn.includes(n) ? [() => sendMalformed(world), () => sendOutdated(world)] : []),
        ...meanwhile(world),
        () => void redriveAll(world),
      ],
  ),
  ...decisions.map(
    (outcome): Act =>
      (world) => [() => decide(world, outcome), ...meanwhile(world)],
  ),
  ...(bankAnswers ? [(world: World) => [() => bankActs(world), ...meanwhile(world)]] : []),
  (world) => [...dropping(world, later), ...meanwhile(world)],
];

/** The last text of each file. */
const newestOf = (files: readonly DroppedText[]): readonly DroppedText[] => [
  ...new Map(files.map((file) => [file.key, file])).values(),
];

function decideOn(world: World, decision: FileDecision): void {
  world.faults.count('decision about a file');
  world.queues.send(queueOf(world, '1-read-file'), announcementOf(decision, world.design.inbox));
}

/** Somebody decides the same once more. */
function perhapsAgain(world: World, decision: FileDecision): void {
  if (world.chance.happens(DECIDED_AGAIN))
    world.after(READ_WITHIN_MS, () => void world.arrivals.push(() => decideOn(world, decision)));
}

/** Each step is sent a message that it has to park. */
function sendMalformed(world: World): void {
  for (const { folder, reads } of world.design.steps) if (reads) world.queues.send(reads.queue, malformedFor(folder));
}

/** The clocks tick and receivers acknowledge notices in some runs, and somebody moves the dead letters back. */
const meanwhile = (world: World): Arrival[] => [
  () => {
    if (world.chance.happens(world.features.ticks)) tick(world);
  },
  ...(world.features.acknowledges ? [() => acknowledgeSome(world)] : []),
  ...(world.features.acknowledgesLater ? [() => acknowledgeLater(world)] : []),
  ...(world.features.readsFeed ? [() => readFeed(world)] : []),
  ...(world.features.isFileGone ? [() => announceGone(world)] : []),
  () => void redriveAll(world),
];

/** Receivers acknowledge notices again while the notices are being changed, which is after the settling time. */
function acknowledgeLater(world: World): void {
  world.after(settled(world), () => void world.arrivals.push(() => acknowledgeSome(world)));
}

/** The police read their feed now, and again while notices are being changed. */
function readFeed(world: World): void {
  void world.feed.readOn();
  world.after(settled(world), () => void world.arrivals.push(() => world.feed.readOn()));
}

/** Some files come while the notices about the others are being written. */
const perhapsLate =
  (world: World, arrival: Arrival): Arrival =>
  () => {
    if (!world.chance.happens(LATE)) return arrival();
    return world.after(settled(world), () => void world.arrivals.push(arrival));
  };

const settled = (world: World): number => SETTLED_MS[world.chance.pick(SETTLED_MS.map(() => 1))] ?? 0;

export function tick(world: World, isToTick: (queueUrl: string) => boolean = () => true): void {
  for (const { queueUrl, input } of world.design.schedules) if (isToTick(queueUrl)) world.queues.send(queueUrl, input);
}

function redriveAll(world: World): number {
  const redriven = world.design.steps.reduce(
    (sum, { reads }) => sum + (reads ? world.queues.redrive(reads.queue) : 0),
    0,
  );
  world.faults.count('redriven', redriven);
  return redriven;
}

/** Moves the dead letters back until nothing changes, without any clock. */
export async function untilQuiet(world: World): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    await world.settle();
    if (redriveAll(world) === 0) return;
  }
}

/** Moves the dead letters back and lets the clocks tick until nothing changes and every endpoint has its notices. */
export async function untilRest(world: World): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    await untilQuiet(world);
    if (round >= DAYS && !itemsOf(world, 'Deliveries').some(({ state }) => state === 'waiting')) break;
    world.pass(round === DAYS - 1 ? CRASHED_MS : round * MINUTE_MS);
    if (round === 0) letCheckFallDue(world);
    tick(world, (queueUrl) => round < DAYS || !queueUrl.includes('sweeps'));
  }
}

/** The rules' day stands still, so that the next check of a company is due only where it was assessed long ago. */
function letCheckFallDue(world: World): void {
  const [assessed] = itemsOf(world, 'Assessments');
  if (!assessed) return;
  const { enterpriseCode } = assessed;
  const Item = { ...assessed, dueAt: `${LONG_AGO}#${String(enterpriseCode)}` };
  world.tables.send({ name: 'PutCommand', input: { TableName: tableNamed(world, 'Assessments'), Item } });
}

/** The police read their feed to its end. */
export async function untilRead(world: World): Promise<void> {
  if (!world.features.readsFeed) return;
  world.pass(SHOWN_AFTER_MS);
  world.arrivals.push(() => world.feed.readOn());
  await untilQuiet(world);
}

/** Each receiver acknowledges what it has not answered. */
export async function untilAcknowledged(world: World): Promise<void> {
  world.arrivals.push(() => acknowledgeAll(world));
  await untilQuiet(world);
}

/** An operator has every company assessed and every notice reviewed, in some runs because notices are gone. */
export async function assessAnew(world: World): Promise<void> {
  const { isRestored } = world.features;
  if (isRestored) loseNotices(world);
  const reason = isRestored ? 'table-restored' : 'settings-changed';
  world.queues.send(queueOf(world, 'sweep-due'), JSON.stringify({ reason }));
  await untilQuiet(world);
}
