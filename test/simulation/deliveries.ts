import type { Chance } from './chance.ts';
import type { InjectedFaults } from './faults.ts';
import type { Features } from './features.ts';
import { type SimulatedInvocation, type Invocations, READER } from './invocations.ts';
import { failuresIn, recordOf } from './lambda.ts';
import type { StepDesign } from './system.ts';
import type { Message, QueuesTwin } from './twins/queues.ts';

/** The observer of the fates of messages. */
export interface Listener {
  /**
   * Is called for each message that a function reports as done, before it is deleted; `givenBack` has those of its batch
   * that go back to the queue.
   */
  readonly onDone: (
    step: StepDesign,
    message: Message,
    invocation: SimulatedInvocation,
    givenBack: readonly Message[],
  ) => void;
  /** Is called where a function returns messages by itself. */
  readonly onReturned: (step: StepDesign, invocation: SimulatedInvocation) => void;
  /** Is called where a function returns messages only because an answer was lost. */
  readonly onGivenBack: (step: StepDesign) => void;
  /** Is called where a function reports all messages as done although a message that it sent was refused. */
  readonly onUnsent: (step: StepDesign, unsent: ReadonlySet<string>) => void;
  /** Is called where a function reports all messages as done although one of its requests was never answered. */
  readonly onUnanswered: (step: StepDesign, unanswered: ReadonlySet<string>) => void;
  /** Is called where a function reports all messages as done although another function overtook one of its writes. */
  readonly onOvertaken: (step: StepDesign, invocation: SimulatedInvocation) => void;
}
interface DeliverySurroundings {
  readonly queues: QueuesTwin;
  readonly invocations: Invocations;
  readonly chance: Chance;
  readonly faults: InjectedFaults;
  readonly now: () => number;
  readonly held: ReadonlySet<string>;
  readonly features: Features;
  readonly listener: Listener;
}

/** The remaining time below which a reader returns its message only because it has too little time. */
const READERS_RESERVE_MS = 60_000;
/**
 * The delays of messages in a run. Most runs last longer than three seconds, and the other delays come near their end.
 */
const LATE_SECONDS = [3, 20, 120, 900];
/** The probability that a late message is delivered with the next one of the same content. */
const WITH_ITS_LIKE = 0.6;
/** The probability that SQS also delivers the message of a slow function to another function. */
const SLOW_TWICE = 0.4;
const OLDER_MS = 3_600_000;
/** The weight of a delivery in the next choice, and of one for which Lambda waits for more messages. */
const EAGER = { ready: 6, waiting: 1.5 };
const PATIENT = { ready: 0.5, waiting: 0.03 };

/** Lambda's part between the queues and the functions that read them. */
export class MessageDeliveries {
  /** The steps that read a queue, each with the messages of its queue, which is always the same list. */
  readonly #readers: readonly { readonly step: StepDesign; readonly messages: readonly Message[] }[];
  readonly #around: DeliverySurroundings;
  readonly #late = new Set<string>();

