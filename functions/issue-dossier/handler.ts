import { NoticeChanged } from '#shared/contracts/messages.ts';
import { eachMessage, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { withLogContext } from '#shared/runtime/with-log-context.ts';
import { issueDossier, type IssueDossierPorts } from './issue-dossier.ts';

/** The function takes police notices from a queue and writes their dossiers into the evidence bucket. */
export const createHandler = (ports: IssueDossierPorts & { park: Park }) =>
  withLogContext(
    sqsWorker({
      contract: NoticeChanged,
      handle: eachMessage<NoticeChanged>(4, (message) => issueDossier(message, ports)),
      park: ports.park,
    }),
  );
