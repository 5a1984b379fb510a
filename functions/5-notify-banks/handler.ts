import { AccountTouched } from '#shared/contracts/messages.ts';
import { batchHandler } from '#shared/runtime/message-handler.ts';
import type { Park, ReceivedMessage } from '#shared/runtime/sqs-worker.ts';
import type { ReadMeasures } from '#shared/use-cases/measures-in-force.ts';
import { notifyBanks, type NotifyBanksPorts } from './notify-banks.ts';

type NotifyBatchPorts = Omit<NotifyBanksPorts, 'measures'> & {
  readonly measures: ReadMeasures;
  readonly park: Park;
};

/** The function takes accounts from a queue and issues, updates or withdraws the notice to the account's own bank. */
export const createHandler = (ports: NotifyBatchPorts) =>
  batchHandler({
    contract: AccountTouched,
    handle: async (received: readonly ReceivedMessage<AccountTouched>[]) => {
      ports.renewDrops();
      const measures = await ports.measures();
      return notifyBanks(received, { ...ports, measures });
    },
    park: ports.park,
  });
