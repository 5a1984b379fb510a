import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { Caller } from './admit.ts';
import type { ApiEvent } from './answers.ts';
import type { ReceiverApiPorts } from './ports.ts';

/**
 * Enters in the log who was shown which notices, before they are shown. Without an entry nothing is shown. An empty
 * page needs no entry.
 */
export async function logNoticesRead(
  shown: readonly { readonly id: string; readonly sequence: number }[],
  what: 'feed' | 'notice' | 'dossier',
  { requestContext }: ApiEvent,
  { receiver, client }: Caller,
  { enter, now }: Pick<ReceiverApiPorts, 'enter' | 'now'>,
): Promise<void> {
  if (shown.length === 0) return;
  const notices = shown.map(({ id, sequence }) => `${id}.${sequence}`);
  const by = actorOf({ client }, receiver);
  const at = now().toISOString();
  await enter([
    entryOf(
      { kind: 'data-read', at, by, says: { receiver, what, notices } },
      { request: requestContext.requestId, at },
    ),
  ]);
}
