import { ReplyRecorded } from '#shared/contracts/replies.ts';
import { eachMessage, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { withLogContext } from '#shared/runtime/with-log-context.ts';
import type { RecordReplyPorts } from './ports.ts';
import { recordReply } from './record-reply.ts';

/**
 * The function takes stored replies from a queue, updates the notice's handling status, stores a police decision or a
 * listing, and sends messages to the companies and bank-notices queues.
 */
export const createHandler = (ports: RecordReplyPorts & { park: Park }) =>
  withLogContext(
    sqsWorker({
      contract: ReplyRecorded,
      handle: eachMessage<ReplyRecorded>(8, (message) => recordReply(message, ports)),
      park: ports.park,
    }),
  );
