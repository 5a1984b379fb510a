import { LONG_CHAINS } from '#shared/contracts/chains.ts';
import { DeskTask } from '#shared/contracts/operator-task.ts';
import { eachMessage, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { withLogContext } from '#shared/runtime/with-log-context.ts';
import { type DoOperatorTaskPorts, doOperatorTask } from './do-operator-task.ts';

/** The function takes operators' tasks from a queue and does them. */
export const createHandler = (ports: DoOperatorTaskPorts & { park: Park }) =>
  withLogContext(
    sqsWorker({
      contract: DeskTask,
      mostHops: LONG_CHAINS['do-operator-task'],
      handle: eachMessage<DeskTask>(1, ({ message }) => doOperatorTask(message, ports)),
      park: ports.park,
    }),
  );
