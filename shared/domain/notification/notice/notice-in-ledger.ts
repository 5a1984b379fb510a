import type { NoticeState } from '../states.ts';

/**
 * The newest state of a notice that the ledger has. It is newer than the stored notice where the table of notices was
 * restored to an earlier second.
 */
export interface NoticeInLedger {
  readonly sequence: number;
  readonly state: NoticeState;
  /** The instant at which the notice reached this state. */
  readonly at: string;
  /** The instant since which the company is flagged; only for the police's notice. */
  readonly flaggedAt?: string | undefined;
  readonly isAcknowledged: boolean;
}
