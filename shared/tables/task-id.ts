import { entryKey } from '#shared/domain/notification/worklist/office-decision.ts';
import type { WorklistEntry } from '#shared/domain/notification/worklist/worklist-entry.ts';
import { contentId } from '#shared/runtime/content-id.ts';

/** A task of the office: of one company's entries the same one, however often the company is looked at again. */
export const taskIdOf = (entry: WorklistEntry): string => contentId(entryKey(entry));
