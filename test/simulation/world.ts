import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context } from 'aws-lambda';
import type { Chance } from './chance.ts';
import { Faults, type Temper } from './faults.ts';
import { contextOf, failuresIn, recordOf } from './lambda.ts';
import { perform, type Asked, type Services } from './services.ts';
import type { StepDesign, SystemDesign } from './system.ts';
import type { Attributes } from './twins/expressions.ts';
import { ObjectsTwin } from './twins/objects.ts';
import { type Message, QueuesTwin } from './twins/queues.ts';
import { TablesTwin, type Watch } from './twins/tables.ts';

export type Handler = (event: unknown, context: Context) => Promise<unknown>;
/** Makes a fresh execution environment of a step. */
export type Compose = (folder: string) => Promise<Handler>;

/** A function's execution environment: its clock is some way off from that of the services. */
interface Environment {
  readonly handler: Handler;
  clockOffMs: number;
}
interface Outcome {
  readonly answer?: unknown;
  readonly failed: boolean;
}
interface Invocation {
  readonly step: StepDesign;
  readonly environment: Environment;
  readonly deadline: number;
  dead: boolean;
  /** How often its own write, of which it had no answer, refused it; and whether anything else stood in its way. */
  refusedByItself: number;
  wasHindered: boolean;
  /** Messages that SQS refused, each by its queue and body, until it takes them. */
  readonly unsent: Set<string>;
  readonly ended: (outcome: Outcome, invocation: Invocation) => void;
}
interface Op extends Asked {
  readonly invocation: Invocation;
  tries: number;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}
interface Timer {
  readonly at: number;
  readonly run: () => void;
}
/** Something that comes from outside: a file, a reply, a clock. */
export type Arrival = () => void | Promise<void>;

const STEP_MS = 2;
const SDK_TRIES = 3;
const MOST_STEPS = 40_000;
/** A long silence, after which a run is near the end of its time. */
const LONG_PAUSE_MS = 245_000;
const PAUSE_MS = 10_000;
const STARTED_AT = Date.UTC(2026, 0, 5, 3);
/** How far clocks of functions are off: two of them differ by less than a second. */
const CLOCKS_OFF_MS = [-400, -150, 0, 150, 400];
const LATE_SECONDS = [20, 120, 900];

/** What stands between two acts. */
export interface Snapshot {
  readonly now: number;
  readonly counted: number;
  readonly dropped: number;
  readonly tables: ReturnType<TablesTwin['snapshot']>;
  readonly objects: ReturnType<ObjectsTwin['snapshot']>;
}

/** A run did not come to rest. */
export class Restless extends Error {
  override readonly name = 'Restless';
}

const context = new AsyncLocalStorage<Invocation>();

/** AWS and all that runs on it, in one process: what may happen next is chosen by chance, one thing at a time. */
export class World implements Services {
  readonly design: SystemDesign;
  readonly tables: TablesTwin;
  readonly queues: QueuesTwin;
  readonly objects: ObjectsTwin;
  readonly bankHeard: { readonly id: string; readonly body: string }[] = [];
  readonly arrivals: Arrival[] = [];
  readonly chance: Chance;
  readonly faults: Faults;
  /** Told of each message that a function says is done, before it is deleted. */
  onDone: (step: StepDesign, message: Message) => void = () => undefined;
  /** Told where a function gives messages back for no other reason than that an answer was lost. */
  onGivenBack: (step: StepDesign) => void = () => undefined;
  /** Told where a function is done with all its messages although one of its own was refused. */
  onUnsent: (step: StepDesign, unsent: ReadonlySet<string>) => void = () => undefined;
  steps = 0;
  /** Files dropped so far. */
  dropped: number;
  /** Choices between two or more things that could have happened next. */
  interleavings = 0;
  #counted: number;
  #now: number;
  #ops: Op[] = [];
  #timers: Timer[] = [];
  readonly #readers: readonly StepDesign[];
  readonly #running = new Set<Invocation>();
  readonly #free = new Map<string, Environment[]>();
  readonly #compose: Compose;

