import { NoticeChanged } from '#shared/contracts/messages.ts';
import { messageHandler } from '#shared/runtime/message-handler.ts';
import { issueDossier, type IssueDossierPorts } from './issue-dossier.ts';

/** The function takes police notices from a queue and writes their dossiers into the evidence bucket. */
export const createHandler = messageHandler(
  NoticeChanged,
  4,
  (message, ports: IssueDossierPorts & { renewDrops: () => void }) => issueDossier(message, ports),
  { before: ({ renewDrops }) => renewDrops() },
);
