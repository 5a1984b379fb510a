import { outboxKey } from '#shared/contracts/outbox-key.ts';
import { RECEIPT_ENDING, receiptStem, REJECTED_ENDING } from '#shared/contracts/receipt-key.ts';
import type { Receipt } from '#shared/contracts/receipt.ts';
import type { World } from './world.ts';

/** Whether the evidence bucket has the receipt of a file. */
export function hasReceipt({ objects, design }: World, feed: string, file: string): boolean {
  const stem = receiptStem({ feed: feed as Receipt['feed'], file });
  return objects.get(design.evidence, `${stem}${RECEIPT_ENDING}`) !== undefined;
}

/** Whether the sender of a file finds its receipt in the outbox. */
export const isInOutbox = ({ objects, design }: World, feed: string, file: string): boolean =>
  objects.get(design.inbox, `${outboxKey(feed, file)}${RECEIPT_ENDING}`) !== undefined;

/** Whether the list of rejected rows is of an earlier drop: the receipt beside it counts none. It stays in the archive. */
export function isOfEarlierDrop({ objects, design }: World, key: string): boolean {
  if (!key.endsWith(REJECTED_ENDING)) return false;
  const receipt = objects.get(design.evidence, `${key.slice(0, -REJECTED_ENDING.length)}${RECEIPT_ENDING}`);
  return receipt !== undefined && JSON.parse(receipt.toString()).rejected === 0;
}
