import { tableKind } from './end-state.ts';
import type { SimulatedInvocation } from './invocations.ts';
import { BANK } from './scenario.ts';
import { acknowledgeOne } from './receivers.ts';
import type { ServiceRequest, Services } from './services.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

/** Another function has failed so often that the endpoint had to rest; the rest is over since this time. */
const FAILURES = 3;
const RESTED_MS = 2000;
/** A call takes longer than a function's turn at an endpoint. */
const CALL_MS = 6000;
const FAILED = { status: 500, retryAfter: undefined, date: undefined };
/** A notice of which a delivery waits and which is gone, as after its table was restored. */
export const GONE = 'notice-that-is-gone-00';
/** A bank without an endpoint. */
const OTHER_BANK = 'bank#970418';
/** Its delivery is the last one in the backlog. */
const LATEST = '2099-01-01T00:00:00.000Z';
const EXPIRES_AT = 4_000_000_000;
const LONG_AGO = '2025-12-01T00:00:00.000Z';
/** By then the clock looks after the delivery, if no holder of the lease has done so. */
const CHECKED_AFTER_MS = 60_000;

interface Surroundings {
  readonly services: World;
  readonly now: () => number;
}

/** Whether a function that delivers a notice reads its receiver. */
const isOfReceiver = ({ name, input }: ServiceRequest, { step }: SimulatedInvocation): boolean =>
  step.folder === 'deliver-notice' &&
  name === 'GetCommand' &&
  tableKind(input.TableName) === 'Receivers' &&
  (input.Key as Attributes)['receiver'] === BANK;

/**
 * Before a function reads a receiver, another one has failed to call its endpoint. The first call of it takes long and
 * fails on its notice, while another delivery waits.
 */
export class TroubledEndpoint {
  #isStored = false;
  #isCalled = false;
  /** Whether the bank has read the notice elsewhere, and acknowledges it before it is sent again. */
  readonly #acknowledges: boolean;

  constructor(acknowledges: boolean) {
    this.#acknowledges = acknowledges;
  }

  storesBefore(asked: ServiceRequest, invocation: SimulatedInvocation, { services, now }: Surroundings): void {
    if (this.#isStored || !isOfReceiver(asked, invocation)) return;
    this.#isStored = true;
    const { TableName, Key } = asked.input;
    const { Item } = services.tables.send({ name: 'GetCommand', input: { TableName, Key } }) as { Item?: Attributes };
    const instant = new Date(now() - RESTED_MS).toISOString();
    const health = { failures: FAILURES, failingSince: instant, restUntil: instant };
    services.tables.send({ name: 'PutCommand', input: { TableName, Item: { ...Item, health } } });
  }

  /** The answer of the endpoint as its caller finds it. */
  asFound({ service, input }: ServiceRequest, answer: unknown, { services }: Surroundings): unknown {
    if (service !== 'bank' || this.#isCalled) return answer;
    this.#isCalled = true;
    services.pass(CALL_MS);
    const [noticeId] = String(input.id).split('.');
    if (this.#acknowledges) services.arrivals.push(() => acknowledgeOne(services, noticeId));
    return FAILED;
  }

  /** The backlog before the first call: beside what waits there, a delivery waits of which the notice is gone. */
  withAnother(answer: unknown, { services, now }: Surroundings): unknown {
    const { Items } = answer as { readonly Items: readonly Attributes[] };
    if (!this.#isStored || this.#isCalled || Items.length === 0 || Items.some(({ noticeId }) => noticeId === GONE))
      return answer;
    // One that was there before has another revision
    const another = { ...waitingFor(BANK, now()), revision: Math.floor(now()) };
    services.tables.send({ name: 'PutCommand', input: { TableName: deliveriesOf(services), Item: another } });
    return { ...(answer as object), Items: [...Items, another] };
  }
}

/**
 * Before a function reads a receiver, a delivery waits for its endpoint of which the notice is gone, and one for a bank
 * that reads the feed since.
 */
export class GoneNotice {
  #isStored = false;

  storesBefore(asked: ServiceRequest, invocation: SimulatedInvocation, { services, now }: Surroundings): void {
    if (this.#isStored || !isOfReceiver(asked, invocation)) return;
    this.#isStored = true;
    const TableName = deliveriesOf(services);
    const { TableName: Receivers } = asked.input;
    services.tables.send({
      name: 'PutCommand',
      input: { TableName: Receivers, Item: { receiver: OTHER_BANK, mode: 'pull' } },
    });
    for (const receiver of [BANK, OTHER_BANK])
      services.tables.send({ name: 'PutCommand', input: { TableName, Item: waitingFor(receiver, now()) } });
  }
}

const deliveriesOf = ({ design }: Services): string =>
  Object.keys(design.tables).find((one) => tableKind(one) === 'Deliveries') ?? '';

function waitingFor(receiver: string, now: number): Attributes {
  const checkAt = new Date(now + CHECKED_AFTER_MS).toISOString();
  return {
    receiver,
    noticeId: GONE,
    sequence: 1,
    changedAt: LATEST,
    state: 'waiting',
    attempts: 0,
    resends: 0,
    since: LONG_AGO,
    nextAttemptAt: LONG_AGO,
    checkAt,
    revision: 1,
    expiresAt: EXPIRES_AT,
    dueShard: '0',
    dueAt: `${checkAt}#${receiver}#${GONE}`,
    backlog: receiver,
    position: `${LATEST}#${GONE}`,
  };
}
