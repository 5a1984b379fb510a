import type { Construct } from 'constructs';
import type { DoOperatorTaskEnv } from '#functions/do-operator-task/env.ts';
import type { ReplayParkedEnv } from '#functions/replay-parked/env.ts';
import { tableAccess, repairAccess, sendAccess, sendToAllAccess } from './access.ts';
import type { StackParts } from './resources.ts';
import { Step } from './step.ts';

/** The operator's functions: one that a person calls, and one that does tasks from the desk. @returns the function to call */
export function operatorSteps(scope: Construct, parts: StackParts) {
  operatorTaskStep(scope, parts);
  return replayParkedStep(scope, parts);
}

/** The function that an operator calls to send a queue's parked messages back to it. */
function replayParkedStep(scope: Construct, { resources }: StackParts) {
  const { tables, queues, context } = resources;
  return new Step<ReplayParkedEnv>(scope, 'ReplayParked', {
    folder: 'replay-parked',
    from: 'operator',
    memoryMegabytes: 256,
    environment: {
      PARKED_TABLE: tableAccess(tables.parked, ['Query', 'DeleteItem']),
      LOG_ENTRIES_QUEUE_URL: sendAccess(queues.logEntries),
      STEP_QUEUES: sendToAllAccess(queues.all),
    },
    context,
  });
}

/** Does an operator's task from the desk: it may send to every queue, so that the pages need no such right. */
function operatorTaskStep(scope: Construct, { resources }: StackParts) {
  const { tables, queues, context } = resources;
  return new Step<DoOperatorTaskEnv>(scope, 'DoOperatorTask', {
    folder: 'do-operator-task',
    from: queues.operatorTasks,
    memoryMegabytes: 256,
    environment: {
      PARKED_TABLE: tableAccess(tables.parked, ['Query', 'PutItem', 'DeleteItem']),
      NOTICES_TABLE: tableAccess(tables.notices, ['GetItem', 'UpdateItem'], ['waiting']),
      DELIVERIES_TABLE: tableAccess(tables.deliveries, ['GetItem', 'Query', 'PutItem']),
      RECEIVERS_TABLE: tableAccess(tables.receivers, ['GetItem', 'UpdateItem']),
      DELIVERIES_QUEUE_URL: sendAccess(queues.deliveries),
      SWEEPS_QUEUE_URL: sendAccess(queues.sweeps),
      OPERATOR_TASKS_QUEUE_URL: sendAccess(queues.operatorTasks),
      STEP_QUEUES: repairAccess(queues.all),
    },
    context,
  });
}
