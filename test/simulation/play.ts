import { seeded } from '#test/support/seeded.ts';
import {
  type Act,
  actBefore,
  actsOf,
  assessAnew,
  untilAcknowledged,
  untilQuiet,
  untilRead,
  untilRest,
} from './acts.ts';
import { findingsAfterwards } from './afterwards.ts';
import { Chance } from './chance.ts';
import { compare } from './compare.ts';
import { type EndState, endState, type Violation } from './end-state.ts';
import { ALL_FEATURES, type Features } from './features.ts';
import { Invariants } from './invariants.ts';
import type { Compose } from './invocations.ts';
import { readingMarks } from './reading-marks.ts';
import { registerBank } from './receivers.ts';
import type { RequestKinds } from './request-kinds.ts';
import { Restless } from './restless.ts';
import { planOf } from './plan.ts';
import type { Scenario } from './scenario.ts';
import type { SystemDesign } from './system.ts';
import { holdTime } from './virtual.ts';
import type { Snapshot } from './beginning.ts';
import { World } from './world.ts';

/** A run, given by the values that determine it. */
export interface Course {
  readonly seed: number;
  /** Choices of an earlier run; undefined where the seed makes them. */
  readonly choices?: readonly number[] | undefined;
}
export interface Played {
  readonly seed: number;
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

/**
 * The attributes of an assessment that depend on the coverage and the neighbours at its time. The order of assessments
 * and coverage is random, and a company that waits for no coverage is not assessed again, so these attributes are
 * compared only after every company was assessed again.
 */
const OF_ITS_COVERAGE = ['coverage', 'sample', 'awaits', 'unasked', 'nextCheckOn'];
/**
 * The attributes that depend on random answers of receivers, on the next survey and on readers that ended without a
 * word, which are not compared before the clock ticks.
 */
const UNTIL_THE_CLOCK = [
  ...OF_ITS_COVERAGE,
  'handlingStatus',
  'waiting',
  'worklist',
  'offices',
  'peers',
  'reading',
  'dueAt',
];
const MOST_CHOICES = 2400;
/** The results of an act before the clock, at its end, and after everything was assessed again where that is done. */
interface Ends {
  readonly before: EndState;
  /** The marks before the clock that a file is being read. */
  readonly marks: ReadonlySet<string>;
  readonly end: EndState;
  readonly anew: EndState | undefined;
  readonly snapshot: Snapshot;
  readonly requests: RequestKinds;
}

interface DesignSurroundings {
  readonly design: SystemDesign;
  readonly compose: Compose;
  readonly stage: Stage;
}
export interface PlaySurroundings extends DesignSurroundings {
  /** The steps with all their guards. Every run has to end in the same state as their run without faults. */
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
    if (!(error instanceof Unsound)) throw error;
    return { seed: course.seed, steps: 0, interleavings: 0, faultCounts: {}, choices: [], found: error.found };
  }
}

async function playThrough({ seed, choices }: Course, surroundings: PlaySurroundings): Promise<Played> {
  const { scenario, acts, temper, isAnew, features, choosesBy } = planOf(seed);
  const calm = { ...surroundings, compose: surroundings.sound };
  const chance = new Chance(choosesBy, { given: choices, most: MOST_CHOICES });
  const found: Violation[] = [];
  const total = { steps: 0, interleavings: 0, faultCounts: {} as Record<string, number> };
  let from = await snapshotBefore(scenario, acts[0] ?? 0, calm);
  for (const at of acts) {
    const expected = await calmEnds(scenario, at, calm);
    const afterwardsBy = at === acts.at(-1) ? seed : undefined;
    const setting = { chance, temper, features, from, isAnew, requests: expected.requests, afterwardsBy };
    const played = await playAct(actAt(scenario, at), setting, surroundings);
    const { world, ends } = played;
    found.push(...played.found);
    for (const when of ['before', 'end', 'anew'] as const) {
      const [calmly, here] = [expected[when], ends?.[when]];
      // By a mark that a reader has left, its feed covers nothing until the mark counts no longer
      if (when === 'before' && ends && !ends.marks.isSubsetOf(expected.marks)) continue;
      if (calmly && here) found.push(...compare(calmly, here));
    }
    total.steps += world.steps;
    total.interleavings += world.interleavings;
    for (const [fault, times] of Object.entries(world.faults.faultCounts))
      total.faultCounts[fault] = (total.faultCounts[fault] ?? 0) + times;
    if (found.length > 0 || !ends) break;
    from = ends.snapshot;
  }
  return { seed, ...total, choices: chance.chosen, found };
}

