import type { Clients } from './clients.ts';
import type { EventSourceMapping, LocalDeployment } from './deploy.ts';
import { type EventSources, eventSources, MOST_SANDBOXES } from './event-sources.ts';
import { type LoadableSandbox, sandbox, type SandboxContext } from './sandbox.ts';
import { isDelivery } from './serve/serve.ts';

/**
 * Finds for each mapping the earlier mappings, whose functions can add to its queue directly or through others. A
 * function can send to the queues that its environment names. Two mappings that can add to each other's queues are not
 * ordered.
 */
export function upstreamOf(mappings: readonly EventSourceMapping[]): Map<EventSourceMapping, EventSourceMapping[]> {
  const sendsTo = ({ target }: EventSourceMapping) => {
    const named = new Set(Object.values(target.environment));
    return mappings.filter(({ queue }) => named.has(queue.url));
  };
  const reached = new Map(mappings.map((mapping) => [mapping, reachableFrom(mapping, sendsTo)]));
  const isUpstream = (other: EventSourceMapping, mapping: EventSourceMapping) =>
    other !== mapping &&
    reached.get(other)?.has(mapping) === true &&
    (reached.get(mapping)?.has(other) !== true || comesFirst(other, mapping));
  return new Map(mappings.map((mapping) => [mapping, mappings.filter((other) => isUpstream(other, mapping))]));
}

/**
 * The order of steps that can add to each other's queues. The survey comes after the assessments, although it sends
 * companies to be assessed again, and an assessment after the verification of people, although it may ask for it again.
 */
const comesFirst = (other: EventSourceMapping, mapping: EventSourceMapping): boolean =>
  mapping.queue.url.endsWith('-surveys') ||
  (mapping.queue.url.endsWith('-companies') && other.queue.url.endsWith('-registrations'));

function reachableFrom(
  start: EventSourceMapping,
  next: (mapping: EventSourceMapping) => readonly EventSourceMapping[],
): Set<EventSourceMapping> {
  const found = new Set<EventSourceMapping>();
  const ahead = [...next(start)];
  for (const mapping of ahead) {
    if (found.has(mapping)) continue;
    found.add(mapping);
    ahead.push(...next(mapping));
  }
  return found;
}

/** An endpoint that is down occupies one sandbox, so several are allowed. */
const MOST_ENDPOINTS = 8;

/** The event sources of a run. */
export interface StepSources extends EventSources {
  /**
   * Loads a sandbox of each step that follows the reading of registrations. Reading uses one core, and they would be
   * loaded after it in any case.
   */
  loadAhead(): void;
}

/**
 * The event sources of all steps, each with as many sandboxes as its queue allows.
 * @param pushes whether a receiver has an endpoint, for which a delivery may wait
 */
export const sourcesOf = (
  deployed: LocalDeployment,
  { sqs }: Clients,
  sandboxes: SandboxContext,
  pushes: boolean,
): StepSources => {
  const following = new Map<EventSourceMapping, LoadableSandbox>();
  const open = (mapping: EventSourceMapping) => {
    const opened = sandbox(mapping.target, sandboxes);
    if (followsReading(mapping) && !following.has(mapping)) following.set(mapping, opened);
    return opened;
  };
  const sources = eventSources(sqs, deployed.mappings, open, {
    most: (mapping) => (isDelivery(deployed, mapping) ? MOST_ENDPOINTS : worksAlone(mapping) ? 1 : MOST_SANDBOXES),
    oneEach: (mapping) => pushes && isDelivery(deployed, mapping),
    // Deliveries are already decided, so they do not wait for earlier steps.
    waits: (mapping) => !isDelivery(deployed, mapping),
    // An entry of the log says what has happened. Written beside the assessments it costs no time of its own at the end.
    readsWholeBatches: ({ queue }) => isLog(queue.url),
    // They run once more after the message of the daily clock
    keeps: worksAlone,
  });
  return {
    ...sources,
    loadAhead() {
      // Where loading fails, the first event says so
      for (const opened of following.values()) opened.load().catch(() => {});
    },
  };
};

const followsReading = ({ queue }: EventSourceMapping): boolean => /-(?:registrations|companies)$/u.test(queue.url);

/** Of two writers of the log that continue the same page one always fails, and so does one of two surveys of the province. */
const worksAlone = ({ queue }: EventSourceMapping): boolean => isLog(queue.url) || queue.url.endsWith('-surveys');
const isLog = (queueUrl: string): boolean => queueUrl.endsWith('-log-entries');
