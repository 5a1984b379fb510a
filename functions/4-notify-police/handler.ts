import { VerdictReached } from '#shared/contracts/messages.ts';
import { eachMessage, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { withLogContext } from '#shared/runtime/with-log-context.ts';
import { notifyPolice, type NotifyPolicePorts } from './notify-police.ts';

/** The function takes verdicts from a queue and issues, updates or withdraws the police's notice of the company. */
export const createHandler = (ports: NotifyPolicePorts & { park: Park }) =>
  withLogContext(
    sqsWorker({
      contract: VerdictReached,
      opened: ports.hash.opened,
      handle: eachMessage<VerdictReached>(8, (message) => notifyPolice(message, ports)),
      park: ports.park,
    }),
  );
