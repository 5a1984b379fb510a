import type { Instant } from './instant.ts';

export type StuckBecause = 'undeliverable' | 'unacknowledged' | 'endpoint_gone';

/** One call of the endpoint, of whichever sequence. */
export interface Attempt {
  readonly sequence: number;
  readonly at: Instant;
  /** The result of the attempt; undefined while it is under way, or where its result was lost. */
  readonly outcome?: 'delivered' | 'refused' | 'answered' | 'gone' | 'unreachable' | undefined;
  /** The HTTP status; undefined where there was no answer. */
  readonly status?: number | undefined;
}

/** How the newest state of one notice is doing on its way to its receiver's endpoint. */
export interface Delivery {
  readonly receiver: string;
  readonly noticeId: string;
  readonly sequence: number;
  /** When the notice came to this sequence: a backlog goes out in that order. */
  readonly changedAt: Instant;
  readonly state: 'waiting' | 'delivered' | 'acknowledged' | 'superseded' | 'stuck';
  readonly attempts: number;
  /** How often it was sent again because nobody acknowledged it. */
  readonly resends: number;
  /** Since when it has been tried: the 75 hours count from here. */
  readonly since: Instant;
  readonly lastAttemptAt?: Instant | undefined;
  /** Waiting: when it may be tried. Delivered: until when an acknowledgement is waited for. */
  readonly nextAttemptAt?: Instant | undefined;
  /** When it is checked if nothing has happened by then, so that no delivery depends on one message. */
  readonly checkAt?: Instant | undefined;
  readonly deliveredAt?: Instant | undefined;
  readonly stuckBecause?: StuckBecause | undefined;
  /** The last calls of the endpoint for this notice, the oldest first. */
  readonly tried?: readonly Attempt[] | undefined;
}