  constructor(steps: readonly StepDesign[], around: DeliverySurroundings) {
    this.#readers = steps.flatMap((step) =>
      step.reads ? [{ step, messages: around.queues.in(step.reads.queue) }] : [],
    );
    this.#around = around;
  }

  /** The steps that may receive messages now. */
  get readable(): readonly StepDesign[] {
    const now = this.#around.now();
    const found: StepDesign[] = [];
    for (const { step, messages } of this.#readers)
      if (messages.some(({ visibleAt }) => visibleAt <= now) && this.#isFree(step)) found.push(step);
    return found;
  }

  /** The weight of a step in the next choice: Lambda waits for more messages within a batching window. */
  weightOf({ reads }: StepDesign): number {
    const { queues, features } = this.#around;
    const { ready, waiting } = features.isEager ? EAGER : PATIENT;
    return reads && reads.windowSeconds > 0 && queues.in(reads.queue).length < reads.batchSize ? waiting : ready;
  }

  /** The instants at which messages become visible. */
  get instants(): readonly number[] {
    return this.#readers.flatMap(({ messages }) => messages.map(({ visibleAt }) => visibleAt));
  }

  async deliver(step: StepDesign): Promise<void> {
    if (!step.reads) return;
    const { queues, invocations, chance, faults, now, held, listener } = this.#around;
    const { queue, arn, batchSize } = step.reads;
    if (faults.befalls('delivered late')) {
      const late = LATE_SECONDS[chance.pick(LATE_SECONDS.map(() => 1))] ?? 0;
      for (const { id } of faults.someOf(queues.visible(queue))) {
        queues.show(queue, id, late);
        this.#late.add(id);
      }
      return;
    }
    this.#showLike(queue);
    const messages = queues.receive(queue, batchSize, (visible) => faults.someOf(visible));
    faults.count('dead letter', queues.takeDead());
    if (messages.length === 0) return;
    const isHeld = held.size > 0 && messages.some(({ body }) => [...held].some((text) => body.includes(text)));
    const isSlow = isHeld || faults.befalls(step.folder === READER ? 'slow reader' : 'slow function');
    for (const { id } of messages)
      if ((isSlow && chance.happens(SLOW_TWICE)) || faults.befalls('delivered twice')) queues.show(queue, id);
    const handed = [...messages, ...this.#olderCopyOf(messages)].slice(0, batchSize);
    const Records = handed.map((message) => recordOf(message, arn));
    const handOverAgain = () => {
      for (const { id } of messages) queues.show(queue, id);
    };
    await invocations.invoke({ step, isSlow, isHeld, handOverAgain }, { Records }, ({ answer, failed }, invocation) => {
      const { refusedByItself, wasHindered, unsent, unanswered, overtaken, deadline } = invocation;
      const back = failed ? new Set(messages.map(({ id }) => id)) : failuresIn(answer);
      if (!failed && back.size > 0 && refusedByItself.size > 0 && !wasHindered && deadline - now() > READERS_RESERVE_MS)
        listener.onGivenBack(step);
      if (!failed && back.size > 0) listener.onReturned(step, invocation);
      if (!failed && back.size === 0 && unsent.size > 0) listener.onUnsent(step, unsent);
      if (!failed && back.size === 0 && unanswered.size > 0) listener.onUnanswered(step, unanswered);
      if (!failed && back.size === 0 && overtaken.size > 0) listener.onOvertaken(step, invocation);
      const givenBack = handed.filter(({ id }) => back.has(id));
      for (const message of messages) {
        if (back.has(message.id)) continue;
        listener.onDone(step, message, invocation, givenBack);
        if (!faults.befalls('acknowledgement lost')) queues.delete(queue, message);
      }
      // Only now does the older copy lie in the queue, from which it is handed over again
      for (const { body } of givenBack.filter((one) => !messages.includes(one))) queues.send(queue, body);
    });
  }

  /** Some late messages come now that another one of the same content is delivered. */
  #showLike(queue: string): void {
    if (this.#late.size === 0) return;
    const { queues, chance, now } = this.#around;
    const late = queues.in(queue).filter(({ id, visibleAt }) => visibleAt > now() && this.#late.has(id));
    if (late.length === 0) return;
    const bodies = new Set(queues.visible(queue).map(({ body }) => body));
    for (const { id, body } of late) if (bodies.has(body) && chance.happens(WITH_ITS_LIKE)) queues.show(queue, id);
  }

  /** An older message of the same content, which SQS had not handed over and which is done with the newer one. */
  #olderCopyOf(messages: readonly Message[]): readonly Message[] {
    const [first] = messages;
    if (!first || !this.#around.faults.befalls('an older copy beside it')) return [];
    return [{ ...first, id: `${first.id}-older`, sentAt: first.sentAt - OLDER_MS, receives: 1 }];
  }

  /** Whether another function of the step may be started. */
  #isFree({ reads, folder }: StepDesign): boolean {
    let running = 0;
    for (const { step } of this.#around.invocations.running) if (step.folder === folder) running += 1;
    return reads !== undefined && running < Math.min(reads.atOnce, this.#around.features.atOnce);
  }
}
