import type { SQSClient } from '@aws-sdk/client-sqs';
import { failedMessages, type HeldBatch, holdBatch, invokeBatch, messagesIn, settleBatch } from './batch.ts';
import type { EventSourceMapping } from './deploy.ts';
import { sendersTo, upstreamOf } from './flow-order.ts';
import { type Rest, restBetweenLooks } from './rest-between-looks.ts';
import type { Sandbox } from './sandbox.ts';
import { closeAll, giveBack, type Slots, slotsOf, takeSandboxes } from './slots.ts';

/**
 * The most sandboxes of one function, since more of them would only take turns on two cores. The template's own limit
 * may be lower.
 */
export const MOST_SANDBOXES = 2;
const LOOK_AGAIN_MS = { working: 100, resting: 20 };
/** The longer nothing has arrived, the less often the queues are counted, because a served run may wait for hours. */
const LOOK_AGAIN_IDLE_AT_MOST_MS = 250;
const LOOKS_A_PAUSE = 20;

/** The progress of a mapping, in messages. */
export interface QueueProgress {
  done: number;
  failed: number;
  /** The messages in the queue when it was last counted: visible, in flight and delayed. */
  waiting: number;
  /** The error by which the last invocation gave no result. */
  error?: string;
}
export interface EventSources {
  /**
   * Reads the queues until all of them are empty and no function is running; can be called again after a new message.
   * @param counts whether a queue is waited for
   */
  drain(counts?: (mapping: EventSourceMapping) => boolean): Promise<void>;
  /** Reads the queues until the signal; functions are kept warm between two messages. */
  keepReading(signal: AbortSignal): Promise<void>;
  readonly progress: ReadonlyMap<EventSourceMapping, QueueProgress>;
  /** Ends the sandboxes; to be called between two drains. */
  close(): Promise<void>;
}
interface SourceChoices {
  /** The largest number of sandboxes of a function. */
  readonly most?: (mapping: EventSourceMapping) => number;
  /** True for a queue whose messages may each wait long for somebody else, so that each one gets a sandbox. */
  readonly oneEach?: (mapping: EventSourceMapping) => boolean;
  /** False for a queue that is read at once even while earlier steps are running. */
  readonly waits?: (mapping: EventSourceMapping) => boolean;
}
/** The mappings whose queues were empty when they were last counted, with the turns that their senders had then begun and ended. */
type KnownEmpty = Map<EventSourceMapping, number>;
interface Look {
  readonly allQuiet: boolean;
  /** The mappings whose queues are empty and to which no function can add any more. */
  readonly atEnd: readonly EventSourceMapping[];
}
/** A run's mappings with the state of each. */
interface Sources {
  readonly sqs: SQSClient;
  readonly mappings: readonly EventSourceMapping[];
  readonly upstream: ReadonlyMap<EventSourceMapping, readonly EventSourceMapping[]>;
  readonly senders: ReadonlyMap<EventSourceMapping, readonly EventSourceMapping[]>;
  readonly progress: ReadonlyMap<EventSourceMapping, QueueProgress>;
  readonly slots: ReadonlyMap<EventSourceMapping, Slots>;
  readonly waits: (mapping: EventSourceMapping) => boolean;
  readonly oneEach: (mapping: EventSourceMapping) => boolean;
  readonly rest: Rest;
}

/**
 * The event source mappings of the template. A queue is read only while all earlier steps are idle, so that a company
 * is assessed when all its facts are stored, and a flag becomes a notice only when the whole inbox has been read. In a
 * local run this replaces the settling time.
 */
export function eventSources(
  sqs: SQSClient,
  mappings: readonly EventSourceMapping[],
  open: (mapping: EventSourceMapping) => Sandbox,
  { most = () => MOST_SANDBOXES, oneEach = () => false, waits = () => true }: SourceChoices = {},
): EventSources {
  const progress = new Map(
    mappings.map((mapping): [EventSourceMapping, QueueProgress] => [mapping, { done: 0, failed: 0, waiting: 0 }]),
  );
  const slots = new Map(
    mappings.map((mapping) => [
      mapping,
      slotsOf(() => open(mapping), Math.min(most(mapping), mapping.maximumConcurrency)),
    ]),
  );
  const sources: Sources = {
    sqs,
    mappings,
    upstream: upstreamOf(mappings),
    senders: new Map(mappings.map((mapping) => [mapping, sendersTo(mapping, mappings)])),
    progress,
    slots,
    waits,
    oneEach,
    rest: restBetweenLooks(),
  };
  return {
    progress,
    drain: (counts = everyQueue) => {
      const isOver = async ({ allQuiet, atEnd }: Look) => {
        // A finished function's sandbox is closed to free its memory, as Lambda does with idle environments
        await Promise.all(atEnd.map((mapping) => closeAll(of(slots, mapping))));
        return allQuiet;
      };
      return lookUntil(sources, counts, isOver, new Map());
    },
    keepReading: (signal) => lookUntil(sources, everyQueue, () => signal.aborted),
    async close() {
      await Promise.all([...slots.values()].map(closeAll));
    },
  };
}

const everyQueue = () => true;

function of<T>(map: ReadonlyMap<EventSourceMapping, T>, mapping: EventSourceMapping): T {
  const found = map.get(mapping);
  if (!found) throw new Error(`${mapping.target.name} is not a mapping of this run`);
  return found;
}

