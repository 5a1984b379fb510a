import { tableNamed } from './end-state.ts';
import type { InvocationTrace } from './invocation-trace.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

interface StoredReply {
  readonly before: Attributes | undefined;
  readonly after: Attributes | undefined;
  readonly trace: InvocationTrace;
  readonly world: World;
}

/**
 * A reply to a notice is stored where it names the state that the function has found, and a decision that is sent again is
 * looked for by its key.
 */
export function replyStored({ before, after, trace, world }: StoredReply): string | undefined {
  const own = `${tableNamed(world, 'Replies')} ${JSON.stringify([after?.['receiver'], after?.['lastId']])}`;
  const isAgain = after?.['lastId'] !== undefined && before?.['lastId'] === after['lastId'];
  if (isAgain && before['writeId'] !== after['writeId'] && !trace.seen.has(own))
    return 'a decision that is sent again follows itself';
  if (before || after?.['reply'] === undefined) return undefined;
  const { receiver, reply } = after;
  const { noticeId, body } = reply as { readonly noticeId?: string; readonly body: Attributes };
  const found = trace.looks.get(`${tableNamed(world, 'Notices')} ${JSON.stringify([receiver, noticeId])}`) ?? [];
  return found.length > 0 && found.every((one) => one?.['sequence'] !== body['sequence'])
    ? `a reply to another state of ${String(noticeId)} is stored`
    : undefined;
}
