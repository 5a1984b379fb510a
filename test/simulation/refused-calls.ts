import { untilQuiet } from './acts.ts';
import { itemsOf, type Violation } from './end-state.ts';
import { api, SCOPES } from './receivers.ts';
import { forgetWaiting, storeWaiting, WAITING } from './waiting-notices.ts';
import type { World } from './world.ts';

const OTHER_BANK = 'receiver/bank.970418';
const NOTICE = `/v1/notices/${WAITING[0]}`;
const listed = { bank: '970418', accountNumber: '777888999', code: 4, on: '2025-12-20' };
const REFUSED_FROM = 400;
const LATER = '2099-01-01';

/** Calls of the receivers' API that are to be refused, of a notice of the bank that has one state. */
const CALLS = [
  {
    what: 'a decision on a state that no notice has',
    scope: SCOPES.bank,
    method: 'POST',
    path: `${NOTICE}/decisions`,
    body: { sequence: 2, outcome: 'acted', accountStatus: '4' },
  },
  { what: "a reading of another bank's notice", scope: OTHER_BANK, method: 'GET', path: NOTICE, body: undefined },
  {
    what: "an answer to another bank's notice",
    scope: OTHER_BANK,
    method: 'POST',
    path: `${NOTICE}/acknowledgements`,
    body: { sequence: 1 },
  },
  {
    what: "a listing of another bank's account",
    scope: SCOPES.bank,
    method: 'POST',
    path: '/v1/suspicious-accounts',
    body: listed,
  },
  {
    what: 'a listing from a day that has not come',
    scope: SCOPES.police,
    method: 'POST',
    path: '/v1/suspicious-accounts',
    body: { ...listed, on: LATER },
  },
] as const;

/** What a receiver may not say or see is refused. */
export async function findingsOfRefusedCalls(world: World): Promise<readonly Violation[]> {
  const found: Violation[] = [];
  storeWaiting(world, WAITING[0], { changedAt: world.now(), since: world.now() });
  world.arrivals.push(async () => {
    for (const { what, scope, method, path, body } of CALLS) {
      const { status } = await api(world, scope, method, path, body);
      if (status < REFUSED_FROM) found.push({ kind: 'different', what: `${what} is taken` });
    }
  });
  await untilQuiet(world);
  found.push(...(await findingsOfLaterDocument(world)));
  if (itemsOf(world, 'Replies').some(({ replyId }) => replyId === `last#${WAITING[0]}`))
    found.push({ kind: 'different', what: 'a decision that was refused counts as the last one' });
  found.push(...(await findingsOfSecondObjection(world)));
  forgetWaiting(world);
  return found;
}

/** While an objection waits, another one to the same notice is refused. */
async function findingsOfSecondObjection(world: World): Promise<readonly Violation[]> {
  const statuses: number[] = [];
  for (const reason of ['Chủ tài khoản đã bổ sung giấy tờ', 'Chủ tài khoản đã đến quầy']) {
    world.arrivals.push(async () => {
      const { status } = await api(world, SCOPES.bank, 'POST', `${NOTICE}/reviews`, { sequence: 1, reason });
      statuses.push(status);
    });
    await untilQuiet(world);
  }
  const [first = REFUSED_FROM, second = 0] = statuses;
  return first < REFUSED_FROM && second >= REFUSED_FROM
    ? []
    : [{ kind: 'different', what: `two objections to a notice are answered ${statuses.join()}` }];
}

/** A decision of the police that names a document of a day that has not come is refused. */
async function findingsOfLaterDocument(world: World): Promise<readonly Violation[]> {
  const notice = itemsOf(world, 'Notices').find((one) => one['receiver'] === 'police' && one['state'] === 'in_force');
  if (!notice) return [];
  const decision = { number: '12/QD-CA', date: LATER };
  const body = { sequence: notice['sequence'], outcome: 'confirmed', decision };
  const path = `/v1/notices/${String(notice['noticeId'])}/decisions`;
  let status = 0;
  world.arrivals.push(async () => {
    ({ status } = await api(world, SCOPES.police, 'POST', path, body));
  });
  await untilQuiet(world);
  return status < REFUSED_FROM ? [{ kind: 'different', what: 'a decision by a document of the future is taken' }] : [];
}
