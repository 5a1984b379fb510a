import { untilQuiet } from './acts.ts';
import type { Violation } from './end-state.ts';
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
  forgetWaiting(world);
  return found;
}
