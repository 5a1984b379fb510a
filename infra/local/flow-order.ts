import type { EventSourceMapping } from './deploy.ts';

/**
 * For each mapping, those whose functions can still add to its queue, directly or through others: a function can send
 * to the queues that its environment names. A mapping that can itself add to such a queue is beside it, not above it.
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
    (isRoundedOff(mapping) || reached.get(mapping)?.has(other) !== true);
  return new Map(mappings.map((mapping) => [mapping, mappings.filter((other) => isUpstream(other, mapping))]));
}

/** A survey looks at the province once its companies have been assessed, though what it finds goes up to them again. */
const isRoundedOff = ({ queue }: EventSourceMapping): boolean => queue.url.endsWith('-surveys');

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
