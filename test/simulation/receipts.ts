import { outboxKey } from '#shared/contracts/outbox-key.ts';
import { RECEIPT_ENDING, receiptStem } from '#shared/contracts/receipt-key.ts';
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
