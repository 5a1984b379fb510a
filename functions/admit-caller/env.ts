import * as z from 'zod';
import { resourceName, tables } from '#shared/runtime/environment.ts';

export const AdmitCallerEnv = z.object({
  ...tables('CALLERS'),
  /** The issuer of the clients' tokens. */
  TOKEN_ISSUER: resourceName,
});
export type AdmitCallerEnv = z.infer<typeof AdmitCallerEnv>;
