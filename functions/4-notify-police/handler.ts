import { VerdictReached } from '#shared/contracts/messages.ts';
import { messageHandler } from '#shared/runtime/message-handler.ts';
import { notifyPolice, type NotifyPolicePorts } from './notify-police.ts';

/** The function takes verdicts from a queue and issues, updates or withdraws the police's notice of the company. */
export const createHandler = messageHandler(
  VerdictReached,
  8,
  (message, ports: NotifyPolicePorts & { renewDrops: () => void }) => notifyPolice(message, ports),
  { opened: ({ hash }) => hash.opened, before: ({ renewDrops }) => renewDrops() },
);
