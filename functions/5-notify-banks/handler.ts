import { AccountTouched } from '#shared/contracts/messages.ts';
import { each, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { step } from '#shared/runtime/step.ts';
import { notifyBank, type NotifyBankPorts } from './notify-bank.ts';

/** bank-notices queue → the notice of an account to its own bank, issued, updated or withdrawn */
export const createHandler = (ports: NotifyBankPorts & { park: Park }) =>
  step(
    sqsWorker({
      contract: AccountTouched,
      handle: each<AccountTouched>(8, ({ message }) => notifyBank(message, ports)),
      park: ports.park,
    }),
  );
