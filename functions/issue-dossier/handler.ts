import { NoticeChanged } from '#shared/contracts/messages.ts';
import { eachMessage, type Park, type ReceivedMessage, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { withLogContext } from '#shared/runtime/with-log-context.ts';
import { issueDossier, type IssueDossierPorts } from './issue-dossier.ts';

/** The function takes police notices from a queue and writes their dossiers into the evidence bucket. */
export const createHandler = (ports: IssueDossierPorts & { park: Park; renewDrops: () => void }) =>
  withLogContext(
    sqsWorker({
      contract: NoticeChanged,
      handle: (batch: readonly ReceivedMessage<NoticeChanged>[]) => {
        ports.renewDrops();
        return eachMessage<NoticeChanged>(4, (message) => issueDossier(message, ports))(batch);
      },
      park: ports.park,
    }),
  );
