import { seeded } from '#test/support/seeded.ts';
import { type Act, actsOf } from './acts.ts';
import { Chance } from './chance.ts';
import type { Compose } from './invocations.ts';
import { Observer } from './observer.ts';
import { compare, type Outside, outsideOf, type Violation } from './outside.ts';
import { registerBank } from './receivers.ts';
import { Restless } from './restless.ts';
import { type Scenario, scenarioOf, SCENARIOS } from './scenario.ts';
import type { SystemDesign } from './system.ts';
import { assessAnew, untilAcknowledged, untilQuiet, untilRead, untilRest } from './until.ts';
import { holdTime } from './virtual.ts';
import { type Snapshot, World } from './world.ts';

/** In the calmest run most functions end their work. */
const TEMPERS = [0.1, 0.3, 0.6, 1.2];
/** Every company is assessed again at the end of one run out of this number. */
const ANEW_ONE_IN = 5;

/** The values that a seed determines beside the choices. */
interface RunPlan {
  readonly scenario: Scenario;
  /** The act with faults. */
  readonly at: number;
  /** The frequency of faults. */
  readonly temper: number;
  readonly isAnew: boolean;
}

function planOf(seed: number): RunPlan {
  const chance = seeded(seed * 2 + 1);
  const [ofAct, ofTemper, ofAnew] = [chance(), chance(), chance()];
  const scenario = scenarioOf(seed % SCENARIOS);
  return {
    scenario,
    at: Math.floor(ofAct * actsOf(scenario).length),
    temper: TEMPERS[Math.floor(ofTemper * TEMPERS.length)] ?? 1,
    isAnew: ofAnew * ANEW_ONE_IN < 1,
  };
}

/** A run, given by the values that determine it. */
export interface Course {
  readonly seed: number;
  /** Choices of an earlier run; undefined where the seed makes them. */
  readonly choices?: readonly number[] | undefined;
}
export interface Played {
  readonly seed: number;
  /** What was played. */
  readonly act: string;
  readonly steps: number;
  readonly interleavings: number;
  /** The number of faults of each kind. */
  readonly faultCounts: Readonly<Record<string, number>>;
  readonly choices: readonly number[];
  readonly found: readonly Violation[];
}

/** The world that the SDK's replacement reaches at present. */
export interface Stage {
  world: World | undefined;
}

const MOST_CHOICES = 2400;

/** What stands at the end of an act, and once everything was assessed again. */
interface Ends {
  readonly end: Outside;
  readonly anew: Outside | undefined;
  readonly snapshot: Snapshot;
}

interface DesignSurroundings {
  readonly design: SystemDesign;
  readonly compose: Compose;
  readonly stage: Stage;
}
export interface PlaySurroundings extends DesignSurroundings {
  /** The steps as they are. Every run has to end as their run without faults does. */
  readonly sound: Compose;
}

/** Even an act without faults breaks an invariant. */
class Unsound extends Error {
  override readonly name = 'Unsound';
  readonly found: readonly Violation[];

  constructor(act: string, found: readonly Violation[]) {
    super(`${act} is not sound: ${JSON.stringify(found)}`);
    this.found = found;
  }
}

