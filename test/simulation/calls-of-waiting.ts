import type { Violation } from './end-state.ts';
import { tableKind } from './end-state.ts';
import { type EndpointCall, sendWaiting, WAITING } from './waiting-notices.ts';
import type { World } from './world.ts';

const SOUND = { failures: 0 };
/** One failure fewer than those after which an endpoint rests. */
const NEARLY_RESTS = { failures: 2 };
const FAILED = { status: 500 };
const REST_MS = 5000;
/** The most milliseconds by which the clocks of two functions differ. */
const CLOCKS_APART_MS = 1000;

/** What a function does with three notices that wait for one endpoint. */
export async function findingsOfCalls(world: World): Promise<readonly Violation[]> {
  return [...(await failsBesideCall(world)), ...(await restsBetween(world))];
}

/**
 * The second notice cannot be read while the others are being sent. `endpoint-calls.ts` asks that the lease is kept until
 * their calls have ended.
 */
async function failsBesideCall(world: World): Promise<readonly Violation[]> {
  const calling = Promise.withResolvers<never>();
  calling.promise.catch(() => undefined);
  let hasFailed = false;
  const calls = await sendWaiting(world, {
    health: SOUND,
    standIn: ({ service, name, input }) => {
      if (service === 'bank') calling.reject(new Error('no answer'));
      const isSecond =
        name === 'GetCommand' && tableKind(input.TableName) === 'Notices' && input.Key.noticeId === WAITING[1];
      if (hasFailed || !isSecond) return undefined;
      hasFailed = true;
      return calling.promise;
    },
  });
  return eachOnce(calls);
}

/** The endpoint fails so often that it is to rest before the second notice. */
async function restsBetween(world: World): Promise<readonly Violation[]> {
  const calls = await sendWaiting(world, {
    health: NEARLY_RESTS,
    answers: (call) => (call === 0 ? FAILED : undefined),
  });
  const [failed, ...others] = calls;
  const isTooSoon = failed !== undefined && others.some(({ at }) => at - failed.at < REST_MS - CLOCKS_APART_MS);
  return [
    ...(isTooSoon ? [{ kind: 'doubled', what: 'an endpoint that is to rest is called' } as const] : []),
    ...eachOnce(others),
  ];
}

/** Each notice is sent once. */
const eachOnce = (calls: readonly EndpointCall[]): readonly Violation[] =>
  WAITING.flatMap((noticeId): readonly Violation[] => {
    const times = calls.filter((call) => call.noticeId === noticeId).length;
    if (times === 1) return [];
    return [{ kind: times > 1 ? 'doubled' : 'lost', what: `${noticeId} was sent ${times} times` }];
  });
