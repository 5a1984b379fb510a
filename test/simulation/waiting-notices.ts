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
  /** When it was answered, in milliseconds. */
  readonly at: number;
  /** How many other calls of the endpoint had not been answered then. */
  readonly beside: number;
}

interface WaitingSituation {
  readonly health: EndpointHealth;
  /** What happens at each call, by its number from 0; undefined where the endpoint takes the notice. */
  readonly answers?: (call: number) => EndpointAnswer | undefined;
  readonly standIn?: World['standIn'];
  /** When the first notice was tried first, if long ago. */
  readonly triedSince?: number;
  /** After how many seconds another message about the third notice comes, if one does. */
  readonly comesAgainAfter?: number;
}

export const WAITING = ['waiting-notice-1-00000', 'waiting-notice-2-00000', 'waiting-notice-3-00000'] as const;
const SCOPE = bankScope({ ofCompany: false, isDecided: false });
const EXPIRES_AT = 4_000_000_000;
/** How long ago each of them changed: the third one before the second. */
const CHANGED_MS = [4000, 2000, 3000];
/** The clock looks at a delivery that still waits by then. */
const CHECKED_AFTER_MS = 600_000;

/**
 * Three notices of the bank wait for its endpoint, and a message about the first one comes. Afterwards they are answered.
 * @returns the calls of the endpoint
 */
export async function sendWaiting(world: World, situation: WaitingSituation): Promise<readonly EndpointCall[]> {
  const { health, answers, standIn, triedSince, comesAgainAfter } = situation;
  const calls: EndpointCall[] = [];
  let open = 0;
  const receiver = itemsOf(world, 'Receivers').find((one) => one['receiver'] === BANK);
  putItem(world, 'Receivers', { ...receiver, health });
  for (const [n, noticeId] of WAITING.entries()) {
    const changedAt = world.now() - (CHANGED_MS[n] ?? 0);
    storeWaiting(world, noticeId, { changedAt, since: n === 0 && triedSince !== undefined ? triedSince : changedAt });
  }
  world.endpoint = (id) => {
    open -= 1;
    const call = calls.push({ noticeId: id.slice(0, id.indexOf('.')), at: world.now(), beside: open });
    return answers?.(call - 1);
  };
  world.standIn = (asked) => {
    if (asked.service === 'bank') open += 1;
    return standIn?.(asked);
  };
  const tell = (noticeId: string | undefined, delaySeconds: number) =>
    world.queues.send(queueOf(world, 'deliver-notice'), JSON.stringify({ receiver: BANK, noticeId }), delaySeconds);
  tell(WAITING[0], 0);
  if (comesAgainAfter !== undefined) tell(WAITING[2], comesAgainAfter);
  await untilQuiet(world);
  await comeToClock(world);
  world.endpoint = undefined;
  world.standIn = undefined;
  putItem(world, 'Receivers', { ...receiver });
  forgetWaiting(world);
  return calls;
}

interface Instants {
  readonly changedAt: number;
  readonly since: number;
}

/** Stores a notice of the bank with a delivery that waits. */
export function storeWaiting(world: World, noticeId: string, instants: Instants): void {
  const [changedAt, since] = [instants.changedAt, instants.since].map((at) => new Date(at).toISOString());
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
  const checkAt = new Date(instants.changedAt + CHECKED_AFTER_MS).toISOString();
  putItem(world, 'Deliveries', {
    ...own,
    state: 'waiting',
    attempts: 0,
    resends: 0,
    since,
    nextAttemptAt: changedAt,
    checkAt,
    revision: 1,
    dueShard: '1',
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
export function forgetWaiting(world: World): void {
  for (const notice of itemsOf(world, 'Notices'))
    if (WAITING.some((noticeId) => noticeId === notice['noticeId']))
      putItem(world, 'Notices', { ...notice, handlingStatus: 'acknowledged' });
  for (const noticeId of WAITING)
    world.tables.send({
      name: 'DeleteCommand',
      input: { TableName: tableNamed(world, 'Deliveries'), Key: { receiver: BANK, noticeId } },
    });
}
