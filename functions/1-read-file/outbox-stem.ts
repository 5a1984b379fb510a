import { outboxKey } from '#shared/contracts/outbox-key.ts';
import type { FileLocation } from './locate-file.ts';

/** A bank's outbox is named by its BIN. Files directly under a feed's folder belong to the operator, under the feed's name. */
export function outboxStem({ folder, fileName, sender }: FileLocation): string {
  return sender === undefined
    ? outboxKey(folder, fileName)
    : outboxKey(sender, fileName.slice(fileName.indexOf('/') + 1));
}
