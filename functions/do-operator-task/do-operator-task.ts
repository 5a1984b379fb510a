import type { SendMessages } from '#shared/clients/queue.ts';
import type { StepQueues } from '#shared/clients/step-queues.ts';
import type { OperatorTask } from '#shared/contracts/operator-task.ts';
import { log } from '#shared/runtime/log.ts';
import { type RedrivePorts, redriveReceiver } from '#shared/use-cases/redrive-receiver.ts';
import { type ReplayParkedPorts, replayParked } from '#shared/use-cases/replay-parked.ts';

export interface DoOperatorTaskPorts extends ReplayParkedPorts, RedrivePorts {
  readonly queues: Pick<StepQueues, 'moveDeadLetters'>;
  /** Sends a task that is not finished to itself. */
  readonly goOn: SendMessages<OperatorTask>;
}

/** A third of the function's time, so that a task ends well before it is cut off. */
const MOVING_MS = 20_000;

/** Does what an operator asked for. A repetition changes nothing, because what went back is no longer there. */
export async function doOperatorTask(task: OperatorTask, ports: DoOperatorTaskPorts): Promise<void> {
  switch (task.task) {
    case 'replay-parked':
      await replayParked(task.queue, ports);
      return;
    case 'move-dead-letters': {
      const until = ports.now().getTime() + MOVING_MS;
      const mayGoOn = () => ports.now().getTime() < until;
      const count = await ports.queues.moveDeadLetters(task.queue, mayGoOn);
      log('DEAD_LETTERS_MOVED', { count: count ?? 0 });
      if (!mayGoOn()) await ports.goOn([task]);
      return;
    }
    case 'redrive-receiver':
      await redriveReceiver(task.receiver, ports);
  }
}
