import { clientActor, entryOf } from '#shared/contracts/log-entries.ts';
import type { Caller } from './admit.ts';
import type { HttpEvent } from './answers.ts';
import type { Ports } from './ports.ts';

/**
 * Enters in the log who was shown which notices, before they are shown: what can't be entered isn't shown. An empty page
 * shows nothing of anybody.
 */
export async function enterRead(
  shown: readonly { readonly id: string; readonly sequence: number }[],
  what: 'feed' | 'notice' | 'dossier',
  { requestContext }: HttpEvent,
  { receiver, client }: Caller,
  { enter, now }: Pick<Ports, 'enter' | 'now'>,
): Promise<void> {
  if (shown.length === 0) return;
  const notices = shown.map(({ id, sequence }) => `${id}.${sequence}`);
  const by = clientActor(client, receiver);
  const at = now().toISOString();
  await enter([
    entryOf(
      { kind: 'data-read', at, by, says: { receiver, what, notices } },
      { request: requestContext.requestId, at },
    ),
  ]);
}
