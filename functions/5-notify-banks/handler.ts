import { AccountTouched } from '#shared/contracts/messages.ts';
import { eachMessage, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { withLogContext } from '#shared/runtime/with-log-context.ts';
import { notifyBank, type NotifyBankPorts } from './notify-bank.ts';

/** bank-notices queue → the notice of an account to its own bank, issued, updated or withdrawn */
export const createHandler = (ports: NotifyBankPorts & { park: Park }) =>
  withLogContext(
    sqsWorker({
      contract: AccountTouched,
      handle: eachMessage<AccountTouched>(8, ({ message }) => notifyBank(message, ports)),
      park: ports.park,
    }),
  );
