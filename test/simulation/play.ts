import { seeded } from '#test/support/seeded.ts';
import { Chance } from './chance.ts';
import { compare, type EndState, endState, type Finding, itemsOf } from './end-state.ts';
import { Invariants } from './invariants.ts';
import { acknowledgeAll, bankActs, decide, registerBank } from './receivers.ts';
import { type Scenario, SCENARIOS, scenarioOf } from './scenario.ts';
import type { SystemDesign } from './system.ts';
import { holdTime } from './virtual.ts';
import { type Compose, Restless, World } from './world.ts';

/** A run, by what decides its course. */
export interface Course {
  readonly seed: number;
  /** Choices of an earlier run; undefined where the seed makes them. */
  readonly choices?: readonly number[] | undefined;
}
export interface Played {
  readonly seed: number;
  readonly steps: number;
  readonly interleavings: number;
  /** How often each kind of fault came. */
  readonly befell: Readonly<Record<string, number>>;
  readonly choices: readonly number[];
  readonly found: readonly Finding[];
}

/** What the stand-in for the SDK reaches at the moment. */
export interface Stage {
  world: World | undefined;
}

/** What receivers have answered by chance, and what an assessment knew of feeds that nobody waited for: before the clock ticks. */
const UNTIL_THE_CLOCK = [
  'handlingStatus',
  'facts',
  'sample',
  'awaits',
  'unasked',
  'worklist',
  'nextCheckOn',
  'offices',
  'peers',
];
const MOST_CHOICES = 900;
const TEMPERS = [0.15, 0.5, 1, 2];
const MINUTE_MS = 60_000;
const ROUNDS = 60;

/** What a run came to before the clock could send anybody again, and at its end. */
interface Ends {
  readonly before: EndState;
  readonly end: EndState;
}
const calmEnds = new Map<string, Promise<Ends>>();

export interface PlaySurroundings extends Surroundings {
  /** The steps with all their guards: what they come to in the calm is what every run has to come to. */
  readonly sound: Compose;
}

/** Plays one run and says what is wrong with it. */
export async function play(
  { seed, choices }: Course,
  { design, compose, sound, stage }: PlaySurroundings,
): Promise<Played> {
  const scenario = scenarioOf(seed % SCENARIOS);
  const calm = await calmEnd(scenario, { design, compose: sound, stage });
  const chance = new Chance(seed, { given: choices, most: MOST_CHOICES });
  const temper = TEMPERS[Math.floor(seed / SCENARIOS) % TEMPERS.length] ?? 1;
  const { world, found, ends } = await course(scenario, chance, temper, { design, compose, stage });
  const { steps, interleavings, faults } = world;
  return {
    seed,
    steps,
    interleavings,
    befell: faults.befell,
    choices: chance.chosen,
    found: ends ? [...found, ...compare(calm.before, ends.before), ...compare(calm.end, ends.end)] : found,
  };
}

/** The end of a scenario in which nothing goes wrong. @throws {Error} where even that one breaks an invariant */
function calmEnd(scenario: Scenario, surroundings: Surroundings): Promise<Ends> {
  const known = calmEnds.get(scenario.name);
  if (known) return known;
  const making = (async () => {
    const { found, ends } = await course(scenario, new Chance(0, { most: 0 }), 0, surroundings);
    if (!ends || found.length > 0) throw new Error(`${scenario.name} is not sound: ${JSON.stringify(found)}`);
    return ends;
  })();
  calmEnds.set(scenario.name, making);
  return making;
}

interface Surroundings {
  readonly design: SystemDesign;
  readonly compose: Compose;
  readonly stage: Stage;
}

async function course(scenario: Scenario, chance: Chance, temper: number, { design, compose, stage }: Surroundings) {
  const invariants = new Invariants();
  const world = new World(design, chance, temper, compose, invariants.wrote);
  invariants.world = world;
  world.onDone = invariants.done;
  world.onGivenBack = invariants.givenBack;
  world.onUnsent = invariants.unsent;
  stage.world = world;
  holdTime(world);
  // What the functions draw by themselves, such as the length of a pause, is the same in each run
  const { random } = Math;
  Math.random = seeded(1);
  try {
    registerBank(world);
    await firstFiles(scenario, world);
    await untilQuiet(world);
    const before = endState(world, UNTIL_THE_CLOCK);
    await replies(scenario, world);
    for (const file of scenario.later) world.arrivals.push(() => drop(world, file));
    await world.settle();
    chance.calmDown();
    await untilRest(world);
    invariants.atRest();
    return { world, found: invariants.found, ends: { before, end: endState(world) } };
  } catch (error) {
    if (!(error instanceof Restless)) throw error;
    return {
      world,
      found: [...invariants.found, { kind: 'different', what: 'the run never comes to rest' } as const],
      ends: undefined,
    };
  } finally {
    holdTime(undefined);
    Math.random = random;
  }
}

async function firstFiles({ files }: Scenario, world: World): Promise<void> {
  for (const file of files) world.arrivals.push(() => drop(world, file));
  // Two are dropped again meanwhile, a clock ticks, somebody sends back what lies in the dead letters, and a message makes no sense
  for (const again of files.slice(0, 2))
    world.arrivals.push(() => {
      world.faults.count('file dropped again');
      drop(world, again);
    });
  world.arrivals.push(
    () => world.queues.send(queueOf(world, '3-assess-company'), '{"enterpriseCode":7}'),
    () => tick(world),
    () => void redriveAll(world),
    () => acknowledgeAll(world),
    () => void redriveAll(world),
  );
  await world.settle();
}

/** The receivers answer once all has been read, whatever still goes wrong meanwhile. */
async function replies({ decision, bankAnswers }: Scenario, world: World): Promise<void> {
  await untilRest(world);
  world.arrivals.push(() => acknowledgeAll(world));
  if (decision)
    world.arrivals.push(async () => {
      for (const outcome of decision) await decide(world, outcome);
    });
  if (bankAnswers) world.arrivals.push(() => bankActs(world));
  world.arrivals.push(() => tick(world));
  await world.settle();
  await untilRest(world);
}

export function drop(world: World, { key, text }: { readonly key: string; readonly text: string }): void {
  const sequencer = (world.dropped += 1);
  world.objects.put(world.design.inbox, key, Buffer.from(text));
  const object = {
    key: encodeURIComponent(key).replaceAll('%2F', '/'),
    eTag: 'simulated',
    sequencer: String(sequencer).padStart(16, '0'),
  };
  const body = JSON.stringify({ Records: [{ s3: { bucket: { name: world.design.inbox }, object } }] });
  world.queues.send(queueOf(world, '1-read-file'), body);
}

const queueOf = ({ design }: World, folder: string): string =>
  design.steps.find((step) => step.folder === folder)?.reads?.queue ?? '';

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

/** Sends on what lies in the dead letters until nothing moves; no clock ticks. */
async function untilQuiet(world: World): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    await world.settle();
    if (redriveAll(world) === 0) return;
  }
}

/** Sends on what lies in the dead letters and lets the clocks tick until nothing moves and every endpoint has been told. */
async function untilRest(world: World): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    await world.settle();
    if (redriveAll(world) > 0) continue;
    const waits = itemsOf(world, 'Deliveries').some(({ state }) => state === 'waiting');
    if (round > 0 && !waits) return;
    world.pass(round * MINUTE_MS);
    tick(world, (queueUrl) => round === 0 || !queueUrl.includes('sweeps'));
  }
}
