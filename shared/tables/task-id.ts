import { entryKey } from '#shared/domain/notification/worklist/office-decision.ts';
import type { WorklistEntry } from '#shared/domain/notification/worklist/worklist-entry.ts';
import { contentId } from '#shared/runtime/content-id.ts';

/** The id of a task of the office, which is the same for an entry however often its company is assessed again. */
export const taskIdOf = (entry: WorklistEntry): string => contentId(entryKey(entry));
