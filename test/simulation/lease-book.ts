import {
  afterFailure,
  afterSuccess,
  type EndpointHealth,
  HEALTHY,
  isInTrouble,
} from '#shared/domain/notification/delivery/endpoint-health.ts';
import { type EndpointAnswer, judgeAnswer } from '#shared/domain/notification/delivery/judge-answer.ts';
import { isReady } from '#shared/domain/notification/delivery/next-delivery.ts';
import type { StoredDelivery } from '#shared/tables/deliveries.ts';
import type { Attributes } from './twins/expressions.ts';

/** What a function knows of the endpoint whose lease it holds, and the notices that it has tried. */
export interface Lease {
  readonly by: unknown;
  since: number;
  health: EndpointHealth;
  /** When the endpoint had recovered as the lease was taken. */
  readonly recoveredAt: string;
  readonly taken: Set<unknown>;
  /** What the backlog has shown last, and when it was asked for. */
  shown: readonly StoredDelivery[];
  lookedAt: number;
  /** The notices that are tried at once. */
  round: { readonly step: number; readonly first: unknown; readonly isProbe: boolean; isAlone: boolean };
  /** Whether the endpoint failed on the notice by which it was tested, so that another notice may be tried. */
  mayTakeAnother: boolean;
  /** Whether a call may have been made that is not known here. */
  isUnsure: boolean;
}
/** What a function has asked for and found, with its present lease. */
export interface LeaseBook {
  lease: Lease | undefined;
  /** Whether a lease was asked for. */
  hasAsked: boolean;
  /** Whether each reading of the receiver has shown an endpoint that has failed and may be called. */
  readonly mayBeCalled: boolean[];
  /** How often each delivery was read without its notice so far: the next reading of the notice belongs to it. */
  readonly ahead: Map<unknown, number>;
  /** Notices of which two messages may have asked at once. */
  readonly unclear: Set<unknown>;
  /** Notices that were sent, whose status is read where its writing was refused. */
  readonly settled: Set<unknown>;
  /** The leases given back of which the backlog was not looked through again. */
  passes: number;
  /** The calls that have not ended, each with the lease under which it is made. */
  readonly open: Map<string, unknown>;
  /** Whether another notice should have been tried before the lease was given back. */
  owesAnother: boolean;
}

export const newBook = (): LeaseBook => ({
  lease: undefined,
  hasAsked: false,
  mayBeCalled: [],
  ahead: new Map(),
  unclear: new Set(),
  settled: new Set(),
  passes: 0,
  open: new Map(),
  owesAnother: false,
});

export const isHealth = (value: unknown): value is EndpointHealth =>
  typeof value === 'object' && value !== null && 'failures' in value;

export const healthIn = (receiver: Attributes | undefined): EndpointHealth =>
  (receiver?.['health'] as EndpointHealth | undefined) ?? HEALTHY;

export const untried = ({ shown, taken, health, lookedAt }: Lease): readonly StoredDelivery[] =>
  shown.filter((one) => !taken.has(one.noticeId) && isReady(one, health, new Date(lookedAt)));

export function leaseOf(item: Attributes, since: number): Lease {
  const health = healthIn(item);
  return {
    by: item['leasedBy'],
    since,
    health,
    recoveredAt: health.recoveredAt ?? '',
    taken: new Set(),
    shown: [],
    lookedAt: since,
    round: { step: -1, first: undefined, isProbe: false, isAlone: true },
    mayTakeAnother: false,
    isUnsure: false,
  };
}

/**
 * Notes that a notice is tried, alone or beside those of the same step. @returns whether they should have been tried one
 * after another
 */
export function isTooManyAtOnce(lease: Lease, noticeId: unknown, step: number): boolean {
  const { round, health, shown, recoveredAt } = lease;
  if (round.step !== step) {
    lease.round = { step, first: noticeId, isProbe: isInTrouble(health), isAlone: true };
    return false;
  }
  round.isAlone = false;
  const { changedAt = '' } = shown.find((one) => one.noticeId === round.first) ?? {};
  return health.failures > 0 || (changedAt !== '' && changedAt < recoveredAt);
}

/** Notes that a call of a notice begins that the holder of the lease has taken. */
export function callBegins({ lease, open }: LeaseBook, id: string): void {
  if (lease?.taken.has(id.slice(0, id.indexOf('.')))) open.set(id, lease.by);
}

/** What a function has left out that reports the message of a notice as done. */
export function leftBy(
  { owesAnother, mayBeCalled, hasAsked, ahead }: LeaseBook,
  noticeId: unknown,
): string | undefined {
  if (owesAnother) return 'another notice is tried, since the endpoint may have failed on one notice alone';
  const isToCall = mayBeCalled.length > 0 && mayBeCalled.every((may) => may);
  return isToCall && !hasAsked && ahead.has(noticeId)
    ? 'the backlog of an endpoint that has failed is looked through'
    : undefined;
}

/** The endpoint's health as its caller knows it; a pause is at least as long as here. */
export function learnFrom(lease: Lease, noticeId: string, answer: EndpointAnswer, now: Date): void {
  const outcome = judgeAnswer(answer, now);
  lease.health =
    outcome.kind === 'delivered'
      ? afterSuccess(lease.health, now)
      : afterFailure(lease.health, { outcome, noticeId, now, random: 0 });
  const { isProbe, first } = lease.round;
  if (isProbe && first === lease.health.failedOn) lease.mayTakeAnother = true;
}
