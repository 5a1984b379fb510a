import { entryOf } from '#shared/contracts/log-entries.ts';
import { withBefore } from './before-requests.ts';
import { type DeskUser, entriesOf, sendForm } from './desks.ts';
import type { Violation } from './end-state.ts';
import { queueOf } from './queue-of.ts';
import { doubledIf, lostUnless } from './said.ts';
import type { ServiceRequest } from './services.ts';
import type { World } from './world.ts';

const OPERATOR: DeskUser = { officer: 'truc', group: 'operator' };
/** More than are received at once. */
const DEAD = 12;
/** The first batches take so long that the task goes on with the next message. */
const A_BATCH_MS = 25_000;
const SLOW_BATCHES = 2;
const ABOUT = 'a dead letter';

/**
 * An operator has dead letters sent again. Each of the first two batches takes all the time of the function, and the
 * queue does not take all of the first one: each message is sent before it is deleted, and none is left.
 */
export async function findingsOfDeadLetters(world: World): Promise<readonly Violation[]> {
  const url = queueOf(world, 'append-entries');
  const queue = url.slice(url.lastIndexOf('/') + 1);
  const ids = killMessages(world, url);
  const { redrive } = world.queues;
  // Nobody else moves dead letters meanwhile
  world.queues.redrive = () => 0;
  let receives = 0;
  const sent = new Set<string>();
  let isRemovedEarly = false;
  const look = ({ name, input }: ServiceRequest) => {
    if (name === 'ReceiveMessageCommand' && (receives += 1) <= SLOW_BATCHES) world.pass(A_BATCH_MS);
    if (name !== 'DeleteMessageBatchCommand') return;
    const deleted = new Set((input.Entries as { ReceiptHandle: string }[]).map(({ ReceiptHandle }) => ReceiptHandle));
    const letters = world.queues.deadLettersOf(url).filter(({ receipt }) => deleted.has(receipt));
    isRemovedEarly ||= letters.some(({ body }) => !sent.has(body));
  };
  const act = () => refusingSome(world, { sent, isFirst: () => receives === 1 }, () => ask(world, queue));
  await withBefore(world, look, act);
  const left = world.queues.deadLettersOf(url).length;
  world.queues.redrive = redrive.bind(world.queues);
  const entered = new Set(entriesOf(world, 'settings-changed').map(({ id }) => id));
  return [
    ...lostUnless(left === 0, `no dead letter is left that an operator has moved: ${left}`),
    ...doubledIf(isRemovedEarly, 'a dead letter is deleted before it is sent again'),
    ...lostUnless(
      ids.every((id) => entered.has(id)),
      'each dead letter that an operator moves is sent again',
    ),
  ];
}

const ask = (world: World, queue: string): Promise<boolean | undefined> =>
  sendForm(world, OPERATOR, '/operator/tasks', { task: 'move-dead-letters', queue });

/** Messages that were received too often. @returns the ids of their entries */
function killMessages(world: World, url: string): readonly string[] {
  const at = new Date(world.now()).toISOString();
  const entries = Array.from({ length: DEAD }, (_, n) =>
    entryOf({ kind: 'settings-changed', at, by: 'operator', says: { about: ABOUT, n } }, { at, n }),
  );
  for (const entry of entries) world.queues.sendDead(url, JSON.stringify(entry));
  return entries.map(({ id }) => id);
}

interface Refusing {
  /** The bodies of the messages that were taken. */
  readonly sent: Set<string>;
  /** Whether the function still sends what it has received first. */
  readonly isFirst: () => boolean;
}

/**
 * The queue takes one message of the first batch from no try of the function, and of the first batch that is deleted it
 * keeps one at the first try.
 */
async function refusingSome(world: World, { sent, isFirst }: Refusing, act: () => Promise<unknown>): Promise<void> {
  const { queues } = world;
  const [send, remove] = [queues.sendBatch.bind(queues), queues.deleteBatch.bind(queues)];
  let refused: string | undefined;
  let hasKept = false;
  const failed = (Id: string) => ({ Failed: [{ Id, Code: 'InternalError', SenderFault: false }] as never[] });
  queues.sendBatch = (url, entries) => {
    const dead = entries.filter(({ MessageBody }) => MessageBody.includes(ABOUT));
    refused ??= dead[0]?.MessageBody;
    const no = entries.find(({ MessageBody }) => MessageBody === refused);
    if (!no || !isFirst()) {
      for (const { MessageBody } of dead) sent.add(MessageBody);
      return send(url, entries);
    }
    const taken = entries.filter((one) => one !== no);
    for (const { MessageBody } of taken) sent.add(MessageBody);
    return { ...(taken.length > 0 ? send(url, taken) : { Successful: [] }), ...failed(no.Id) };
  };
  queues.deleteBatch = (url, entries) => {
    const [kept, ...others] = entries;
    if (hasKept || !kept) return remove(url, entries);
    hasKept = true;
    return { ...remove(url, others), ...failed(kept.Id) };
  };
  await act();
  queues.sendBatch = send;
  queues.deleteBatch = remove;
}
