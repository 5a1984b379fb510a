import type { Violation } from './end-state.ts';
import { tableKind } from './end-state.ts';
import { type EndpointCall, sendWaiting, WAITING } from './waiting-notices.ts';
import type { World } from './world.ts';

type EndpointTrial = (world: World) => Promise<readonly Violation[]>;

const SOUND = { failures: 0 };
/** The endpoint has failed, so that it is called with one notice at a time. */
const FAILED_ONCE = { failures: 1 };
/** One failure fewer than those after which an endpoint rests. */
const NEARLY_RESTS = { failures: 2 };
const ERROR = { status: 500 };
const REFUSAL = { status: 422 };
const GONE = { status: 410 };
const REST_MS = 5000;
const COMES_AGAIN_AFTER_SECONDS = 2;
const ASKED_WAIT_SECONDS = 30;
/** Longer than the waits after which a notice is given up. */
const LONG_MS = 80 * 3_600_000;
/** The most milliseconds by which the clocks of two functions differ. */
const CLOCKS_APART_MS = 1000;
const TRIALS_OF_A_RUN = 3;

/** What a function does with three notices that wait for one endpoint: every second trial, by the run's seed. */
export async function findingsOfCalls(world: World, seed: number): Promise<readonly Violation[]> {
  const found: Violation[] = [];
  for (let nth = 0; nth < TRIALS_OF_A_RUN; nth += 1) {
    const trial = TRIALS[((seed % 2) + 2 * nth) % TRIALS.length];
    if (trial) found.push(...(await trial(world)));
  }
  return found;
}

/**
 * The second notice cannot be read while the others are being sent. `endpoint-calls.ts` asks that the lease is kept until
 * their calls have ended.
 */
const failsBesideCall: EndpointTrial = async (world) => {
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
};

/**
 * The endpoint fails so often that it is to rest before the second notice, and another message comes meanwhile. Afterwards
 * the notices come in the order in which they changed.
 */
const restsBetween: EndpointTrial = async (world) => {
  const [failed, ...others] = await sendWaiting(world, {
    health: NEARLY_RESTS,
    answers: first(ERROR),
    comesAgainAfter: COMES_AGAIN_AFTER_SECONDS,
  });
  const [second, third] = [1, 2].map((n) => others.findIndex(({ noticeId }) => noticeId === WAITING[n]));
  const isDisordered = others.some(({ beside }) => beside > 0) || (second ?? 0) < (third ?? 0);
  return [
    ...doubledIf(others.some(isWithin(failed, REST_MS)), 'an endpoint that is to rest is called'),
    ...doubledIf(isDisordered, 'an endpoint that has recovered is sent notices in another order than they changed'),
    ...eachOnce(others),
  ];
};

/** Of three calls at once the first is answered with a wait, the second with a shorter one, and the third notice is taken. */
const asksToWait: EndpointTrial = async (world) => {
  const waits = [ASKED_WAIT_SECONDS, 1];
  const calls = await sendWaiting(world, {
    health: SOUND,
    answers: (call) => (waits[call] === undefined ? undefined : { status: 503, retryAfter: String(waits[call]) }),
  });
  const [asked, , , ...later] = calls;
  const isTooEarly = later.some(isWithin(asked, ASKED_WAIT_SECONDS * 1000));
  const isCalledSoon = later.some(isWithin(asked, 2 * ASKED_WAIT_SECONDS * 1000));
  return [
    ...doubledIf(isTooEarly, 'an endpoint is called before the wait is over for which it asked'),
    ...lostIf(!isCalledSoon, 'an endpoint is not called once the wait is over for which it asked'),
  ];
};

/** The endpoint refuses one notice: the others are sent without a rest. */
const refusesOne: EndpointTrial = async (world) => {
  const [refused, ...others] = await sendWaiting(world, { health: NEARLY_RESTS, answers: first(REFUSAL) });
  return [...heldUp(refused, others), ...eachOnce(others)];
};

/** The endpoint fails on the same notice as before, which is given up: the others are sent without a rest. */
const failsOnSame: EndpointTrial = async (world) => {
  const health = { ...NEARLY_RESTS, failedOn: WAITING[0] };
  const triedSince = world.now() - LONG_MS;
  const [failed, ...others] = await sendWaiting(world, { health, answers: first(ERROR), triedSince });
  const isTriedOn = others.some(({ noticeId }) => noticeId === WAITING[0]);
  return [
    ...heldUp(failed, others),
    ...doubledIf(isTriedOn, 'a notice is sent again that is to be given up'),
    ...eachOnce(others, WAITING.slice(1)),
  ];
};

/** The endpoint asks never to be called again. */
const isGone: EndpointTrial = async (world) => {
  const calls = await sendWaiting(world, { health: FAILED_ONCE, answers: first(GONE) });
  return doubledIf(calls.length > 1, 'an endpoint is called that asked never to be called again');
};

const TRIALS: readonly EndpointTrial[] = [failsBesideCall, restsBetween, asksToWait, refusesOne, failsOnSame, isGone];

const first = (answer: { readonly status: number }) => (call: number) => (call === 0 ? answer : undefined);

const isWithin =
  (earlier: EndpointCall | undefined, ms: number) =>
  ({ at }: EndpointCall): boolean =>
    earlier !== undefined && at - earlier.at < ms - CLOCKS_APART_MS;

const heldUp = (earlier: EndpointCall | undefined, others: readonly EndpointCall[]): readonly Violation[] =>
  lostIf(!others.some(isWithin(earlier, REST_MS)), 'one notice holds up the others');

const doubledIf = (isSo: boolean, what: string): readonly Violation[] => (isSo ? [{ kind: 'doubled', what }] : []);

const lostIf = (isSo: boolean, what: string): readonly Violation[] => (isSo ? [{ kind: 'lost', what }] : []);

/** Each notice is sent once. */
const eachOnce = (calls: readonly EndpointCall[], notices: readonly string[] = WAITING): readonly Violation[] =>
  notices.flatMap((noticeId): readonly Violation[] => {
    const times = calls.filter((call) => call.noticeId === noticeId).length;
    if (times === 1) return [];
    return [{ kind: times > 1 ? 'doubled' : 'lost', what: `${noticeId} was sent ${times} times` }];
  });
