import { tableNamed } from './end-state.ts';
import { type Ending, type Missing, placeOf } from './ending.ts';
import { BANK } from './scenario.ts';
import type { Attributes } from './twins/expressions.ts';
import { sentTo } from './writing.ts';

/** The time during which the holder of a lease may not see a new delivery. */
const FRESH_MS = 2000;
/** A message waits in its queue for less than this. */
const SOON_MS = 890_000;

/** The lease is given back, and what came into the backlog meanwhile is not left to the clock. */
export const leaseGivenBack: Missing = (ending) => triedAgain(ending) ?? leftToOthers(ending);

/**
 * After a failure a delivery is sent again by a message of its own, and not only by the clock. Before its first attempt
 * the last one that it lists is of an earlier state.
 */
const triedAgain: Missing = (ending) => {
  const { trace, world, givenBack } = ending;
  // Another message of the batch may have made the attempt, and looks through the backlog again when it is back
  if (givenBack.length > 0) return undefined;
  const sent = new Set(sentTo(ending, 'deliver-notice').map(({ noticeId }) => noticeId));
  for (const [place, delivery] of trace.written) {
    if (!place.startsWith(`${tableNamed(world, 'Deliveries')} `) || delivery?.['state'] !== 'waiting') continue;
    if (delivery['attempts'] === 0) continue;
    const last = ((delivery['tried'] ?? []) as readonly Attributes[]).at(-1);
    const isSoon = Date.parse(String(delivery['nextAttemptAt'])) < Date.parse(String(last?.['at'])) + SOON_MS;
    if (last?.['outcome'] !== undefined && isSoon && !sent.has(delivery['noticeId']))
      return `the delivery of ${String(delivery['noticeId'])} that failed is sent again`;
  }
  return undefined;
};

const leftToOthers: Missing = (ending) => {
  const { trace, world, givenBack } = ending;
  if (givenBack.length > 0) return undefined;
  const place = placeOf(world, 'Receivers', BANK);
  const TableName = tableNamed(world, 'Receivers');
  const { Item } = world.tables.send({ name: 'GetCommand', input: { TableName, Key: { receiver: BANK } } });
  if (trace.leased === undefined) return sentByHolder(ending, Item as Attributes | undefined);
  if (isUntried(ending, Item as Attributes | undefined)) return 'the new delivery is sent by the holder of the lease';
  if ((Item as Attributes | undefined)?.['leasedBy'] === trace.leased) return 'the lease of the endpoint is given back';
  const released = trace.written.get(place);
  if (!released || released['leasedBy'] !== undefined || isResting(released)) return undefined;
  const backlog = trace.queries
    .slice(trace.queriesAtWrite.get(place) ?? 0)
    .filter(({ index }) => index === 'backlog')
    .at(-1);
  if (!backlog) return 'the backlog is looked through once more without the lease';
  const isReady = ({ nextAttemptAt }: Attributes) => !(Date.parse(String(nextAttemptAt)) > trace.since);
  return backlog.items.some(isReady) && sentTo(ending, 'deliver-notice').length === 0
    ? 'a delivery that came into the backlog meanwhile is passed on'
    : undefined;
};

const isResting = (receiver: Attributes | undefined): boolean =>
  ((receiver?.['health'] ?? {}) as Attributes)['restUntil'] !== undefined;

/**
 * Whether the function held the lease and has not called the endpoint for the delivery of its own message, which an
 * index may not show yet. Where another function wrote the delivery before the attempt was noted, that one sends it.
 */
function isUntried(ending: Ending, receiver: Attributes | undefined): boolean {
  const { message, world } = ending;
  const { noticeId } = message;
  if (ending.overtaken.has(placeOf(world, 'Deliveries', message['receiver'], noticeId))) return false;
  const Key = { receiver: message['receiver'], noticeId };
  const { Item } = world.tables.send({
    name: 'GetCommand',
    input: { TableName: tableNamed(world, 'Deliveries'), Key },
  });
  const { state, attempts, since } = (Item ?? {}) as Attributes;
  const isFresh = world.now() - Date.parse(String(since)) < FRESH_MS;
  return state === 'waiting' && attempts === 0 && isFresh && !isResting(receiver) && !isAskedAgain(ending);
}

const isAskedAgain = (ending: Ending): boolean =>
  sentTo(ending, 'deliver-notice').some(({ noticeId }) => noticeId === ending.message['noticeId']);

/** The holder of the lease may not have seen so new a delivery: the message is sent once more. */
function sentByHolder(ending: Ending, receiver: Attributes | undefined): string | undefined {
  const { message, trace, world } = ending;
  const { noticeId } = message;
  const delivery = trace.seen.get(placeOf(world, 'Deliveries', message['receiver'], noticeId));
  const { state, attempts, since } = delivery ?? {};
  if (state !== 'waiting' || attempts !== 0 || isResting(receiver)) return undefined;
  const isFresh = world.now() - Date.parse(String(since)) < FRESH_MS;
  return isFresh && !isAskedAgain(ending)
    ? `the new delivery of ${String(noticeId)}, which another function may not see, is asked for again`
    : undefined;
}
