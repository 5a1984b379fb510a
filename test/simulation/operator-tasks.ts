import { entryOf } from '#shared/contracts/log-entries.ts';
import { untilQuiet } from './acts.ts';
import { withBefore } from './before-requests.ts';
import { type DeskUser, entriesOf, sendForm } from './desks.ts';
import { itemsOf, tableKind, tableNamed, type Violation } from './end-state.ts';
import { putItem } from './put-item.ts';
import { queueOf } from './queue-of.ts';
import { BANK } from './scenario.ts';
import { doubledIf, lostUnless } from './said.ts';
import { forgetWaiting, storeWaiting, WAITING } from './waiting-notices.ts';
import type { World } from './world.ts';

const OPERATOR: DeskUser = { officer: 'truc', group: 'operator' };
const EXPIRES_AT = 4_000_000_000;
const LATE_MS = 3_600_000;
const BROKEN = 'parked-broken';
const ABOUT = 'a parked message';

/** What an operator asks for at the desk: parked messages are sent again, and a receiver is sent what it has not taken. */
export async function findingsOfOperatorTasks(world: World): Promise<readonly Violation[]> {
  const found = [...(await replayed(world)), ...(await redrivenEndpoint(world)), ...(await redrivenFeed(world))];
  const entered = entriesOf(world, 'operator-acted').map(({ says }) => String(says['task']));
  return [
    ...found,
    ...lostUnless(
      entered.join() === 'replay-parked,redrive-receiver,redrive-receiver',
      `the log has what an operator asked for: ${entered.join()}`,
    ),
  ];
}

const ask = (world: World, task: Readonly<Record<string, string>>): Promise<boolean | undefined> =>
  sendForm(world, OPERATOR, '/operator/tasks', task);

/** A parked message is sent before it is removed, and one that nobody can read stays. */
async function replayed(world: World): Promise<readonly Violation[]> {
  const url = queueOf(world, 'append-entries');
  const queue = url.slice(url.lastIndexOf('/') + 1);
  const parkedAt = new Date(world.now()).toISOString();
  const entry = entryOf(
    { kind: 'settings-changed', at: parkedAt, by: 'operator', says: { about: ABOUT } },
    { parkedAt },
  );
  const why = 'message_unreadable';
  for (const [messageId, body] of [
    ['parked-entry', JSON.stringify(entry)],
    [BROKEN, '{'],
  ])
    putItem(world, 'Parked', { queue, messageId, why, body, parkedAt, expiresAt: EXPIRES_AT });
  let isSent = false;
  let isRemovedEarly = false;
  await withBefore(
    world,
    ({ name, input }) => {
      isSent ||= input.QueueUrl === url && JSON.stringify(input.Entries).includes(ABOUT);
      isRemovedEarly ||= name === 'DeleteCommand' && tableKind(input.TableName) === 'Parked' && !isSent;
    },
    async () => void (await ask(world, { task: 'replay-parked', queue })),
  );
  const parked = itemsOf(world, 'Parked').filter((one) => one['queue'] === queue);
  const left = new Set(parked.map(({ messageId }) => messageId));
  removeParked(world, queue);
  return [
    ...lostUnless(
      entriesOf(world, 'settings-changed').some(({ id }) => id === entry.id),
      'a parked message is sent again',
    ),
    ...doubledIf(isRemovedEarly, 'a parked message is removed before it is sent'),
    ...doubledIf(left.has('parked-entry'), 'a message that was sent again stays parked'),
    ...lostUnless(left.has(BROKEN), 'a message that nobody can read stays parked'),
  ];
}

function removeParked(world: World, queue: string): void {
  const Key = { queue, messageId: BROKEN };
  world.tables.send({ name: 'DeleteCommand', input: { TableName: tableNamed(world, 'Parked'), Key } });
}

/** An endpoint that is gone is called again: with a notice that was given up, one that waits, and one without a delivery. */
async function redrivenEndpoint(world: World): Promise<readonly Violation[]> {
  const receiver = itemsOf(world, 'Receivers').find((one) => one['receiver'] === BANK);
  const since = new Date(world.now()).toISOString();
  const health = { failures: 3, pausedSince: since, goneSince: since };
  putItem(world, 'Receivers', { ...receiver, mode: 'push', health });
  for (const [n, noticeId] of WAITING.entries())
    storeWaiting(world, noticeId, { changedAt: world.now() - 4000 + n, since: world.now() });
  const [waits, stuck, unsent] = WAITING.map((noticeId) => deliveryOf(world, noticeId));
  const ended = {
    backlog: undefined,
    checkAt: undefined,
    nextAttemptAt: undefined,
    dueShard: undefined,
    dueAt: undefined,
  };
  putItem(world, 'Deliveries', { ...stuck, ...ended, state: 'stuck', stuckBecause: 'endpoint_gone' });
  putItem(world, 'Deliveries', { ...waits, nextAttemptAt: new Date(world.now() + LATE_MS).toISOString() });
  const { noticeId, position } = unsent ?? {};
  const notice = itemsOf(world, 'Notices').find((one) => one['noticeId'] === noticeId);
  putItem(world, 'Notices', { ...notice, position, waiting: `${BANK}#issued` });
  world.tables.send({
    name: 'DeleteCommand',
    input: { TableName: tableNamed(world, 'Deliveries'), Key: { receiver: BANK, noticeId } },
  });
  const before = world.bankReceived.length;
  await ask(world, { task: 'redrive-receiver', receiver: BANK });
  const received = world.bankReceived.slice(before).map(({ id }) => id.slice(0, id.indexOf('.')));
  forgetWaiting(world);
  putItem(world, 'Receivers', { ...receiver });
  const own = received.filter((id) => WAITING.some((one) => one === id));
  return [
    ...WAITING.flatMap((id) => lostUnless(own.includes(id), `${id} is sent to an endpoint that is called again`)),
    ...doubledIf(own.length > new Set(own).size, 'a notice is sent twice to an endpoint that is called again'),
    ...doubledIf(
      own.indexOf(WAITING[1]) < own.indexOf(WAITING[0]),
      'an endpoint that is called again is sent the later notice first',
    ),
  ];
}

const deliveryOf = (world: World, id: string) => itemsOf(world, 'Deliveries').find((one) => one['noticeId'] === id);

/** The feed of the police repeats each notice that they have read and not acknowledged. */
async function redrivenFeed(world: World): Promise<readonly Violation[]> {
  const notices = itemsOf(world, 'Notices').filter(
    (one) => one['receiver'] === 'police' && one['state'] === 'in_force',
  );
  for (const notice of notices)
    putItem(world, 'Notices', { ...notice, handlingStatus: 'delivered', waiting: 'police#delivered' });
  await ask(world, { task: 'redrive-receiver', receiver: 'police' });
  const positions = new Map(itemsOf(world, 'Notices').map(({ noticeId, position }) => [noticeId, String(position)]));
  for (const notice of notices) putItem(world, 'Notices', notice);
  await untilQuiet(world);
  return notices.flatMap(({ noticeId, position }) =>
    lostUnless(
      String(positions.get(noticeId)) > String(position),
      `the feed repeats ${String(noticeId)}, which the police have not acknowledged`,
    ),
  );
}
