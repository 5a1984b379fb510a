import { VerdictReached } from '#shared/contracts/messages.ts';
import { eachMessage, type Park, type ReceivedMessage, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { withLogContext } from '#shared/runtime/with-log-context.ts';
import { notifyPolice, type NotifyPolicePorts } from './notify-police.ts';

/** The function takes verdicts from a queue and issues, updates or withdraws the police's notice of the company. */
export const createHandler = (ports: NotifyPolicePorts & { park: Park; renewDrops: () => void }) =>
  withLogContext(
    sqsWorker({
      contract: VerdictReached,
      opened: ports.hash.opened,
      handle: (batch: readonly ReceivedMessage<VerdictReached>[]) => {
        ports.renewDrops();
        return eachMessage<VerdictReached>(8, (message) => notifyPolice(message, ports))(batch);
      },
      park: ports.park,
    }),
  );
