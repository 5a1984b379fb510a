import { ReplyRecorded } from '#shared/contracts/replies.ts';
import { messageHandler } from '#shared/runtime/message-handler.ts';
import { recordReply } from './record-reply.ts';

/**
 * The function takes stored replies from a queue, updates the notice's handling status, stores a police decision or a
 * listing, and sends messages to the companies and bank-notices queues.
 */
export const createHandler = messageHandler(ReplyRecorded, 8, recordReply);
