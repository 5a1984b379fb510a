import type { Chance } from './chance.ts';
import type { InjectedFaults } from './faults.ts';
import { type Invocations, READER } from './invocations.ts';
import { failuresIn, recordOf } from './lambda.ts';
import type { StepDesign } from './system.ts';
import type { Message, QueuesTwin } from './twins/queues.ts';
import type { Witness } from './witness.ts';

interface DeliverySurroundings {
  readonly queues: QueuesTwin;
  readonly invocations: Invocations;
  readonly chance: Chance;
  readonly faults: InjectedFaults;
  readonly now: () => number;
  /** The most functions of one step at a time. */
  readonly atOnce: number;
  /** Whether functions are started as soon as a message waits; otherwise most batches have more messages. */
  readonly isEager: boolean;
  readonly witness: () => Witness | undefined;
}

/** The delays of late messages: most runs last longer than three seconds, and the other delays come near their end. */
const LATE_SECONDS = [3, 20, 120, 900];
/** The probability that SQS also delivers the message of a slow function to another function. */
const SLOW_TWICE = 0.4;
/** The weight of a delivery in the next choice, and of one for which Lambda waits for more messages. */
const EAGER = { ready: 6, waiting: 1.5 };
const PATIENT = { ready: 0.5, waiting: 0.03 };

/** Lambda's part between the queues and the functions that read them. */
export class MessageDeliveries {
  /** The steps that read a queue, each with the messages of its queue, which is always the same list. */
  readonly #readers: readonly { readonly step: StepDesign; readonly messages: readonly Message[] }[];
  readonly #around: DeliverySurroundings;

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
    const { queues, isEager } = this.#around;
    const { ready, waiting } = isEager ? EAGER : PATIENT;
    return reads && reads.windowSeconds > 0 && queues.in(reads.queue).length < reads.batchSize ? waiting : ready;
  }

  /** The instants at which messages become visible. */
  get instants(): readonly number[] {
    return this.#readers.flatMap(({ messages }) => messages.map(({ visibleAt }) => visibleAt));
  }

  async deliver(step: StepDesign): Promise<void> {
    if (!step.reads) return;
    const { queues, invocations, chance, faults, witness } = this.#around;
    const { queue, arn, batchSize } = step.reads;
    if (faults.befalls('delivered late')) {
      const late = LATE_SECONDS[chance.pick(LATE_SECONDS.map(() => 1))] ?? 0;
      for (const { id } of faults.someOf(queues.visible(queue))) queues.show(queue, id, late);
      return;
    }
    const messages = queues.receive(queue, batchSize, (visible) => faults.someOf(visible));
    faults.count('dead letter', queues.takeDead());
    if (messages.length === 0) return;
    const isSlow = faults.befalls(step.folder === READER ? 'slow reader' : 'slow function');
    for (const { id } of messages)
      if ((isSlow && chance.happens(SLOW_TWICE)) || faults.befalls('delivered twice')) queues.show(queue, id);
    const Records = messages.map((message) => recordOf(message, arn));
    await invocations.invoke({ step, isSlow }, { Records }, ({ answer, failed }, invocation) => {
      const back = failed ? new Set(messages.map(({ id }) => id)) : failuresIn(answer);
      if (!failed) witness()?.ended(invocation, back);
      for (const message of messages) {
        if (back.has(message.id)) continue;
        if (!faults.befalls('acknowledgement lost')) queues.delete(queue, message);
      }
    });
  }

  /** Whether another function of the step may be started. */
  #isFree({ reads, folder }: StepDesign): boolean {
    let running = 0;
    for (const { step } of this.#around.invocations.running) if (step.folder === folder) running += 1;
    return reads !== undefined && running < Math.min(reads.atOnce, this.#around.atOnce);
  }
}
