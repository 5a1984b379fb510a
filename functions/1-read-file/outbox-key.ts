import { outboxKey } from '#shared/contracts/outbox-key.ts';
import type { FileLocation } from './locate-file.ts';

/** A bank's outbox is its BIN's; of the files straight under a feed's folder it is their operator's, by the feed's name. */
export function outboxStem({ folder, fileName, sender }: FileLocation): string {
  return sender === undefined
    ? outboxKey(folder, fileName)
    : outboxKey(sender, fileName.slice(fileName.indexOf('/') + 1));
}