const known = new Map<string, Promise<Ends>>();

/** The result of an act without faults. @throws {Unsound} */
function calmEnds(scenario: Scenario, act: number, surroundings: DesignSurroundings): Promise<Ends> {
  const name = `${scenario.name}, act ${act}`;
  const making = known.get(name) ?? calmly(name);
  known.set(name, making);
  return making;

  async function calmly(what: string): Promise<Ends> {
    const from = await snapshotBefore(scenario, act, surroundings);
    const chance = new Chance(0, { most: 0 });
    const setting = { chance, temper: 0, features: ALL_FEATURES, from, isAnew: true, requests: undefined };
    const { found, ends } = await playAct(actAt(scenario, act), setting, surroundings);
    if (!ends || found.length > 0) throw new Unsound(what, found);
    return ends;
  }
}

/** The state in which the calm acts before an act end; undefined for the first one. */
async function snapshotBefore(scenario: Scenario, act: number, surroundings: DesignSurroundings) {
  const before = actBefore(scenario, act);
  return before === undefined ? undefined : (await calmEnds(scenario, before, surroundings)).snapshot;
}

function actAt(scenario: Scenario, at: number): Act {
  const act = actsOf(scenario)[at];
  if (!act) throw new RangeError(`no act ${at}`);
  return act;
}

async function acknowledged(world: World, invariants: Invariants): Promise<void> {
  await untilRead(world);
  invariants.beforeAcknowledgement();
  await untilAcknowledged(world);
}

interface PlaySetting {
  readonly chance: Chance;
  readonly temper: number;
  readonly features: Features;
  readonly from: Snapshot | undefined;
  readonly isAnew: boolean;
  readonly requests: RequestKinds | undefined;
  /** Chooses what comes after the comparison; undefined for the calm run, and where another act follows. */
  readonly afterwardsBy?: number | undefined;
}

async function playAct(act: Act, { isAnew, afterwardsBy, ...setting }: PlaySetting, surroundings: DesignSurroundings) {
  const { design, compose, stage } = surroundings;
  const invariants = new Invariants();
  const { chance, from } = setting;
  const world = new World({ design, compose, watch: invariants.wrote, ...setting });
  invariants.watch(world);
  stage.world = world;
  holdTime(world);
  // The functions' own random numbers, such as for the length of a pause, are the same in each run
  const { random } = Math;
  Math.random = seeded(1);
  try {
    if (!from) registerBank(world);
    world.arrivals.push(...act(world));
    await world.settle();
    chance.calmDown();
    await untilQuiet(world);
    const [before, marks] = [endState(world, UNTIL_THE_CLOCK), readingMarks(world)];
    await untilRest(world);
    await acknowledged(world, invariants);
    const end = endState(world, OF_ITS_COVERAGE);
    if (isAnew) {
      await assessAnew(world);
      await acknowledged(world, invariants);
    }
    invariants.atRest();
    const anew = isAnew ? endState(world) : undefined;
    const ends = { before, marks, end, anew, snapshot: world.snapshot(), requests: world.requests };
    const afterwards = isAnew && afterwardsBy !== undefined ? await findingsAfterwards(world, afterwardsBy) : [];
    return { world, found: [...invariants.found, ...afterwards], ends };
  } catch (error) {
    if (!(error instanceof Restless)) throw error;
    const restless: Violation = { kind: 'different', what: 'the run never comes to rest' };
    return { world, found: [...invariants.found, restless], ends: undefined };
  } finally {
    chance.calmDown(false);
    stage.world = undefined;
    holdTime(undefined);
    Math.random = random;
  }
}
