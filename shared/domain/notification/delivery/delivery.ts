import type { Instant } from './instant.ts';

export type StuckBecause = 'undeliverable' | 'unacknowledged' | 'endpoint_gone';

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
}