async function runBatch(
  { sqs, progress }: Sources,
  mapping: EventSourceMapping,
  sandbox: Sandbox,
  { messages, letGo }: HeldBatch,
): Promise<void> {
  const counted = of(progress, mapping);
  const failed = await invokeBatch(mapping, sandbox, messages).then(
    (answer) => (mapping.reportsPartialFailures ? failedMessages(messages, answer) : []),
    (error: unknown) => {
      counted.error = error instanceof Error ? error.message : String(error);
      return messages;
    },
  );
  const gone = new Set(failed);
  const done = messages.filter((message) => !gone.has(message));
  await letGo();
  await settleBatch(sqs, mapping, done, failed);
  counted.done += done.length;
  counted.failed += failed.length;
}

async function runSlot(
  sources: Sources,
  mapping: EventSourceMapping,
  sandbox: Sandbox,
  isWarm: boolean,
): Promise<void> {
  const state = of(sources.slots, mapping);
  let batches = 0;
  try {
    for (;;) {
      const batch = await holdBatch(sources.sqs, mapping);
      if (batch.messages.length === 0) break;
      await runBatch(sources, mapping, sandbox, batch);
      batches += 1;
    }
  } finally {
    giveBack(state, sandbox, isWarm || batches > 0);
    state.busy -= 1;
    state.turns += 1;
  }
  // A slot that found nothing ends no rest, because messages that are not visible yet would keep the run looking
  if (batches > 0) sources.rest.end();
}

/** Starts the slots that have messages and may read them. Returns whether all queues are empty and all functions idle. */
async function look(
  sources: Sources,
  counts: (mapping: EventSourceMapping) => boolean,
  failed: (error: unknown) => void,
  empty: KnownEmpty | undefined,
): Promise<Look> {
  const { sqs, mappings, upstream, senders, slots, progress, waits } = sources;
  const turnsBefore = new Map(mappings.map((mapping) => [mapping, of(slots, mapping).turns]));
  const isRunning = (mapping: EventSourceMapping) => counts(mapping) && of(slots, mapping).busy > 0;
  // A queue that can't be read yet, because an earlier step is running, is not counted
  const isAsked = (mapping: EventSourceMapping) => !waits(mapping) || !of(upstream, mapping).some(isRunning);
  const count = async (mapping: EventSourceMapping) => {
    const sending = of(senders, mapping).map((sender) => of(slots, sender));
    const turns = sending.reduce((sum, one) => sum + one.turns, 0);
    if (empty?.get(mapping) === turns && sending.every(({ busy }) => busy === 0)) return [mapping, 0] as const;
    const messages = await messagesIn(sqs, mapping);
    empty?.set(mapping, messages === 0 ? turns : Number.NaN);
    return [mapping, messages] as const;
  };
  const waiting = new Map(await Promise.all(mappings.filter(isAsked).map(count)));
  for (const [mapping, messages] of waiting) of(progress, mapping).waiting = messages;
  const quiet = (mapping: EventSourceMapping) => {
    const { busy, turns } = of(slots, mapping);
    return busy === 0 && waiting.get(mapping) === 0 && turnsBefore.get(mapping) === turns;
  };
  const isFinal = (mapping: EventSourceMapping) => of(upstream, mapping).every(quiet);
  const allQuiet = mappings.filter(counts).every(quiet);
  const atEnd = mappings.filter((mapping) => quiet(mapping) && isFinal(mapping));
  for (const mapping of mappings) {
    const messages = waiting.get(mapping) ?? 0;
    if (messages > 0 && (!waits(mapping) || isFinal(mapping))) startSlots(sources, mapping, messages, failed);
  }
  return { allQuiet, atEnd };
}

function startSlots(
  sources: Sources,
  mapping: EventSourceMapping,
  messages: number,
  failed: (error: unknown) => void,
): void {
  const state = of(sources.slots, mapping);
  // A function that takes messages one by one has much to do for each
  const oneEach = mapping.batchSize === 1 || sources.oneEach(mapping);
  for (const { sandbox, isWarm } of takeSandboxes(state, messages, oneEach)) {
    state.busy += 1;
    state.turns += 1;
    runSlot(sources, mapping, sandbox, isWarm).catch(failed);
  }
}

/** @param empty remembers, while a function runs, which queues need not be counted; none where messages come from outside */
async function lookUntil(
  sources: Sources,
  counts: (mapping: EventSourceMapping) => boolean,
  isOver: (seen: Look) => boolean | Promise<boolean>,
  empty?: KnownEmpty,
): Promise<void> {
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => {});
  const isWorking = () => [...sources.slots.values()].some(({ busy }) => busy > 0);
  let workedAt = Date.now();
  for (;;) {
    if (!isWorking()) empty?.clear();
    if (await isOver(await Promise.race([look(sources, counts, broken.reject, empty), broken.promise]))) return;
    const working = isWorking();
    const now = Date.now();
    if (working) workedAt = now;
    const idle = Math.min((now - workedAt) / LOOKS_A_PAUSE, LOOK_AGAIN_IDLE_AT_MOST_MS);
    await sources.rest.wait(working ? LOOK_AGAIN_MS.working : Math.max(LOOK_AGAIN_MS.resting, idle));
  }
}
