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
/**
 * How often a function could not write an item since it found another state of it, and how often it has read it since;
 * the first time tells whose the item is.
 */
export interface Overtaken {
  readonly times: number;
  readonly looks: number;
  /** The id of the write that it found last; absent before its first look. */
  readonly found?: unknown;
}
export interface SimulatedInvocation {
  readonly step: StepDesign;
  readonly environment: Environment;
  readonly since: number;
  readonly deadline: number;
  /** The index among all invocations and the number of drawn ids, so that ids are the same in each replay. */
  readonly ordinal: number;
  drawn: number;
  dead: boolean;
  /**
   * The invocation's own writes that refused it, because it had no answer to them, each by its item; and whether
   * anything else refused it.
   */
  readonly refusedByItself: Map<string, unknown>;
  wasHindered: boolean;
  /** Messages that SQS refused, each by its queue and body, until it takes them. */
  readonly unsent: Set<string>;
  /** The requests that were abandoned, until they are answered after all. */
  readonly unanswered: Set<string>;
  /** The items that it could not write because another function had, until it has written them. */
  readonly overtaken: Map<string, Overtaken>;
  /** Other functions usually get their answers first. */
  readonly isSlow: boolean;
  /** The number of its requests so far, and which of them waits while nearly everything else happens. */
  asked: number;
  readonly stallsAt: StallsAt;
  /** Whether it does not find the newest states of notices in the ledger; undefined before it has looked. */
  isLedgerBehind?: boolean;
  /** Whether it finds a notice without its last state; undefined before it has read one. */
  findsBehind?: boolean;
  /** Whether it finds accounts as another company's; undefined before it has read one. */
  findsMoved?: boolean;
  /** The drop whose rows it has written. */
  reads?: { readonly file: string; readonly version: string };
  /** Whether it has begun to take back what earlier drops of a file said. */
  takesBack?: boolean;
  /** SQS hands over its messages to another function too. */
  readonly handOverAgain: () => void;
  readonly ended: (outcome: Outcome, invocation: SimulatedInvocation) => void;
}
interface Called {
  readonly step: StepDesign;
  /** A slow function waits at each of its requests, or at one of them. */
  readonly isSlow: boolean;
  /** It waits in the midst of its work. */
  readonly isHeld?: boolean;
  readonly handOverAgain?: () => void;
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

/** The number of a request, or a query of facts by a reader; undefined for none or for all. */
type StallsAt = number | typeof FACTS | undefined;
export const FACTS = 'facts' as const;

/** The requests at which a slow function may wait; the first option is at all of them. */
const STALLS_AT = [undefined, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20];
/**
 * A reader has begun the file by the first of these, and has written its last rows by the last; or it looks for facts of
 * an earlier drop, and has written its own.
 */
const HELD_AT: readonly StallsAt[] = [6, 7, 8, 9, 10, 11, 12, 14, 17, FACTS, FACTS, FACTS, FACTS, FACTS, FACTS];
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

  /** From now on two people have to decide, as in production. */
  decideInTwos(): void {
    this.#inTwos = true;
    this.#free.clear();
  }

  get running(): ReadonlySet<SimulatedInvocation> {
    return this.#running;
  }

  async invoke(
    { step, isSlow, isHeld = false, handOverAgain = () => undefined }: Called,
    event: unknown,
    ended: SimulatedInvocation['ended'],
  ): Promise<void> {
    const { compose, chance, faults, now } = this.#around;
    const free = this.#free.get(step.folder) ?? [];
    this.#free.set(step.folder, free);
    const environment = free.pop() ?? { handler: await compose(step.folder, this.#inTwos), clockOffMs: 0 };
    if (faults.befalls('clock stepped'))
      environment.clockOffMs = CLOCKS_OFF_MS[chance.pick(CLOCKS_OFF_MS.map(() => 1))] ?? 0;
    const since = now();
    const deadline = since + this.#timeOf(step);
    const stalls = isHeld ? HELD_AT : STALLS_AT;
    const stallsAt = isSlow ? stalls[chance.pick(stalls.map(() => 1))] : undefined;
    const invocation: SimulatedInvocation = {
      step,
      environment,
      since,
      deadline,
      ordinal: (this.#invoked += 1),
      drawn: 0,
      dead: false,
      refusedByItself: new Map(),
      wasHindered: false,
      unsent: new Set(),
      unanswered: new Set(),
      overtaken: new Map(),
      isSlow: isSlow && stallsAt === undefined,
      asked: 0,
      stallsAt,
      handOverAgain,
      ended,
    };
    this.#running.add(invocation);
    const finish = (outcome: Outcome) => {
      if (invocation.dead) return;
      if (!outcome.failed) free.push(environment);
      this.#end(invocation, outcome);
    };
    caller.run(invocation, () => {
      environment
        .handler(
          event,
          contextOf(step.folder, () => Math.max(0, deadline - now())),
        )
        .then(
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
