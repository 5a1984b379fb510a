import { isAnswered } from '#shared/domain/notification/states.ts';
import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import { noticesOf } from './outside.ts';
import { BANK, REPORTED } from './scenario.ts';
import { putItem } from './tables-of.ts';
import type { World } from './world.ts';

/** What a receiver says at the interface, and what it was answered. */
type Said = Readonly<Record<string, unknown>>;

const ANSWERING: ReadonlySet<string> = new Set(['police', BANK]);
/** The number of times a receiver repeats a call, which is more than any service fails. */
const MOST_TRIES = 200;
const ACKNOWLEDGED = 2;
const TRIES_AT_A_NOTICE = 10;

export async function api(
  world: World,
  receiver: string,
  method: 'GET' | 'POST',
  path: string,
  {
    body,
    query,
    key,
  }: { readonly body?: Said; readonly query?: Readonly<Record<string, string>>; readonly key?: string } = {},
): Promise<{ readonly status: number; readonly body: Said }> {
  const [, , , id] = path.split('/');
  const event = {
    version: '2.0',
    routeKey: '',
    rawPath: path,
    rawQueryString: '',
    ...(query && { queryStringParameters: query }),
    headers: { 'content-type': 'application/json', ...(key !== undefined && { 'idempotency-key': key }) },
    requestContext: {
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: '' },
      authorizer: { lambda: { client: 'simulated', receiver } },
    },
    ...(id !== undefined && { pathParameters: { id } }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
    isBase64Encoded: false,
  };
  for (let tried = 0; tried < MOST_TRIES; tried += 1) {
    const answer = (await world.call('receiver-api', event)) as { statusCode: number; body?: string } | undefined;
    if (answer && answer.statusCode < 500) return { status: answer.statusCode, body: JSON.parse(answer.body ?? '{}') };
  }
  throw new Error(`${method} ${path} is never answered`);
}

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

/** What the police have read in their feed, in its order; each cursor that they hand back says that they have what is before it. */
export class FeedReader {
  readonly read: { readonly id: string; readonly sequence: number }[] = [];
  #cursor = '';
  #isReading = false;

  /** Reads on from the last cursor until nothing follows. */
  async readOn(world: World): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    for (;;) {
      const query = { cursor: this.#cursor };
      const { body } = await api(world, 'police', 'GET', '/v1/notices', { query });
      const { data, iterator } = body as unknown as { data: FeedReader['read']; iterator: string };
      this.read.push(...data.map(({ id, sequence }) => ({ id, sequence })));
      this.#cursor = iterator;
      if (data.length === 0) break;
    }
    this.#isReading = false;
  }
}
