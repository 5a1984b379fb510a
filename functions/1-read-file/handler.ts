import type { Context, SQSEvent } from 'aws-lambda';
import { droppedFiles, FileArrived } from '#shared/contracts/file-arrived.ts';
import { eachMessage, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { withLogContext } from '#shared/runtime/with-log-context.ts';
import type { ReadFilePorts } from './ports.ts';
import { readFile } from './read-file.ts';
import { releaseFile } from './release-file.ts';

/** The part of a run's time that is reserved for sending messages and writing the receipt. */
const RESERVE_MS = 60_000;

/** inbox → facts in their tables → messages to verify, to assess, to notify */
export const createHandler = (ports: ReadFilePorts & { park: Park }) =>
  withLogContext((event: SQSEvent, context: Context) => {
    const hasTime = () => context.getRemainingTimeInMillis() > RESERVE_MS;
    return sqsWorker({
      contract: FileArrived,
      handle: eachMessage(1, async ({ message }) => {
        if ('release' in message) await releaseFile(message, ports, hasTime);
        for (const file of droppedFiles(message)) await readFile(file, ports, hasTime);
      }),
      park: ports.park,
    })(event);
  });
