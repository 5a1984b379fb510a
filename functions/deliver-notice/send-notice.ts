import { afterAttempt, attemptedDelivery, isShortWait } from '#shared/domain/notification/delivery/next-delivery.ts';
import {
  afterFailure,
  afterSuccess,
  type EndpointHealth,
} from '#shared/domain/notification/delivery/endpoint-health.ts';
import { secondsUntil } from '#shared/domain/notification/delivery/instant.ts';
import { judgeAnswer, type AttemptOutcome } from '#shared/domain/notification/delivery/judge-answer.ts';
import { log } from '#shared/runtime/log.ts';
import type { StoredDelivery } from '#shared/tables/deliveries.ts';
import { HOME_PROVINCE } from '#shared/domain/vietnamese/home-province.ts';
import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { NOTICE_EVENT_TYPES, type NoticeEvent, type NoticeEventData } from '#shared/contracts/notice-event.ts';
import { type DeliverNoticePorts, logStuckDelivery, type PushedReceiver } from './ports.ts';

/** A due delivery with the newest state of its notice. */
export interface DeliveryToSend {
  readonly delivery: StoredDelivery;
  readonly notice: Notice;
}

/** The outcome that the holder of a lease reports about the endpoint. */
export interface LeasedEndpoint {
  health: EndpointHealth;
}

/** The right of one function to call an endpoint alone for a limited time. */
interface EndpointLease {
  readonly endpoint: PushedReceiver;
  readonly secrets: readonly string[];
  readonly work: LeasedEndpoint;
}

/** The value of `webhook-id` and of the CloudEvents `id`: each state of a notice has one, however often it is sent. */
const eventIdOf = ({ noticeId, sequence }: Pick<Notice, 'noticeId' | 'sequence'>): string => `${noticeId}.${sequence}`;

/** The body of a notice's delivery, the same for every attempt. */
export function noticeEventOf(notice: Notice): NoticeEvent {
  const { noticeId, sequence, state, withdrawnBecause, issuedAt, expiresOn, changedAt } = notice;
  return {
    specversion: '1.0',
    id: eventIdOf(notice),
    source: HOME_PROVINCE.source,
    type: NOTICE_EVENT_TYPES[typeOf(notice)],
    subject: noticeId,
    time: changedAt,
    sequence: String(sequence).padStart(10, '0'),
    datacontenttype: 'application/json',
    data: { noticeId, sequence, state, withdrawnBecause, ...contentOf(notice), issuedAt, expiresOn },
  };
}

/** The part of the content that the contract names; the police read the rest in the feed and the dossier. */
function contentOf(notice: Notice): Partial<NoticeEventData> {
  if (notice.receiver !== POLICE) return { ...notice.content };
  const { enterpriseCode, level, scope } = notice.content;
  return { enterpriseCode, level, scope };
}

function typeOf({ state, sequence }: Notice): keyof typeof NOTICE_EVENT_TYPES {
  if (state !== 'in_force') return state;
  return sequence === 1 ? 'issued' : 'updated';
}

/**
 * Makes one attempt: records it, calls the endpoint, and records the outcome. It makes no call where another function
 * wrote the delivery meanwhile.
 */
export async function sendNotice(
  { delivery, notice }: DeliveryToSend,
  lease: EndpointLease,
  ports: DeliverNoticePorts,
): Promise<void> {
  const body = JSON.stringify(noticeEventOf(notice));
  const at = ports.now();
  const recorded = await ports.deliveries.write(attemptedDelivery(delivery, at), delivery);
  if (!recorded) return;

  const { url } = lease.endpoint;
  const answer = await ports.call({ url, secrets: lease.secrets, id: eventIdOf(notice), at, body });
  const outcome = judgeAnswer(answer, ports.now());
  const { receiver, noticeId, sequence } = notice;
  log('NOTICE_SENT', { receiver, noticeId, sequence, reason: outcome.kind });
  learn(outcome, recorded, lease, ports);
  await settle(recorded, { outcome, status: answer.status }, lease.work.health, ports);
}

async function settle(
  recorded: StoredDelivery,
  { outcome, status }: { readonly outcome: AttemptOutcome; readonly status: number | undefined },
  health: EndpointHealth,
  ports: DeliverNoticePorts,
): Promise<void> {
  const { receiver, noticeId, sequence } = recorded;
  const now = ports.now();
  const next = afterAttempt(recorded, outcome, { health, now, random: ports.random(), status });
  if (next.state === 'delivered')
    await ports.notices.setHandlingStatus({ receiver, noticeId, sequence, handlingStatus: 'delivered' });
  // A newer sequence was written meanwhile; another message sends it, so that one of this function would be needless
  if (!(await ports.deliveries.write(next, recorded))) return;
  logStuckDelivery(next);
  if (next.state !== 'waiting' || next.nextAttemptAt === undefined || !isShortWait(next.nextAttemptAt, now)) return;
  await ports.deliverLater([{ receiver, noticeId }], Math.max(0, secondsUntil(next.nextAttemptAt, now)));
}

/** Updates the endpoint's health by the outcome, and logs where it is paused, recovered or gone. */
function learn(
  outcome: AttemptOutcome,
  { receiver, noticeId }: StoredDelivery,
  { work }: EndpointLease,
  ports: DeliverNoticePorts,
): void {
  const before = work.health;
  const now = ports.now();
  work.health =
    outcome.kind === 'delivered'
      ? afterSuccess(before, now)
      : afterFailure(before, { outcome, noticeId, now, random: ports.random() });
  const { pausedSince, goneSince } = work.health;
  if (pausedSince !== undefined && before.pausedSince === undefined) log('ENDPOINT_PAUSED', { receiver });
  if (pausedSince === undefined && before.pausedSince !== undefined) log('ENDPOINT_RECOVERED', { receiver });
  if (goneSince !== undefined && before.goneSince === undefined) log('ENDPOINT_GONE', { receiver });
}
