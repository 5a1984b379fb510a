import type { EndpointAnswer } from '#shared/domain/notification/delivery/judge-answer.ts';
import type { Chance } from './chance.ts';
import { MessageDeliveries } from './deliveries.ts';
import { InjectedFaults, type Temper } from './faults.ts';
import { type Compose, caller, type SimulatedInvocation, Invocations, type Outcome } from './invocations.ts';
import { PendingRequests } from './pending-requests.ts';
import { Restless } from './restless.ts';
import { FeedReader } from './feed-reader.ts';
import type { Services } from './services.ts';
import type { ServiceRequest } from './service-request.ts';
import type { SystemDesign } from './system.ts';
import { Timers } from './timers.ts';
import { ObjectsTwin } from './twins/objects.ts';
import { QueuesTwin } from './twins/queues.ts';
import { LateTables, type Watch } from './late-tables.ts';
import type { Witness } from './witness.ts';

/** Something that comes from outside: a file, a reply, a clock. */
export type Arrival = () => void | Promise<void>;

/** The state between two acts. */
export interface Snapshot {
  readonly now: number;
  readonly invoked: number;
  readonly tables: ReturnType<LateTables['snapshot']>;
  readonly objects: ReturnType<ObjectsTwin['snapshot']>;
  readonly received: readonly Received[];
}

/** What an endpoint took. */
export interface Received {
  readonly id: string;
  readonly body: string;
}

interface WorldSettings {
  readonly design: SystemDesign;
  readonly chance: Chance;
  readonly temper: Temper;
  readonly compose: Compose;
  readonly watch: Watch;
  /** What stands at the beginning; undefined for nothing. */
  readonly from?: Snapshot | undefined;
}

const STEP_MS = 8;
const MOST_STEPS = 15_000;
/** A long wait, after which a run has little time left. */
const LONG_PAUSE_MS = 245_000;
/** Ids that one invocation may draw. */
const MOST_DRAWN = 10_000;
const STARTED_AT = Date.UTC(2026, 0, 5, 3);
const MOST_FUNCTIONS_OF_A_STEP = 3;

/** AWS and all that runs on it, in one process: what may happen next is chosen by chance, one thing at a time. */
export class World implements Services {
  readonly design: SystemDesign;
  readonly tables: LateTables;
  readonly queues: QueuesTwin;
  readonly objects: ObjectsTwin;
  readonly received: Received[];
  endpoint: (id: string) => EndpointAnswer | undefined = () => undefined;
  readonly arrivals: Arrival[] = [];
  /** Why something from outside failed, such as a person who is never answered. */
  #broken: { readonly error: unknown } | undefined;
  /** The sequences of notices that are gone, as after a table was restored. */
  readonly lost = new Map<string, number>();
  readonly feed = new FeedReader();
  readonly chance: Chance;
  readonly faults: InjectedFaults;
  witness: Witness | undefined;
  steps = 0;
  /** Choices between two or more things that could have happened next. */
  interleavings = 0;
  #now: number;
  readonly #timers = new Timers();
  readonly #pendingRequests: PendingRequests;
  readonly invocations: Invocations;
  readonly #deliveries: MessageDeliveries;

