import type { EndpointHealth } from '#shared/domain/notification/delivery/endpoint-health.ts';
import type { EndpointAnswer } from '#shared/domain/notification/delivery/judge-answer.ts';
import { bankScope } from '#shared/domain/notification/notice/scope.ts';
import { tick, untilQuiet } from './acts.ts';
import { itemsOf, tableNamed } from './end-state.ts';
import { putItem } from './put-item.ts';
import { queueOf } from './queue-of.ts';
import { BANK } from './scenario.ts';
import type { World } from './world.ts';

/** A call of the bank's endpoint. */
export interface EndpointCall {
  readonly noticeId: string;
  /** In milliseconds. */
  readonly at: number;
}

interface WaitingSituation {
  readonly health: EndpointHealth;
  /** What happens at each call, by its number from 0; undefined where the endpoint takes the notice. */
  readonly answers?: (call: number) => EndpointAnswer | undefined;
  readonly standIn?: World['standIn'];
}

export const WAITING = [1, 2, 3].map((n) => `waiting-notice-${n}-00000`);
const SCOPE = bankScope({ ofCompany: false, isDecided: false });
const EXPIRES_AT = 4_000_000_000;
const APART_MS = 1000;
/** The clock looks at a delivery that still waits by then. */
const CHECKED_AFTER_MS = 600_000;

/**
 * Three notices of the bank wait for its endpoint, and a message about the first one comes. Afterwards they are answered.
 * @returns the calls of the endpoint
 */
export async function sendWaiting(world: World, situation: WaitingSituation): Promise<readonly EndpointCall[]> {
  const { health, answers, standIn } = situation;
  const calls: EndpointCall[] = [];
  const receiver = itemsOf(world, 'Receivers').find((one) => one['receiver'] === BANK);
  putItem(world, 'Receivers', { ...receiver, health });
  for (const [n, noticeId] of WAITING.entries()) storeWaiting(world, noticeId, world.now() - (4 - n) * APART_MS);
  world.endpoint = (id) => {
    const call = calls.push({ noticeId: id.slice(0, id.indexOf('.')), at: world.now() });
    return answers?.(call - 1);
  };
  world.standIn = standIn;
  world.queues.send(queueOf(world, 'deliver-notice'), JSON.stringify({ receiver: BANK, noticeId: WAITING[0] }));
  await untilQuiet(world);
  await comeToClock(world);
  world.endpoint = undefined;
  world.standIn = undefined;
  forgetWaiting(world);
  return calls;
}

function storeWaiting(world: World, noticeId: string, since: number): void {
  const changedAt = new Date(since).toISOString();
  const own = { receiver: BANK, noticeId, sequence: 1, changedAt, expiresAt: EXPIRES_AT };
  putItem(world, 'Notices', {
    ...own,
    subject: noticeId,
    state: 'in_force',
    fingerprint: noticeId,
    issuedAt: changedAt,
    handlingStatus: 'issued',
    content: {
      bank: '970436',
      accountNumber: '777888000',
      level: 'watch',
      reasonCodes: [5],
      scope: SCOPE,
      request: '-',
    },
  });
  const checkAt = new Date(since + CHECKED_AFTER_MS).toISOString();
  putItem(world, 'Deliveries', {
    ...own,
    state: 'waiting',
    attempts: 0,
    resends: 0,
    since: changedAt,
    nextAttemptAt: changedAt,
    checkAt,
    revision: 1,
    dueShard: '0',
    dueAt: `${checkAt}#${BANK}#${noticeId}`,
    backlog: BANK,
    position: `${changedAt}#${noticeId}`,
  });
}

async function comeToClock(world: World): Promise<void> {
  world.pass(CHECKED_AFTER_MS);
  const clock = queueOf(world, 'send-due-deliveries');
  tick(world, (queueUrl) => queueUrl === clock);
  await untilQuiet(world);
}

/** What comes afterwards is about other notices. */
function forgetWaiting(world: World): void {
  for (const notice of itemsOf(world, 'Notices'))
    if (WAITING.includes(String(notice['noticeId'])))
      putItem(world, 'Notices', { ...notice, handlingStatus: 'acknowledged' });
  for (const noticeId of WAITING)
    world.tables.send({
      name: 'DeleteCommand',
      input: { TableName: tableNamed(world, 'Deliveries'), Key: { receiver: BANK, noticeId } },
    });
}
