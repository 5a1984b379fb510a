import * as z from 'zod';
import { queues, settings, tables } from '#shared/runtime/environment.ts';

export const DeliverNoticeEnv = z.object({
  ...tables('NOTICES', 'DELIVERIES', 'RECEIVERS', 'CASE_RECORDS', 'DUE_MESSAGES', 'PARKED'),
  ...queues('DELIVERIES'),
  ...settings('ALLOW_LOOPBACK'),
});
export type DeliverNoticeEnv = z.infer<typeof DeliverNoticeEnv>;
