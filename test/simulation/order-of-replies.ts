import { type HandlingStatus, isAnswered } from '#shared/domain/notification/states.ts';
import { tableNamed } from './end-state.ts';
import { type Ending, placeOf } from './ending.ts';
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

/**
 * The status of a notice follows an acknowledgement or a bank's decision, unless the notice has another state or a later
 * decision. That of a decision of the police is looked at before the company is asked about.
 */
export function statusTaken({ message, trace, world }: Ending): string | undefined {
  const { receiver, replyId } = message;
  const item = trace.seen.get(placeOf(world, 'Replies', receiver, replyId));
  const { kind, noticeId, body } = (item?.['reply'] ?? {}) as Attributes;
  if (kind !== 'acknowledgement' && kind !== 'bank-decision') return undefined;
  const TableName = tableNamed(world, 'Notices');
  const { Item } = world.tables.send({ name: 'GetCommand', input: { TableName, Key: { receiver, noticeId } } });
  const { sequence, handlingStatus, repliedAs = '', accountStatus } = (Item ?? {}) as Attributes;
  const said = body as Attributes;
  if (sequence !== said['sequence']) return undefined;
  const order = `${String(item?.['takenAt'])}#${String(replyId)}`;
  const isTaken =
    kind === 'acknowledgement'
      ? isAnswered(handlingStatus as HandlingStatus)
      : String(repliedAs) > order ||
        (repliedAs === order && handlingStatus === said['outcome'] && accountStatus === said['accountStatus']);
  return isTaken ? undefined : `${String(noticeId)} has the status that its receiver has given it`;
}

/** What a bank says to have observed about the account of its notice is listed, each code by itself. */
export function observedListed({ message, trace, world }: Ending): string | undefined {
  const item = trace.seen.get(placeOf(world, 'Replies', message['receiver'], message['replyId']));
  const { kind, noticeId, body } = (item?.['reply'] ?? {}) as Attributes;
  const observed = ((body as Attributes | undefined)?.['observed'] ?? []) as readonly number[];
  const notice = (trace.looks.get(placeOf(world, 'Notices', message['receiver'], noticeId)) ?? []).at(-1);
  if (kind !== 'bank-decision' || !notice) return undefined;
  const table = `${tableNamed(world, 'Accounts')} `;
  const codes = [...trace.written].flatMap(([place, fact]) => {
    const listing = place.startsWith(table) ? (fact?.['listing'] as Attributes | undefined) : undefined;
    const isOwn = fact?.['accountRef'] === notice['subject'] && listing?.['by'] === message['receiver'];
    return isOwn ? [listing?.['code']] : [];
  });
  const listed = new Set(codes);
  const left = observed.find((code) => !listed.has(code));
  return left === undefined ? undefined : `the account of ${String(noticeId)} is listed by its bank under ${left}`;
}
