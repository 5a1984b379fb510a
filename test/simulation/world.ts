import type { Beginning, Snapshot } from './beginning.ts';
import { PendingRequests } from './pending-requests.ts';
import type { Chance } from './chance.ts';
import { MessageDeliveries, type Listener } from './deliveries.ts';
import { InjectedFaults } from './faults.ts';
import type { Features } from './features.ts';
import { FeedReader } from './feed-reader.ts';
import { caller, type SimulatedInvocation, Invocations, type Outcome } from './invocations.ts';
import type { Witness } from './orders.ts';
import type { ServiceRequest, Services } from './services.ts';
import type { SystemDesign } from './system.ts';
import { disturbanceOf } from './disturbances.ts';
import { countRequest, type RequestKind } from './request-kinds.ts';
import { Restless } from './restless.ts';
import { Situations } from './situations.ts';
import { Timers } from './timers.ts';
import { ObjectsTwin } from './twins/objects.ts';
import { QueuesTwin } from './twins/queues.ts';
import { TablesTwin } from './twins/tables.ts';

/** Something that comes from outside: a file, a reply, a clock. */
export type Arrival = () => void | Promise<void>;

const STEP_MS = 8;
const MOST_STEPS = 15_000;
/** A long wait, after which a run has little time left. */
const LONG_PAUSE_MS = 245_000;
/** Ids that one invocation may draw. */
const MOST_DRAWN = 10_000;
const STARTED_AT = Date.UTC(2026, 0, 5, 3);

/** AWS and all that runs on it, in one process: what may happen next is chosen by chance, one thing at a time. */
export class World implements Services, Listener {
  readonly design: SystemDesign;
  readonly tables: TablesTwin;
  readonly queues: QueuesTwin;
  readonly objects: ObjectsTwin;
  readonly bankReceived: { readonly id: string; readonly body: string }[] = [];
  endpoint: Services['endpoint'];
  /** What answers a request in place of the services; undefined for a request that they answer. */
  standIn: ((asked: ServiceRequest) => Promise<unknown> | undefined) | undefined;
  readonly arrivals: Arrival[] = [];
  /** Texts of messages of which the function waits while nearly all else happens. */
  readonly held = new Set<string>();
  /** Files of which a drop is stopped. */
  readonly stopped = new Set<string>();
  /** The sequences of notices that are gone, as after a table was restored. */
  readonly lost = new Map<unknown, number>();
  readonly feed = new FeedReader(this);
  readonly chance: Chance;
  readonly features: Features;
  readonly faults: InjectedFaults;
  onDone: Listener['onDone'] = () => undefined;
  onReturned: Listener['onReturned'] = () => undefined;
  onGivenBack: Listener['onGivenBack'] = () => undefined;
  onUnsent: Listener['onUnsent'] = () => undefined;
  onUnanswered: Listener['onUnanswered'] = () => undefined;
  onOvertaken: Listener['onOvertaken'] = () => undefined;
  witness: Witness | undefined;
  steps = 0;
  /** How often each file was dropped, by its key: in the acts before this one, and in this one. */
  readonly dropsBefore: ReadonlyMap<string, number>;
  readonly drops = new Map<string, number>();
  readonly lateNotes = new Set<string>();
  /** The requests of a calm run by kind. */
  readonly requests = new Map<string, RequestKind>();
  /** Choices between two or more things that could have happened next. */
  interleavings = 0;
  #now: number;
  readonly #timers = new Timers();
  readonly #pendingRequests: PendingRequests;
  readonly invocations: Invocations;
  readonly #deliveries: MessageDeliveries;

  constructor({ design, chance, temper, features, compose, watch, from, requests }: Beginning) {
    this.design = design;
    this.chance = chance;
    this.features = features;
    this.faults = new InjectedFaults(chance, temper);
    const now = () => this.#now;
    this.tables = new TablesTwin(design.tables, now, watch, from?.tables);
    this.objects = new ObjectsTwin(from?.objects);
    this.dropsBefore = from?.drops ?? new Map();
    this.#now = from?.now ?? STARTED_AT;
    this.queues = new QueuesTwin(design.queues, now);
    const { queues, faults } = this;
    this.invocations = new Invocations({ compose, chance, faults, now, invoked: from?.invoked ?? 0 });
    this.#pendingRequests = new PendingRequests({
      services: this,
      faults,
      ...disturbanceOf(chance, requests ?? new Map(), features),
      count: requests ? undefined : (asked, invocation) => countRequest(this.requests, asked, invocation),
      kill: (invocation) => this.#kill(invocation),
      witness: () => this.witness,
      situations: new Situations(chance, { features, services: this, faults, now }),
    });
    this.#deliveries = new MessageDeliveries(design.steps, {
      queues,
      invocations: this.invocations,
      chance,
      faults,
      now,
      held: this.held,
      features,
      listener: this,
    });
  }

  /** The state when nothing is under way and the queues are empty. */
  snapshot(): Snapshot {
    return {
      now: this.#now,
      invoked: this.invocations.invoked,
      drops: new Map([...this.dropsBefore.keys(), ...this.drops.keys()].map((key) => [key, this.dropsOf(key)])),
      tables: this.tables.snapshot(),
      objects: this.objects.snapshot(),
    };
  }

  /** How often a file was dropped so far. */
  dropsOf(key: string): number {
    return (this.dropsBefore.get(key) ?? 0) + (this.drops.get(key) ?? 0);
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

  /** Whether an invocation of the step is running. */
  isRunning(folder: string): boolean {
    for (const { step } of this.invocations.running) if (step.folder === folder) return true;
    return false;
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
    return this.standIn?.(asked) ?? this.#pendingRequests.add(asked, invocation);
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
      void this.invocations.invoke(
        { step, isSlow: this.faults.befalls('slow function') },
        event,
        (outcome, invocation) => {
          this.witness?.called(invocation, event, outcome.answer);
          ended(outcome);
        },
      );
    // The caller waited too long and has sent its call again
    if (this.faults.befalls('asked twice at once')) invoke(() => undefined);
    const outcome = await new Promise<Outcome>(invoke);
    return outcome.failed || this.faults.befalls("caller's answer lost") ? undefined : outcome.answer;
  }

  async #step(): Promise<boolean> {
    const { readable } = this.#deliveries;
    const asks = this.#pendingRequests.weights;
    const asked = asks.length;
    const { running } = this.invocations;
    const mayLeap = running.size > 0 || this.#timers.instants.length > 0 || this.#nextEvent() !== undefined;
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
      void arrival?.();
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
