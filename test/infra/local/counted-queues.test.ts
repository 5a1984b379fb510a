import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { eventSources } from '#infra/local/event-sources.ts';
import { mapping, queuesWith } from './listed-queues.ts';

it('a queue that is read only after an earlier step is not counted while the earlier step is running', async () => {
  const queues = new Map([
    ['work', ['message']],
    ['report', []],
    ['log', []],
  ]);
  const counted: { readonly queue: string; readonly isWorking: boolean }[] = [];
  let isWorking = false;
  const asked = queuesWith(queues);
  const send: typeof asked.send = (command: { constructor: { name: string }; input: { QueueUrl: string } }) => {
    if (command.constructor.name === 'GetQueueAttributesCommand')
      counted.push({ queue: command.input.QueueUrl, isWorking });
    return asked.send(command as never);
  };
  const work = mapping('work', { environment: { REPORT: 'report', LOG: 'log' } });
  const sources = eventSources(
    { send } as unknown as typeof asked,
    [work, mapping('report'), mapping('log')],
    () => ({
      invoke: async () => {
        isWorking = true;
        await setTimeout(350);
        isWorking = false;
      },
      close: async () => undefined,
    }),
    { readsWholeBatches: ({ queue }) => queue.url === 'log' },
  );
  await sources.drain();
  const meanwhile = new Set(counted.flatMap(({ queue, isWorking: then }) => (then ? [queue] : [])));
  expect(meanwhile).toEqual(new Set(['work', 'log']));
  expect(new Set(counted.map(({ queue }) => queue))).toEqual(new Set(['work', 'report', 'log']));
});
