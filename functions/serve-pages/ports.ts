import type { SignInProvider } from '#shared/clients/sign-in.ts';
import type { Send } from '#shared/clients/queue.ts';
import type { ReplyRecorded } from '#shared/contracts/replies.ts';
import type { WireClock } from '#shared/runtime/clock.ts';
import type { Expiry } from '#shared/runtime/retention.ts';
import type { Notices } from '#shared/tables/notices.ts';
import type { Replies } from '#shared/tables/replies.ts';
import type { Sessions } from '#shared/tables/sessions.ts';
import type { Assets } from './http/assets.ts';

export interface Ports {
  readonly sessions: Sessions;
  readonly notices: Pick<Notices, 'get' | 'open'>;
  readonly replies: Pick<Replies, 'record' | 'get' | 'lastDecision' | 'decideLast'>;
  readonly tell: Send<ReplyRecorded>;
  readonly expiry: Expiry;
  readonly signIn: SignInProvider;
  readonly assets: Assets;
  /** Stage `local` alone: pages without TLS on loopback. */
  readonly allowLoopback: boolean;
  readonly now: WireClock;
}
