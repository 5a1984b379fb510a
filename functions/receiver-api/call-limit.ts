import { CALLS_A_MINUTE } from '#shared/contracts/api-limits.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import { log } from '#shared/runtime/log.ts';
import type { Calls } from '#shared/tables/calls.ts';
import { expiryOf } from '#shared/tables/expiry.ts';
import { RefusedRequest } from '#shared/use-cases/replies/take-reply.ts';

const MINUTE = 'yyyy-mm-ddThh:mm'.length;

/**
 * Counts a receiver's calls across all environments of the function, and refuses those beyond its share of a minute, so
 * that no receiver uses another receiver's share. After one refusal an environment refuses the rest of that minute by
 * itself.
 */
export function callLimit({ calls, now }: { readonly calls: Pick<Calls, 'count'>; readonly now: RealClock }) {
  const spent = new Map<string, string>();
  /** @throws {RefusedRequest} */
  return async (receiver: string): Promise<void> => {
    const instant = now();
    const minute = instant.toISOString().slice(0, MINUTE);
    if (spent.get(receiver) === minute) throw new RefusedRequest('too_many_calls');
    const made = await calls.count(receiver, minute, expiryOf('calls', instant.toISOString()));
    if (made <= CALLS_A_MINUTE) return;
    spent.set(receiver, minute);
    log('RECEIVER_LIMITED', { receiver });
    throw new RefusedRequest('too_many_calls');
  };
}
export type CallLimit = ReturnType<typeof callLimit>;
