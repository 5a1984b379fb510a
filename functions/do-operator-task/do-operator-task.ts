import type { SendMessages } from '#shared/clients/queue.ts';
import type { StepQueues } from '#shared/clients/step-queues.ts';
import type { WholeSweep } from '#shared/contracts/messages.ts';
import type { DeskTask } from '#shared/contracts/operator-task.ts';
import { log } from '#shared/runtime/log.ts';
import { type RedrivePorts, redriveReceiver } from '#shared/use-cases/redrive-receiver.ts';
import { type ReplayParkedPorts, replayParked } from '#shared/use-cases/replay-parked.ts';

export interface DoOperatorTaskPorts extends ReplayParkedPorts, RedrivePorts {
  readonly queues: Pick<StepQueues, 'moveDeadLetters'>;
  /** Sends a task that is not finished back to this function's queue. */
  readonly goOn: SendMessages<DeskTask>;
  readonly sweep: SendMessages<WholeSweep>;
}

/** A third of the function's time, so that a task ends well before it is cut off. */
const MOVING_MS = 20_000;

/**
 * Does a task that an operator asked for at the desk. A repetition changes nothing, because a message that was sent
 * back has left its queue.
 */
export async function doOperatorTask(task: DeskTask, ports: DoOperatorTaskPorts): Promise<void> {
  switch (task.task) {
    case 'replay-parked':
      await replayParked(task.queue, ports);
      return;
    case 'discard-parked':
      await ports.parked.release(task);
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
      return;
    case 'assess-all':
      await ports.sweep([{ reason: 'settings-changed', by: 'desk' }]);
  }
}
