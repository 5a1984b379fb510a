import { LONG_CHAINS } from '#shared/contracts/chains.ts';
import type { Context, SQSEvent } from 'aws-lambda';
import { droppedFiles, FileArrived, fileTrace } from '#shared/contracts/file-arrived.ts';
import { inFile } from '#shared/runtime/chain.ts';
import { eachMessage, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import type { Callers } from '#shared/tables/callers.ts';
import { withLogContext } from '#shared/runtime/message-handler.ts';
import { confirmHeadings, isManifest, takeManifest } from './take-manifest.ts';
import { type InboxDrop, openDrop } from './write-results.ts';
import type { ReadFilePorts } from './ports.ts';
import { readFile, releaseFile } from './release-file.ts';
import { runTime } from './run-time.ts';

/** Senders come and go while the system runs, so they are read for each file. */
type ReadFileHandlerPorts = Omit<ReadFilePorts, 'senders'> & {
  readonly callers: Pick<Callers, 'activitySenders'>;
  /** Whose data the files directly in `activities/` may contain. */
  readonly officeSenders: ReadFilePorts['senders'];
  readonly park: Park;
};

/**
 * The function reads an inbox file, stores its facts in tables, and sends messages to verify people, assess companies
 * and notify banks.
 */
export const createHandler = (given: ReadFileHandlerPorts) =>
  withLogContext((event: SQSEvent, context: Context) => {
    const time = runTime(() => context.getRemainingTimeInMillis(), given.processorMs);
    return sqsWorker({
      contract: FileArrived,
      mostHops: LONG_CHAINS['1-read-file'],
      handle: eachMessage(1, async (message) => {
        const senders = { ...given.officeSenders, ...(await given.callers.activitySenders()) };
        const ports = { ...given, senders };
        if ('headings' in message) await confirmHeadings(message, ports);
        if ('release' in message) await releaseFile(message, ports, time);
        for (const file of droppedFiles(message)) {
          const drop = openDrop(file, ports);
          const read = async (opened: InboxDrop) =>
            isManifest(opened.location) ? takeManifest(opened, ports) : readFile(opened, ports, time);
          if (drop) await inFile(fileTrace(file), ports.now(), () => read(drop));
        }
      }),
      park: given.park,
    })(event);
  });
