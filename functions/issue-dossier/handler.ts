import { NoticeChanged } from '#shared/contracts/messages.ts';
import { each, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { step } from '#shared/runtime/step.ts';
import { issueDossier, type IssueDossierPorts } from './issue-dossier.ts';

/** dossiers queue → a police notice's dossier in the evidence bucket */
export const createHandler = (ports: IssueDossierPorts & { park: Park }) =>
  step(
    sqsWorker({
      contract: NoticeChanged,
      handle: each<NoticeChanged>(4, ({ message }) => issueDossier(message, ports)),
      park: ports.park,
    }),
  );
