import * as z from 'zod';
import { resourceName } from '#shared/runtime/environment.ts';

export const Env = z.object({
  NOTICES_TABLE: resourceName,
  EVIDENCE_BUCKET: resourceName,
  PARKED_TABLE: resourceName,
  LOG_ENTRIES_QUEUE_URL: resourceName,
});
export type Env = z.infer<typeof Env>;
