import { isInTrouble } from '#shared/domain/notification/delivery/endpoint-health.ts';
import { tick, untilQuiet } from './acts.ts';
import { itemsOf, tableKind, type Violation } from './end-state.ts';
import { healthIn } from './lease-book.ts';
import { putItem } from './put-item.ts';
import { queueOf } from './queue-of.ts';
import { BANK } from './scenario.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

const DAY_MS = 86_400_000;
/** The clock comes each minute. */
const CLOCK_MS = 60_000;
/** On each of three days the notice is sent again, and on the fourth an operator is told. */
const DAYS = 4;
const REPEATED = 3;

/** A notice that its bank has not acknowledged is sent again on three days; after another day its delivery is stuck. */
export async function findingsOfUnanswered(world: World): Promise<readonly Violation[]> {
  const notice = leaveUnanswered(world);
  if (!notice) return [];
  for (let day = 0; day < DAYS; day += 1) await letDayPass(world);
  const { state, stuckBecause } = deliveryOf(world, notice) ?? {};
  const repeated = notice.sentSince();
  if (repeated < REPEATED)
    return [{ kind: 'lost', what: `${notice.id} was sent again ${repeated} times in four days` }];
  if (repeated > REPEATED)
    return [{ kind: 'doubled', what: `${notice.id} was sent again ${repeated} times in four days` }];
  return state === 'stuck' && stuckBecause === 'unacknowledged'
    ? []
    : [{ kind: 'lost', what: `nobody is told that ${notice.id} is not acknowledged` }];
}

/** A bank changes to the feed while a function is about to take the lease of its endpoint: nothing is sent there. */
export async function findingsOfBankThatChanges(world: World): Promise<readonly Violation[]> {
  const notice = leaveUnanswered(world);
  const { witness } = world;
  if (!notice || !witness) return [];
  world.witness = {
    ...witness,
    asked: (asked, invocation) => {
      const { name, input } = asked;
      if (name === 'UpdateCommand' && tableKind(input.TableName) === 'Receivers') changeToFeed(world);
      witness.asked(asked, invocation);
    },
  };
  await letDayPass(world);
  world.witness = witness;
  if (notice.sentSince() > 0) return [{ kind: 'doubled', what: `${notice.id} is sent to a bank that reads the feed` }];
  return deliveryOf(world, notice)?.['state'] === 'superseded'
    ? []
    : [{ kind: 'lost', what: `the delivery of ${notice.id} to a bank that reads the feed has not ended` }];
}

interface UnansweredNotice {
  readonly id: string;
  readonly noticeId: unknown;
  /** How often its endpoint has received it since. */
  readonly sentSince: () => number;
}

/** A notice of the bank as it stands once it was delivered; undefined where there is none, or no sound endpoint. */
function leaveUnanswered(world: World): UnansweredNotice | undefined {
  const receiver = itemsOf(world, 'Receivers').find((one) => one['receiver'] === BANK);
  const notice = itemsOf(world, 'Notices').find((one) => one['receiver'] === BANK && one['state'] === 'in_force');
  if (!receiver || isInTrouble(healthIn(receiver)) || !notice) return undefined;
  const { noticeId, sequence } = notice;
  const delivery = deliveryOf(world, { noticeId });
  if (!delivery || delivery['sequence'] !== sequence) return undefined;
  const checkAt = new Date(world.now() + DAY_MS).toISOString();
  const since = { state: 'delivered', resends: 0, nextAttemptAt: checkAt, checkAt };
  // The clock looks through all shards of the index
  const due = { dueShard: '0', dueAt: `${checkAt}#${BANK}#${String(noticeId)}` };
  putItem(world, 'Notices', { ...notice, handlingStatus: 'delivered' });
  putItem(world, 'Deliveries', { ...delivery, ...since, ...due, stuckBecause: undefined, backlog: undefined });
  const id = `${String(noticeId)}.${String(sequence)}`;
  const sent = () => world.bankReceived.filter((one) => one.id === id).length;
  const before = sent();
  return { id, noticeId, sentSince: () => sent() - before };
}

const deliveryOf = (world: World, { noticeId }: Pick<UnansweredNotice, 'noticeId'>): Attributes | undefined =>
  itemsOf(world, 'Deliveries').find((one) => one['receiver'] === BANK && one['noticeId'] === noticeId);

function changeToFeed(world: World): void {
  const receiver = itemsOf(world, 'Receivers').find((one) => one['receiver'] === BANK);
  if (receiver) putItem(world, 'Receivers', { ...receiver, mode: 'pull' });
}

async function letDayPass(world: World): Promise<void> {
  world.pass(DAY_MS + CLOCK_MS);
  const clock = queueOf(world, 'send-due-deliveries');
  tick(world, (queueUrl) => queueUrl === clock);
  await untilQuiet(world);
}
