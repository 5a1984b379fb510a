import { LogEntry } from '#shared/contracts/log-entry.ts';
import { batchHandler } from '#shared/runtime/message-handler.ts';
import type { Park } from '#shared/runtime/sqs-worker.ts';
import { appendEntries } from './append-entries.ts';
import type { AppendEntriesPorts } from './ports.ts';

/** The function takes entries from a queue and appends them to the verifiable log, a batch at a time. */
export const createHandler = (ports: AppendEntriesPorts & { park: Park }) =>
  batchHandler({
    contract: LogEntry,
    handle: async (received) => {
      await appendEntries(
        received.map(({ message }) => message),
        ports,
      );
      return received.map(() => ({ status: 'fulfilled', value: undefined }));
    },
    park: ports.park,
  });
