import type { Context, SQSEvent } from 'aws-lambda';
import { droppedFiles, FileArrived } from '#shared/contracts/file-arrived.ts';
import { eachMessage, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { withLogContext } from '#shared/runtime/with-log-context.ts';
import { openDrop } from './open-drop.ts';
import type { ReadFilePorts } from './ports.ts';
import { readFile } from './read-file.ts';
import { releaseFile } from './release-file.ts';
import { runTime } from './run-time.ts';
import { isManifest, takeManifest } from './take-manifest.ts';

/**
 * The function reads an inbox file, stores its facts in tables, and sends messages to verify people, assess companies
 * and notify banks.
 */
export const createHandler = (ports: ReadFilePorts & { park: Park }) =>
  withLogContext((event: SQSEvent, context: Context) => {
    const time = runTime(() => context.getRemainingTimeInMillis(), ports.processorMs);
    return sqsWorker({
      contract: FileArrived,
      handle: eachMessage(1, async ({ message }) => {
        if ('release' in message) await releaseFile(message, ports, time);
        for (const file of droppedFiles(message)) {
          const drop = openDrop(file, ports);
          if (drop) await (isManifest(drop.location) ? takeManifest(drop, ports) : readFile(drop, ports, time));
        }
      }),
      park: ports.park,
    })(event);
  });
