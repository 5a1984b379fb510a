import type { EventSourceMapping } from './deploy.ts';

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

/** The mappings whose functions can add to the queue of this one directly. */
export const sendersTo = ({ queue }: EventSourceMapping, mappings: readonly EventSourceMapping[]) =>
  mappings.filter(({ target }) => Object.values(target.environment).includes(queue.url));

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
