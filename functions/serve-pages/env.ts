import * as z from 'zod';
import { resourceName } from '#shared/runtime/environment.ts';

export const Env = z.object({
  SESSIONS_TABLE: resourceName,
  /** The sign-in provider of people, and the desks' client of it. */
  SIGN_IN_ISSUER: resourceName,
  SIGN_IN_CLIENT_ID: resourceName,
  /** A sign-in provider on this machine, and pages without TLS: stage `local` alone. */
  ALLOW_LOOPBACK: z.enum(['yes', 'no']),
});
export type Env = z.infer<typeof Env>;
