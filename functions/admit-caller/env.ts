import * as z from 'zod';
import { resourceName } from '#shared/runtime/environment.ts';

export const AdmitCallerEnv = z.object({
  CALLERS_TABLE: resourceName,
  /** The issuer of the clients' tokens. */
  TOKEN_ISSUER: resourceName,
});
export type AdmitCallerEnv = z.infer<typeof AdmitCallerEnv>;
