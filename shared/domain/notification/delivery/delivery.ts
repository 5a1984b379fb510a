import { DELIVERY_LEADS_TO, type DeliveryState } from '../states.ts';
import type { Instant } from './instant.ts';

export type StuckBecause = 'undeliverable' | 'unacknowledged' | 'endpoint_gone';

/** One call of the endpoint, for any sequence of the notice. */
export interface Attempt {
  readonly sequence: number;
  readonly at: Instant;
  /** The result of the attempt; undefined while it is under way, or where its result was lost. */
  readonly outcome?: 'delivered' | 'refused' | 'answered' | 'gone' | 'unreachable' | undefined;
  /** The HTTP status; undefined where there was no answer. */
  readonly status?: number | undefined;
}

/** The delivery of the newest state of one notice to its receiver's endpoint. */
export interface Delivery {
  readonly receiver: string;
  readonly noticeId: string;
  readonly sequence: number;
  /** The instant at which the notice reached this sequence; a backlog is sent in this order. */
  readonly changedAt: Instant;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** The number of times that it was sent again because nobody acknowledged it. */
  readonly resends: number;
  /** The instant of the first try, from which the 75 hours count. */
  readonly since: Instant;
  readonly lastAttemptAt?: Instant | undefined;
  /** For a waiting delivery, the instant of the next try; for a delivered one, the end of the wait for an acknowledgement. */
  readonly nextAttemptAt?: Instant | undefined;
  /**
   * The instant at which the delivery is checked if nothing has happened by then, so that no delivery depends on one
   * message.
   */
  readonly checkAt?: Instant | undefined;
  readonly deliveredAt?: Instant | undefined;
  readonly stuckBecause?: StuckBecause | undefined;
  /** The latest calls of the endpoint for this notice, the oldest first. */
  readonly tried?: readonly Attempt[] | undefined;
}

/** The delivery in another state. @throws {RangeError} where that one cannot follow its own */
export function movedTo(delivery: Delivery, state: DeliveryState, change: Partial<Delivery>): Delivery {
  if (!DELIVERY_LEADS_TO[delivery.state].includes(state)) throw new RangeError(`${delivery.state} to ${state}`);
  return { ...delivery, ...change, state };
}
