import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context } from 'aws-lambda';
import type { Chance } from './chance.ts';
import type { InjectedFaults } from './faults.ts';
import { contextOf } from './lambda.ts';
import type { StepDesign } from './system.ts';

export type StepHandler = (event: unknown, context: Context) => Promise<unknown>;
/** Makes a fresh execution environment of a step, in which two people have to decide or none. */
export type Compose = (folder: string, inTwos: boolean) => Promise<StepHandler>;

/** A function's execution environment: its clock is some way off from that of the services. */
interface Environment {
  readonly handler: StepHandler;
  clockOffMs: number;
}
export interface Outcome {
  readonly answer?: unknown;
  readonly failed: boolean;
}
export interface SimulatedInvocation {
  readonly step: StepDesign;
  readonly environment: Environment;
  readonly deadline: number;
  /** The index among all invocations and the number of drawn ids, so that ids are the same in each replay. */
  readonly ordinal: number;
  drawn: number;
  dead: boolean;
  /** Other functions usually get their answers first: at all its requests, or at one of them. */
  readonly isSlow: boolean;
  readonly stallsAt: number | undefined;
  asked: number;
  readonly ended: (outcome: Outcome, invocation: SimulatedInvocation) => void;
}
interface Called {
  readonly step: StepDesign;
  readonly isSlow: boolean;
}
interface InvocationSurroundings {
  /** The number of earlier invocations. */
  readonly invoked: number;
  readonly compose: Compose;
  readonly chance: Chance;
  readonly faults: InjectedFaults;
  readonly now: () => number;
}

/** The deviations of functions' clocks, of which two differ by less than a second. */
const CLOCKS_OFF_MS = [-400, -150, 0, 150, 400];
/** The requests at which a slow function may wait; the first option is at all of them. */
const STALLS_AT = [undefined, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 17, 20];
/** A reader that has little time left is to end soon, and has a minute for that. */
export const READER = '1-read-file';
const LITTLE_TIME_MS = [60_050, 60_100, 60_200, 60_400];

/** The invocation whose code runs at present. */
export const caller = new AsyncLocalStorage<SimulatedInvocation>();

/** The functions that run, and the execution environments that wait for the next call. */
export class Invocations {
  readonly #running = new Set<SimulatedInvocation>();
  readonly #free = new Map<string, Environment[]>();
  readonly #around: InvocationSurroundings;
  #invoked: number;
  #inTwos = false;

  constructor(around: InvocationSurroundings) {
    this.#around = around;
    this.#invoked = around.invoked;
  }

  get invoked(): number {
    return this.#invoked;
  }

  get running(): ReadonlySet<SimulatedInvocation> {
    return this.#running;
  }

  /** From now on two people have to decide, as in production. */
  decideInTwos(): void {
    this.#inTwos = true;
    this.#free.clear();
  }

  async invoke({ step, isSlow }: Called, event: unknown, ended: SimulatedInvocation['ended']): Promise<void> {
    const { compose, chance, faults, now } = this.#around;
    const free = this.#free.get(step.folder) ?? [];
    this.#free.set(step.folder, free);
    const environment = free.pop() ?? { handler: await compose(step.folder, this.#inTwos), clockOffMs: 0 };
    if (faults.befalls('clock stepped'))
      environment.clockOffMs = CLOCKS_OFF_MS[chance.pick(CLOCKS_OFF_MS.map(() => 1))] ?? 0;
    const deadline = now() + this.#timeOf(step);
    const stallsAt = isSlow ? STALLS_AT[chance.pick(STALLS_AT.map(() => 1))] : undefined;
    const invocation: SimulatedInvocation = {
      step,
      environment,
      deadline,
      ordinal: (this.#invoked += 1),
      drawn: 0,
      dead: false,
      isSlow: isSlow && stallsAt === undefined,
      stallsAt,
      asked: 0,
      ended,
    };
    this.#running.add(invocation);
    const finish = (outcome: Outcome) => {
      if (invocation.dead) return;
      if (!outcome.failed) free.push(environment);
      this.#end(invocation, outcome);
    };
    const context = contextOf(step.folder, () => Math.max(0, deadline - now()));
    caller.run(invocation, () => {
      environment.handler(event, context).then(
        (answer) => finish({ answer, failed: false }),
        () => finish({ failed: true }),
      );
    });
  }

  #timeOf({ folder, timeoutSeconds }: StepDesign): number {
    const { chance, faults } = this.#around;
    return folder === READER && faults.befalls('little time left')
      ? (LITTLE_TIME_MS[chance.pick(LITTLE_TIME_MS.map(() => 1))] ?? 0)
      : timeoutSeconds * 1000;
  }

  kill(invocation: SimulatedInvocation): void {
    this.#end(invocation, { failed: true });
  }

  #end(invocation: SimulatedInvocation, outcome: Outcome): void {
    invocation.dead = true;
    this.#running.delete(invocation);
    invocation.ended(outcome, invocation);
  }
}
