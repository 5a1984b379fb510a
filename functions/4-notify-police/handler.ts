import { VerdictReached } from '#shared/contracts/messages.ts';
import { each, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { step } from '#shared/runtime/step.ts';
import { notifyPolice, type NotifyPolicePorts } from './notify-police.ts';

/** police-notices queue → the police's notice of a company, issued, updated or withdrawn */
export const createHandler = (ports: NotifyPolicePorts & { park: Park }) =>
  step(
    sqsWorker({
      contract: VerdictReached,
      handle: each<VerdictReached>(8, ({ message }) => notifyPolice(message, ports)),
      park: ports.park,
    }),
  );
