import { ReplyRecorded } from '#shared/contracts/replies.ts';
import { each, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { step } from '#shared/runtime/step.ts';
import type { RecordReplyPorts } from './ports.ts';
import { recordReply } from './record-reply.ts';

/** replies queue → the notice's handling status, the police's decision or a listing → companies and bank-notices queues */
export const createHandler = (ports: RecordReplyPorts & { park: Park }) =>
  step(
    sqsWorker({
      contract: ReplyRecorded,
      handle: each<ReplyRecorded>(8, ({ message }) => recordReply(message, ports)),
      park: ports.park,
    }),
  );
