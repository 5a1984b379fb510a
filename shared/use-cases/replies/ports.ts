import type { ReplyRecorded } from '#shared/contracts/replies.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import type { Expiry } from '#shared/runtime/retention.ts';
import type { Notices } from '#shared/tables/notices.ts';
import type { Replies } from '#shared/tables/replies.ts';

/** The ports for storing a reply. */
export interface ReplyPorts {
  readonly notices: Pick<Notices, 'get'>;
  readonly replies: Pick<Replies, 'record' | 'get' | 'lastDecision' | 'decideLast'>;
  /** Sends a message to the step that acts on replies. */
  readonly sendReply: (messages: readonly ReplyRecorded[]) => Promise<void>;
  readonly expiry: Expiry;
  readonly now: RealClock;
}
