import { isAnswered } from '#shared/domain/notification/states.ts';
import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import { api, type Said } from './feed-reader.ts';
import { noticesOf } from './outside.ts';
import { BANK, REPORTED } from './scenario.ts';
import { putItem } from './tables-of.ts';
import type { World } from './world.ts';

const ANSWERING: ReadonlySet<string> = new Set(['police', BANK]);
const ACKNOWLEDGED = 2;
const TRIES_AT_A_NOTICE = 10;

/** Each receiver acknowledges the notices that it has not answered. */
export async function acknowledgeAll(world: World): Promise<void> {
  for (const notice of answerable(world)) if (!isAnswered(notice.handlingStatus)) await acknowledge(world, notice);
}

/** Receivers acknowledge a few notices, also those that they have acknowledged before. */
export async function acknowledgeSome(world: World): Promise<void> {
  const notices = [...answerable(world)];
  for (let said = 0; said < ACKNOWLEDGED && notices.length > 0; said += 1) {
    const [notice] = notices.splice(world.chance.pick(notices.map(() => 1)), 1);
    if (notice) await acknowledge(world, notice);
  }
}

const answerable = (world: World): readonly Notice[] =>
  noticesOf(world).filter(({ receiver }) => ANSWERING.has(receiver));

async function acknowledge(world: World, { receiver, noticeId, sequence }: Notice): Promise<void> {
  world.faults.count('reply');
  await api(world, receiver, 'POST', `/v1/notices/${noticeId}/acknowledgements`, { body: { sequence } });
}

/** The first notice in force to a receiver, by what it is about. */
export const firstNotice = (world: World, receiver: string): Notice | undefined =>
  noticesOf(world)
    .filter((one) => one.receiver === receiver && one.state === 'in_force')
    .sort((a, b) => (a.subject < b.subject ? -1 : 1))[0];

/** The police decide on the first notice in force. */
export async function decide(world: World, outcome: 'confirmed' | 'dismissed'): Promise<void> {
  const notice = firstNotice(world, 'police');
  if (notice) await replyTo(world, notice, { outcome });
}

/** The bank has acted on a notice, twice at once, objects to it, and reports an account that no notice is about. */
export async function bankActs(world: World): Promise<void> {
  const notice = firstNotice(world, BANK);
  if (notice) {
    const acts = () => replyTo(world, notice, { outcome: 'acted', accountStatus: '4', observed: [5] }, 'acted');
    await Promise.all([acts(), acts()]);
    const { sequence } = noticesOf(world).find(({ noticeId }) => noticeId === notice.noticeId) ?? notice;
    const reason = 'Chủ tài khoản đã bổ sung giấy tờ';
    await api(world, BANK, 'POST', `/v1/notices/${notice.noticeId}/reviews`, {
      body: { sequence, reason },
      key: 'objected',
    });
  }
  await api(world, BANK, 'POST', '/v1/suspicious-accounts', { body: REPORTED, key: 'listed' });
}

/** A receiver that is refused because the notice has changed reads it again and replies to the new state. */
async function replyTo(world: World, { noticeId, receiver }: Notice, body: Said, key?: string): Promise<void> {
  world.faults.count('reply');
  for (let tried = 0; tried < TRIES_AT_A_NOTICE; tried += 1) {
    const sequence = noticesOf(world).find((one) => one.noticeId === noticeId)?.sequence;
    const { status } = await api(world, receiver, 'POST', `/v1/notices/${noticeId}/decisions`, {
      body: { sequence, ...body },
      // Another content has another key
      ...(key !== undefined && { key: `${key}-${sequence}` }),
    });
    if (status !== 409) return;
  }
}

/** A bank whose endpoint is called. */
export const registerBank = (world: World): void =>
  putItem(world, 'Receivers', {
    receiver: BANK,
    mode: 'push',
    url: 'https://bank.simulated/notices',
    secretArn: 'receivers/970436',
  });
