import * as z from 'zod';
import { WORKLIST_KINDS } from '#shared/domain/notification/worklist/worklist-entry.ts';

/** An entry of the office's worklist as it is stored. */
export const WorklistEntryItem = z.strictObject({
  kind: z.enum(WORKLIST_KINDS),
  field: z.string(),
  current: z.string(),
  proposed: z.string(),
  why: z.string(),
  person: z.string().optional(),
  file: z.string().optional(),
  row: z.number().optional(),
});
