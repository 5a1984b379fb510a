import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

/** Counts this thread's calls of tables and queues by operation. */
export function readCounter() {
  const counts = new Map<string, number>();
  subscribe('http.client.request.start', (message) => {
    const { request } = message as { request: ClientRequest };
    const target = String(request.getHeader('x-amz-target') ?? 'other').split('.')[1] ?? 'other';
    counts.set(target, (counts.get(target) ?? 0) + 1);
  });
  return {
    reset: () => counts.clear(),
    calls: (): Readonly<Record<string, number>> => Object.fromEntries(counts),
  };
}