/** Plays one run. @returns its faults, or those of the calm run with which it would be compared */
export async function play(course: Course, surroundings: PlaySurroundings): Promise<Played> {
  try {
    return await playThrough(course, surroundings);
  } catch (error) {
    const { seed } = course;
    const nothing = { steps: 0, interleavings: 0, faultCounts: {}, choices: [] };
    if (error instanceof Unsound) return { seed, act: 'without faults', ...nothing, found: error.found };
    // What stands cannot be read, or somebody is never answered
    const what = `the run breaks: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    return { seed, act: 'broken off', ...nothing, found: [{ kind: 'different', what }] };
  }
}

/** A run plays one act of its scenario, from where the calm acts before it have led. */
async function playThrough({ seed, choices }: Course, surroundings: PlaySurroundings): Promise<Played> {
  const { scenario, at, temper, isAnew } = planOf(seed);
  const calm = { ...surroundings, compose: surroundings.sound };
  const act = actAt(scenario, at);
  const expected = await calmEnds(scenario, at, calm);
  const from = await snapshotBefore(scenario, at, calm);
  const chance = new Chance(seed, { given: choices, most: MOST_CHOICES });
  const { world, found, ends } = await playAct(act, { chance, temper, from, isAnew }, surroundings);
  if (ends) found.push(...compare(expected.end, ends.end));
  if (ends?.anew && expected.anew && found.length === 0) found.push(...compare(expected.anew, ends.anew));
  const { steps, interleavings, faults } = world;
  const name = `${scenario.name}, ${act.name}`;
  return { seed, act: name, steps, interleavings, faultCounts: faults.faultCounts, choices: chance.chosen, found };
}

const known = new Map<string, Promise<Ends>>();

/** The result of an act without faults. @throws {Unsound} */
function calmEnds(scenario: Scenario, at: number, surroundings: DesignSurroundings): Promise<Ends> {
  const name = `${scenario.name}, act ${at}`;
  const making = known.get(name) ?? calmly();
  known.set(name, making);
  return making;

  async function calmly(): Promise<Ends> {
    const from = await snapshotBefore(scenario, at, surroundings);
    const chance = new Chance(0, { most: 0 });
    const setting = { chance, temper: 0, from, isAnew: true };
    const { found, ends } = await playAct(actAt(scenario, at), setting, surroundings);
    // What was not assessed anew must be what it is when it is: nothing waits for a message that nobody sends
    if (ends?.anew) found.push(...compare(ends.end, ends.anew));
    if (!ends || found.length > 0) throw new Unsound(name, found);
    return ends;
  }
}

/** The state in which the calm acts before an act end; undefined for the first one. */
async function snapshotBefore(scenario: Scenario, at: number, surroundings: DesignSurroundings) {
  const { after } = actAt(scenario, at);
  return after === undefined ? undefined : (await calmEnds(scenario, after, surroundings)).snapshot;
}

function actAt(scenario: Scenario, at: number): Act {
  const act = actsOf(scenario)[at];
  if (!act) throw new RangeError(`no act ${at}`);
  return act;
}

interface PlaySetting {
  readonly chance: Chance;
  readonly temper: number;
  readonly from: Snapshot | undefined;
  readonly isAnew: boolean;
}

async function playAct(act: Act, { isAnew, ...setting }: PlaySetting, surroundings: DesignSurroundings) {
  const { design, compose, stage } = surroundings;
  const observer = new Observer();
  const { found } = observer;
  const { chance, from } = setting;
  const world = new World({ design, compose, watch: observer.wrote, ...setting });
  observer.watch(world);
  stage.world = world;
  holdTime(world);
  // The functions' own random numbers, such as for the length of a pause, are the same in each run
  const { random } = Math;
  Math.random = seeded(1);
  try {
    if (!from) registerBank(world);
    world.arrivals.push(...act.arrivals(world));
    await world.settle();
    chance.calmDown();
    await untilRest(world);
    await untilRead(world);
    observer.beforeAnswers();
    await untilAcknowledged(world);
    observer.atRest();
    const end = outsideOf(world);
    const snapshot = world.snapshot();
    if (!isAnew) return { world, found, ends: { end, anew: undefined, snapshot } };
    await assessAnew(world);
    await untilQuiet(world);
    await untilAcknowledged(world);
    observer.atRest();
    return { world, found, ends: { end, anew: outsideOf(world), snapshot } };
  } catch (error) {
    if (!(error instanceof Restless)) throw error;
    found.push({ kind: 'different', what: 'the run never comes to rest' });
    return { world, found, ends: undefined };
  } finally {
    chance.calmDown(false);
    stage.world = undefined;
    holdTime(undefined);
    Math.random = random;
  }
}