  /** @param from what stands at the beginning; undefined for nothing */
  constructor(design: SystemDesign, chance: Chance, temper: Temper, compose: Compose, watch: Watch, from?: Snapshot) {
    this.design = design;
    this.chance = chance;
    this.faults = new Faults(chance, temper);
    this.#compose = compose;
    this.#readers = design.steps.filter(({ reads }) => reads !== undefined);
    this.tables = new TablesTwin(design.tables, () => this.#now, watch, from?.tables);
    this.objects = new ObjectsTwin(from?.objects);
    this.dropped = from?.dropped ?? 0;
    this.#counted = from?.counted ?? 0;
    this.#now = from?.now ?? STARTED_AT;
    this.queues = new QueuesTwin(design.queues, () => this.#now);
  }

  /** All that stands when nothing is under way: the queues are empty. */
  snapshot(): Snapshot {
    return {
      now: this.#now,
      counted: this.#counted,
      dropped: this.dropped,
      tables: this.tables.snapshot(),
      objects: this.objects.snapshot(),
    };
  }

  /** By the clock of the function that asks. */
  now(): number {
    return this.#now + (context.getStore()?.environment.clockOffMs ?? 0);
  }

  count(): number {
    return (this.#counted += 1);
  }

  /** Nothing happens for so long. */
  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }

  after(milliseconds: number, then: () => void): void {
    const caller = context.getStore();
    this.#timers.push({ at: this.#now + milliseconds, run: () => (caller ? context.run(caller, then) : then()) });
  }

  /** Whatever a function asks of the world; what a dead one asks is never answered. */
  ask(asked: Asked): Promise<unknown> {
    const invocation = context.getStore();
    if (!invocation) return Promise.reject(new Error(`${asked.name} from outside of a function`));
    if (invocation.dead) return new Promise(() => undefined);
    return new Promise((resolve, reject) => {
      this.#ops.push({ ...asked, invocation, tries: 0, resolve, reject });
    });
  }

  /** Lets things happen until nothing is left to happen. */
  async settle(): Promise<void> {
    for (;;) {
      await drained();
      if (this.#wake()) continue;
      if (!(await this.#step())) return;
      if ((this.steps += 1) > MOST_STEPS) throw new Restless();
    }
  }

  /** Calls a step by itself, as the gateway or an operator does. @returns undefined where it gave no answer */
  async call(folder: string, event: unknown): Promise<unknown> {
    const step = this.design.steps.find((one) => one.folder === folder);
    if (!step) throw new Error(`no step ${folder}`);
    const outcome = await new Promise<Outcome>((ended) => {
      void this.#invoke(step, event, ended);
    });
    return outcome.failed || this.faults.befalls("caller's answer lost") ? undefined : outcome.answer;
  }

  async #step(): Promise<boolean> {
    const readable = this.#readers.filter((step) => this.#isReadable(step));
    const ops = this.#ops;
    const mayLeap = this.#running.size > 0 || this.#timers.length > 0 || this.#nextEvent() !== undefined;
    const weights = [
      ...ops.map(() => 10),
      ...this.arrivals.map(() => 3),
      ...readable.map(() => 6),
      ...(mayLeap ? [ops.length > 0 ? 0.15 : 2] : []),
    ];
    if (weights.length === 0) return false;
    if (weights.length > 1) this.interleavings += 1;
    let choice = this.chance.pick(weights);
    const before = this.#now;
    const isLeap = choice === ops.length + this.arrivals.length + readable.length;
    this.#now = Math.max(this.#now + STEP_MS, (isLeap ? this.#nextEvent() : undefined) ?? 0);
    if (choice < ops.length) {
      const [op] = ops.splice(choice, 1);
      if (op) this.#perform(op);
      return true;
    }
    choice -= ops.length;
    if (choice < this.arrivals.length) {
      const [arrival] = this.arrivals.splice(choice, 1);
      void arrival?.();
      return true;
    }
    choice -= this.arrivals.length;
    const step = readable[choice];
    if (step) await this.#deliver(step);
    if (isLeap && this.faults.befalls('long pause')) this.#now += LONG_PAUSE_MS;
    // Who has lost much of its time may give its message back for that alone
    if (this.#now - before > PAUSE_MS) for (const invocation of this.#running) invocation.wasHindered = true;
    return true;
  }

  #isReadable({ reads, folder }: StepDesign): boolean {
    if (!reads) return false;
    const messages = this.queues.in(reads.queue);
    if (messages.length === 0 || !messages.some(({ visibleAt }) => visibleAt <= this.#now)) return false;
    let running = 0;
    for (const { step } of this.#running) if (step.folder === folder) running += 1;
    return running < reads.atOnce;
  }

  /** When something falls due by itself; undefined where nothing will. */
  #nextEvent(): number | undefined {
    let next = Number.POSITIVE_INFINITY;
    const consider = (at: number) => {
      if (at > this.#now && at < next) next = at;
    };
    for (const { at } of this.#timers) consider(at);
    for (const { deadline } of this.#running) consider(deadline);
    for (const { reads } of this.#readers)
      if (reads) for (const { visibleAt } of this.queues.in(reads.queue)) consider(visibleAt);
    return next === Number.POSITIVE_INFINITY ? undefined : next;
  }

  /** What is due happens by itself: timers run out, and functions that are over their time end. */
  #wake(): boolean {
    for (const invocation of this.#running) {
      if (invocation.deadline > this.#now) continue;
      this.faults.count('killed at its time limit');
      this.#kill(invocation);
    }
    if (!this.#timers.some(({ at }) => at <= this.#now)) return false;
    const due = this.#timers.filter(({ at }) => at <= this.#now).sort((a, b) => a.at - b.at);
    this.#timers = this.#timers.filter(({ at }) => at > this.#now);
    for (const { run } of due) run();
    return true;
  }

  #perform(op: Op): void {
    const fault = this.faults.of(op);
    const again = () => {
      op.tries += 1;
      if (op.tries < SDK_TRIES) this.#ops.push(op);
      else hindered(Object.assign(new Error('no answer'), { name: 'TimeoutError' }));
    };
    const hindered = (error: unknown) => {
      if (isRefusedByItself(op, error, this.tables)) op.invocation.refusedByItself += 1;
      else op.invocation.wasHindered = true;
      op.reject(error);
    };
    if (fault === 'stream broken off' || fault === 'part of a batch refused') op.invocation.wasHindered = true;
    if (fault === 'killed before the effect') return this.#kill(op.invocation);
    if (fault === 'answer lost before the effect' || fault === 'throttled') return again();
    let answer: unknown;
    try {
      answer = perform(this, op, fault);
      if (op.service === 'queues') noteSent(op, answer as { Failed: readonly { Id: string }[] });
    } catch (error) {
      if (fault === 'answer lost after the effect') return again();
      return hindered(error);
    }
    if (fault === 'killed after the effect') return this.#kill(op.invocation);
    if (fault === 'answer lost after the effect') return again();
    op.resolve(answer);
  }

  #kill(invocation: Invocation): void {
    if (invocation.dead) return;
    invocation.dead = true;
    this.#ops = this.#ops.filter((op) => op.invocation !== invocation);
    this.#running.delete(invocation);
    invocation.ended({ failed: true }, invocation);
  }

  async #deliver(step: StepDesign): Promise<void> {
    if (!step.reads) return;
    const { queue, arn, batchSize } = step.reads;
    if (this.faults.befalls('delivered late')) {
      const late = LATE_SECONDS[this.chance.pick(LATE_SECONDS.map(() => 1))] ?? 0;
      for (const { id } of this.faults.someOf(this.queues.visible(queue))) this.queues.show(queue, id, late);
      return;
    }
    const messages = this.queues.receive(queue, batchSize, (visible) => this.faults.someOf(visible));
    this.faults.count('dead letter', this.queues.takeDead());
    if (messages.length === 0) return;
    for (const { id } of messages) if (this.faults.befalls('delivered twice')) this.queues.show(queue, id);
    const Records = messages.map((message) => recordOf(message, arn));
    await this.#invoke(step, { Records }, ({ answer, failed }, { refusedByItself, wasHindered, unsent }) => {
      const back = failed ? new Set(messages.map(({ id }) => id)) : failuresIn(answer);
      if (!failed && back.size > 0 && refusedByItself > 0 && !wasHindered) this.onGivenBack(step);
      if (!failed && back.size === 0 && unsent.size > 0) this.onUnsent(step, unsent);
      for (const message of messages) {
        if (back.has(message.id)) continue;
        this.onDone(step, message);
        if (!this.faults.befalls('acknowledgement lost')) this.queues.delete(queue, message);
      }
    });
  }

  async #invoke(step: StepDesign, event: unknown, ended: Invocation['ended']): Promise<void> {
    const free = this.#free.get(step.folder) ?? [];
    this.#free.set(step.folder, free);
    const environment = free.pop() ?? { handler: await this.#compose(step.folder), clockOffMs: 0 };
    if (this.faults.befalls('clock stepped'))
      environment.clockOffMs = CLOCKS_OFF_MS[this.chance.pick(CLOCKS_OFF_MS.map(() => 1))] ?? 0;
    const deadline = this.#now + step.timeoutSeconds * 1000;
    const invocation: Invocation = {
      step,
      environment,
      deadline,
      dead: false,
      refusedByItself: 0,
      wasHindered: false,
      unsent: new Set(),
      ended,
    };
    this.#running.add(invocation);
    const finish = (outcome: Outcome) => {
      if (invocation.dead) return;
      invocation.dead = true;
      this.#running.delete(invocation);
      if (!outcome.failed) free.push(environment);
      ended(outcome, invocation);
    };
    context.run(invocation, () => {
      environment
        .handler(
          event,
          contextOf(step.folder, () => Math.max(0, deadline - this.#now)),
        )
        .then(
          (answer) => finish({ answer, failed: false }),
          () => finish({ failed: true }),
        );
    });
  }
}

function noteSent(
  { input, invocation }: Op,
  { Failed }: { readonly Failed: readonly { readonly Id: string }[] },
): void {
  const refused = new Set(Failed.map(({ Id }) => Id));
  for (const { Id, MessageBody } of input.Entries as { Id: string; MessageBody: string }[]) {
    const message = `${String(input.QueueUrl)} ${MessageBody}`;
    if (refused.has(Id)) invocation.unsent.add(message);
    else invocation.unsent.delete(message);
  }
}

/** The condition of a write fails on the write itself, which took effect and was sent again. */
function isRefusedByItself({ name, input }: Asked, error: unknown, tables: TablesTwin): boolean {
  if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') return false;
  const Key = name === 'PutCommand' ? input.Item : input.Key;
  const writeId = (
    tables.send({ name: 'GetCommand', input: { TableName: input.TableName, Key } }) as { Item?: Attributes }
  ).Item?.['writeId'];
  const own: unknown[] =
    name === 'PutCommand' ? [input.Item.writeId] : Object.values(input.ExpressionAttributeValues ?? {});
  return writeId !== undefined && own.includes(writeId);
}

/** Everything that can go on without the world has gone on. */
const drained = () => new Promise<void>((resolve) => setImmediate(resolve));
