import { LONG_CHAINS } from '#shared/contracts/chains.ts';
import { SweepRequested } from '#shared/contracts/messages.ts';
import { messageHandler } from '#shared/runtime/message-handler.ts';
import type { SealedCodes } from '#shared/runtime/sealed-codes.ts';
import { type SweepDuePorts, sweepDue } from './sweep-due.ts';

/**
 * The function is called by the daily clock, at the end of a feed, or after a change of settings, and sends messages to
 * the companies, registrations and bank-notices queues.
 */
export const createHandler = messageHandler(
  SweepRequested,
  1,
  (message, ports: SweepDuePorts & { hash: SealedCodes }) => sweepDue(message, ports),
  { mostHops: LONG_CHAINS['sweep-due'], opened: ({ hash }) => hash.opened },
);
