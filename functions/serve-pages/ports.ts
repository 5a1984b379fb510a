import type { SignInProvider } from '#shared/clients/sign-in.ts';
import type { WireClock } from '#shared/runtime/clock.ts';
import type { Sessions } from '#shared/tables/sessions.ts';
import type { Assets } from './http/assets.ts';

export interface Ports {
  readonly sessions: Sessions;
  readonly signIn: SignInProvider;
  readonly assets: Assets;
  /** Stage `local` alone: pages without TLS on loopback. */
  readonly allowLoopback: boolean;
  readonly now: WireClock;
}
