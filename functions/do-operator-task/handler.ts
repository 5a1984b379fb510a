import { LONG_CHAINS } from '#shared/contracts/chains.ts';
import { DeskTask } from '#shared/contracts/operator-task.ts';
import { messageHandler } from '#shared/runtime/message-handler.ts';
import { doOperatorTask } from './do-operator-task.ts';

/** The function takes operators' tasks from a queue and does them. */
export const createHandler = messageHandler(DeskTask, 1, doOperatorTask, { mostHops: LONG_CHAINS['do-operator-task'] });
