import type { SignInProvider } from '#shared/clients/sign-in.ts';
import type { Notices } from '#shared/tables/notices.ts';
import type { Sessions } from '#shared/tables/sessions.ts';
import type { ReplyPorts } from '#shared/use-cases/replies/ports.ts';
import type { Assets } from './http/assets.ts';

export interface ServePagesPorts extends ReplyPorts {
  readonly sessions: Pick<Sessions, 'open' | 'get' | 'markSeen' | 'close' | 'keepDraft' | 'draft'>;
  readonly notices: Pick<Notices, 'get' | 'open'>;
  readonly signIn: SignInProvider;
  readonly assets: Assets;
  /** Stage `local` alone: pages without TLS on loopback. */
  readonly allowLoopback: boolean;
}
