import { type HandlingStatus, isAnswered } from '#shared/domain/notification/states.ts';
import { itemsOf, tableNamed } from './end-state.ts';
import { BANK } from './scenario.ts';
import type { World } from './world.ts';

export const SCOPES = { police: 'receiver/police', bank: 'receiver/bank.970436' };

/**
 * The number of times a receiver repeats a call, which is more than any service fails (`OUTAGE_REQUESTS` in
 * `faults.ts`).
 */
const MOST_TRIES = 200;
const ACKNOWLEDGED = 2;

export async function api(
  world: World,
  scope: string,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  { query, key }: { readonly query?: Readonly<Record<string, string>>; readonly key?: string } = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
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
      authorizer: { lambda: { client: 'simulated', receiver: scope.replace('receiver/', '').replace('.', '#') } },
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

/** Each receiver acknowledges the notices in the table that it has not acknowledged. */
export async function acknowledgeAll(world: World): Promise<void> {
  for (const notice of noticesIn(world))
    if (!isAnswered(notice['handlingStatus'] as HandlingStatus)) await acknowledge(world, notice);
}

/** Receivers acknowledge a few notices, also those that they have acknowledged before. */
export async function acknowledgeSome(world: World): Promise<void> {
  const notices = [...noticesIn(world)];
  for (let said = 0; said < ACKNOWLEDGED && notices.length > 0; said += 1) {
    const [notice] = notices.splice(world.chance.pick(notices.map(() => 1)), 1);
    if (notice) await acknowledge(world, notice);
  }
}

/** The bank acknowledges a notice, and before that decides on the state before, which is refused. */
export async function acknowledgeOne(world: World, noticeId: string | undefined): Promise<void> {
  const notice = noticesIn(world).find((one) => one['noticeId'] === noticeId);
  if (!notice) return;
  const before = Number(notice['sequence']) - 1;
  const path = `/v1/notices/${noticeId}/decisions`;
  if (before > 0 && notice['receiver'] === BANK)
    await api(world, SCOPES.bank, 'POST', path, { sequence: before, outcome: 'acted', accountStatus: '4' });
  await acknowledge(world, notice);
}

const noticesIn = (world: World) =>
  itemsOf(world, 'Notices').filter(({ receiver }) => receiver === 'police' || receiver === BANK);

/** A call without an answer is repeated. */
async function acknowledge(world: World, { receiver, noticeId, sequence }: Record<string, unknown>): Promise<void> {
  world.faults.count('reply');
  const scope = receiver === 'police' ? SCOPES.police : SCOPES.bank;
  await api(world, scope, 'POST', `/v1/notices/${String(noticeId)}/acknowledgements`, { sequence });
}

export async function decide(world: World, outcome: 'confirmed' | 'dismissed'): Promise<void> {
  const [notice] = itemsOf(world, 'Notices')
    .filter(({ receiver, state }) => receiver === 'police' && state === 'in_force')
    .sort((a, b) => (String(a['subject']) < String(b['subject']) ? -1 : 1));
  if (!notice) return;
  world.faults.count('decision');
  await replyTo(world, SCOPES.police, notice, { outcome });
}

export async function bankActs(world: World): Promise<void> {
  const [notice] = itemsOf(world, 'Notices')
    .filter(({ receiver, state }) => receiver === BANK && state === 'in_force')
    .sort((a, b) => (String(a['subject']) < String(b['subject']) ? -1 : 1));
  if (notice) {
    const acts = () =>
      replyTo(world, SCOPES.bank, notice, { outcome: 'acted', accountStatus: '4', observed: [5] }, 'acted');
    await Promise.all([acts(), ...(world.features.repliesTwice ? [acts()] : [])]);
    await objectTo(world, notice);
  }
  const listed = { bank: '970436', accountNumber: '777888999', code: 4, on: '2025-12-20' };
  await api(world, SCOPES.bank, 'POST', '/v1/suspicious-accounts', listed, { key: 'listed' });
}

/** The bank objects to a notice in its present state, in some runs twice at once under one key. */
async function objectTo(world: World, { noticeId }: Record<string, unknown>): Promise<void> {
  const sequence = itemsOf(world, 'Notices').find((one) => one['noticeId'] === noticeId)?.['sequence'];
  const path = `/v1/notices/${String(noticeId)}/reviews`;
  const reason = 'Chủ tài khoản đã bổ sung giấy tờ';
  if (!world.features.repliesTwice) return void (await api(world, SCOPES.bank, 'POST', path, { sequence, reason }));
  const reasons = [reason, `${reason} gốc`];
  const object = (why: string) => api(world, SCOPES.bank, 'POST', path, { sequence, reason: why }, { key: 'objected' });
  await Promise.all(reasons.map(object));
}

/** Another content has another key. */
const keyFor = (sequence: unknown, key: string | undefined): { readonly key?: string } =>
  key === undefined ? {} : { key: `${key}-${String(sequence)}` };

/** A receiver that is refused because the notice has changed reads it again and replies to the new state. */
async function replyTo(
  world: World,
  scope: string,
  notice: Record<string, unknown>,
  body: object,
  key?: string,
): Promise<void> {
  for (let tried = 0; tried < 10; tried += 1) {
    const standing = itemsOf(world, 'Notices').find(({ noticeId }) => noticeId === notice['noticeId']);
    const path = `/v1/notices/${String(notice['noticeId'])}/decisions`;
    const said = { sequence: standing?.['sequence'], ...body };
    const { status } = await api(world, scope, 'POST', path, said, keyFor(said.sequence, key));
    if (status !== 409) return;
  }
}

/** A bank whose endpoint is called. */
export function registerBank(world: World): void {
  const Item = { receiver: BANK, mode: 'push', url: 'https://bank.simulated/notices', secretArn: 'receivers/970436' };
  world.tables.send({ name: 'PutCommand', input: { TableName: tableNamed(world, 'Receivers'), Item } });
}