  constructor({ design, chance, temper, compose, watch, from }: WorldSettings) {
    this.design = design;
    this.chance = chance;
    this.faults = new InjectedFaults(chance, temper);
    const now = () => this.#now;
    this.tables = new LateTables(design.tables, now, watch, from?.tables);
    this.objects = new ObjectsTwin(from?.objects);
    this.received = [...(from?.received ?? [])];
    this.#now = from?.now ?? STARTED_AT;
    this.queues = new QueuesTwin(design.queues, now);
    const { queues, faults } = this;
    const witness = () => this.witness;
    this.invocations = new Invocations({ compose, chance, faults, now, invoked: from?.invoked ?? 0 });
    const kill = (invocation: SimulatedInvocation) => this.#kill(invocation);
    this.#pendingRequests = new PendingRequests({ services: this, faults, kill, witness });
    const { invocations } = this;
    const atOnce = chance.isCalm ? 1 : 1 + chance.pick(Array.from({ length: MOST_FUNCTIONS_OF_A_STEP }, () => 1));
    this.#deliveries = new MessageDeliveries(design.steps, {
      queues,
      invocations,
      chance,
      faults,
      now,
      atOnce,
      isEager: chance.pick([3, 1]) === 1,
      witness,
    });
  }

  /** The state when nothing is under way and the queues are empty. */
  snapshot(): Snapshot {
    return {
      now: this.#now,
      invoked: this.invocations.invoked,
      tables: this.tables.snapshot(),
      objects: this.objects.snapshot(),
      received: [...this.received],
    };
  }

  /** The time by the clock of the function that asks. */
  now(): number {
    return this.#now + (caller.getStore()?.environment.clockOffMs ?? 0);
  }

  count(): number {
    const invocation = caller.getStore();
    if (!invocation) throw new Error('an id from outside of a function');
    invocation.drawn += 1;
    return invocation.ordinal * MOST_DRAWN + invocation.drawn;
  }

  /** Lets the given time pass without any event. */
  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }

  after(milliseconds: number, then: () => void): void {
    const waiting = caller.getStore();
    this.#timers.set(this.#now + milliseconds, () => (waiting ? caller.run(waiting, then) : then()));
  }

  /** Answers the requests of functions. A function that was ended gets no answer. */
  ask(asked: ServiceRequest): Promise<unknown> {
    const invocation = caller.getStore();
    if (!invocation) return Promise.reject(new Error(`${asked.name} from outside of a function`));
    if (invocation.dead) return new Promise(() => undefined);
    return this.#pendingRequests.add(asked, invocation);
  }

  /** Continues until no event is left. */
  async settle(): Promise<void> {
    for (;;) {
      await drained();
      this.#pendingRequests.gather();
      if (this.#wake()) continue;
      if (!(await this.#step())) return;
      if ((this.steps += 1) > MOST_STEPS) throw new Restless();
    }
  }

  /** Calls a step by itself, as the gateway or an operator does. @returns undefined where it gave no answer */
  async call(folder: string, event: unknown): Promise<unknown> {
    const step = this.design.steps.find((one) => one.folder === folder);
    if (!step) throw new Error(`no step ${folder}`);
    const invoke = (ended: (outcome: Outcome) => void) =>
      void this.invocations.invoke({ step, isSlow: this.faults.befalls('slow function') }, event, ended);
    // The caller waited too long and has sent its call again
    if (this.faults.befalls('asked twice at once')) invoke(() => undefined);
    const outcome = await new Promise<Outcome>(invoke);
    return outcome.failed || this.faults.befalls("caller's answer lost") ? undefined : outcome.answer;
  }

  /** Begins what somebody outside does; a failure of theirs ends the run, whenever it comes. */
  #arrive(arrival: Arrival | undefined): void {
    Promise.resolve(arrival?.()).catch((error: unknown) => {
      this.#broken ??= { error };
    });
  }

  async #step(): Promise<boolean> {
    if (this.#broken) throw this.#broken.error;
    const { readable } = this.#deliveries;
    const asks = this.#pendingRequests.weights;
    const asked = asks.length;
    const mayLeap =
      this.invocations.running.size > 0 || this.#timers.instants.length > 0 || this.#nextEvent() !== undefined;
    const weights = [...asks];
    for (const _arrival of this.arrivals) weights.push(3);
    for (const step of readable) weights.push(this.#deliveries.weightOf(step));
    if (mayLeap) weights.push(asked > 0 ? 0.15 : 2);
    if (weights.length === 0) return false;
    if (weights.length > 1) this.interleavings += 1;
    let choice = this.chance.pick(weights);
    const isLeap = choice === asked + this.arrivals.length + readable.length;
    this.#now = Math.max(this.#now + STEP_MS, (isLeap ? this.#nextEvent() : undefined) ?? 0);
    if (choice < asked) {
      this.#pendingRequests.answer(choice);
      return true;
    }
    choice -= asked;
    if (choice < this.arrivals.length) {
      const [arrival] = this.arrivals.splice(choice, 1);
      this.#arrive(arrival);
      return true;
    }
    choice -= this.arrivals.length;
    const step = readable[choice];
    if (step) await this.#deliveries.deliver(step);
    if (isLeap && this.faults.befalls('long pause')) this.#now += LONG_PAUSE_MS;
    return true;
  }

  /** When something falls due by itself; undefined where nothing will. */
  #nextEvent(): number | undefined {
    const deadlines = [...this.invocations.running].map(({ deadline }) => deadline);
    let next = Number.POSITIVE_INFINITY;
    for (const instants of [this.#timers.instants, deadlines, this.#deliveries.instants])
      for (const at of instants) if (at > this.#now && at < next) next = at;
    return next === Number.POSITIVE_INFINITY ? undefined : next;
  }

  /** What is due happens by itself: timers run out, and functions that are over their time end. */
  #wake(): boolean {
    for (const invocation of this.invocations.running) {
      if (invocation.deadline > this.#now) continue;
      this.faults.count('killed at its time limit');
      this.#kill(invocation);
    }
    return this.#timers.runUntil(this.#now);
  }

  #kill(invocation: SimulatedInvocation): void {
    if (invocation.dead) return;
    this.#pendingRequests.drop(invocation);
    this.invocations.kill(invocation);
  }
}

/** Waits until all code that needs no answer has run. */
const drained = () => new Promise<void>((resolve) => setImmediate(resolve));
