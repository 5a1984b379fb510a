import type { SendMessages } from '#shared/clients/queue.ts';
import { instantAfter, secondsUntil } from '#shared/domain/notification/delivery/instant.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import { inChain } from '#shared/runtime/chain.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { log } from '#shared/runtime/log.ts';
import { parseJson } from '#shared/runtime/parse-json.ts';
import type { DueMessage, DueMessages } from '#shared/tables/due-messages.ts';
import { allShards } from '#shared/tables/shards.ts';
import { UnknownQueue } from '#shared/use-cases/unknown-queue.ts';

export interface SendDueMessagesPorts {
  readonly dueMessages: Pick<DueMessages, 'due' | 'remove'>;
  /** Sends to the queue of the given name; undefined where there is no such queue. */
  readonly queueNamed: (name: string) => SendMessages<unknown> | undefined;
  readonly now: RealClock;
}

/** Two thirds of the function's time; what is left is sent a minute later. */
const SENDING_SECONDS = 40;
/** So many that ten messages still share a request. */
const SENT_AT_ONCE = 40;

/**
 * Sends the messages that fall due until an instant, each with its remaining delay. A message is sent before it is
 * removed; a crash in between sends it twice, which does no harm.
 */
export async function sendDueMessages(
  until: string,
  { dueMessages, queueNamed, now }: SendDueMessagesPorts,
): Promise<void> {
  const startedAt = now();
  const endsAt = instantAfter(startedAt, SENDING_SECONDS);
  const delayOf = ({ dueAt }: DueMessage) =>
    Math.max(0, Math.ceil(secondsUntil(dueAt.slice(0, dueAt.indexOf('#')), startedAt)));
  let count = 0;
  const sendShard = async (shard: string): Promise<void> => {
    for await (const page of dueMessages.due(shard, until)) {
      await inParallel(page, SENT_AT_ONCE, async (one) => {
        const send = queueNamed(one.queue);
        if (!send) throw new UnknownQueue();
        // A wait ends the chain, so that its hops begin anew
        await inChain({ ...one, hops: new Map() }, () => send([parseJson(one.body)], delayOf(one)));
        await dueMessages.remove(one);
        count += 1;
      });
      if (now().toISOString() > endsAt) return;
    }
  };
  await Promise.all(allShards.map(sendShard));
  log('DUE_MESSAGES_SENT', { count });
}
