import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queuesBeside, stepQueues } from '#shared/clients/step-queues.ts';
import { type EmbeddedSystem, embeddedSystem } from '#test/support/operator/embedded-system.ts';

/** Runs an operator's tasks from the desk by the deployed function on the engines. */
describe('an operator’s task', () => {
  let system: EmbeddedSystem;
  beforeAll(async () => {
    system = await embeddedSystem();
  });
  afterAll(async () => system.stop());

  const ask = async (task: unknown) => {
    await system.say(system.deployed.queueUrls['operatorTasks'] ?? '', JSON.stringify(task));
    await system.drain(({ target }) => target.name.includes('DoOperatorTask'));
  };
  const counts = async (name: string) => {
    const queues = stepQueues(
      queuesBeside(system.deployed.queueUrls['replies'] ?? '', system.deployed.settings['STEP_QUEUES'] ?? ''),
      system.clients.sqs,
    );
    return (await queues.counts()).find(({ queue }) => queue === name);
  };

  it('the operator’s task counts every queue with its dead letters, and moves more than ten of them back as they were', async () => {
    const url = system.deployed.queueUrls['companies'] ?? '';
    const dead = system.deployed.queues.find(({ arn }) =>
      system.deployed.queues.some((queue) => queue.url === url && queue.deadLettersArn === arn),
    );
    for (let n = 0; n < 23; n += 1) {
      const MessageBody = JSON.stringify({ enterpriseCode: `09000000${10 + n}` });
      await system.clients.sqs.send(new SendMessageCommand({ QueueUrl: dead?.url ?? '', MessageBody }));
    }
    expect(await counts('haukiem-local-companies')).toMatchObject({ waiting: 0, dead: 23 });
    await ask({ task: 'move-dead-letters', queue: 'haukiem-local-companies' });
    expect(await counts('haukiem-local-companies')).toMatchObject({ waiting: 23, dead: 0 });
    await system.drain();
    expect(await counts('haukiem-local-companies')).toMatchObject({ waiting: 0, dead: 0 });
  });

  it('the operator’s task sends parked messages back to their queue', async () => {
    const parked = {
      queue: 'haukiem-local-replies',
      messageId: 'm1',
      why: 'reply_unknown',
      body: '{"receiver":"police"}',
    };
    await system.tables.parked.park({ ...parked, parkedAt: new Date().toISOString() });
    await ask({ task: 'replay-parked', queue: parked.queue });
    expect(await counts(parked.queue)).toMatchObject({ waiting: 1 });
    expect(await system.tables.parked.of(parked.queue)).toEqual([]);
  });

  it('the operator’s task drops a parked message, unless it was parked again since', async () => {
    const [seen, later] = ['2026-01-04T02:00:00.000Z', '2026-01-04T03:00:00.000Z'];
    const parked = { queue: 'haukiem-local-companies', messageId: 'm2', why: 'object_gone', body: '{}' };
    const discard = { task: 'discard-parked', queue: parked.queue, messageId: 'm2', because: 'not_needed' };
    await system.tables.parked.park({ ...parked, parkedAt: later });
    await ask({ ...discard, parkedAt: seen });
    expect(await system.tables.parked.of(parked.queue)).toHaveLength(1);
    await ask({ ...discard, parkedAt: later });
    expect(await system.tables.parked.of(parked.queue)).toEqual([]);
  });

  it('the operator’s task does nothing for an unknown queue or receiver, and parks an unreadable message', async () => {
    await ask({ task: 'move-dead-letters', queue: 'no-such-queue' });
    await ask({ task: 'redrive-receiver', receiver: 'bank#970436' });
    await ask({ task: 'drop-tables' });
    expect(await system.tables.parked.of('haukiem-local-operator-tasks')).toMatchObject([
      { why: expect.stringContaining('message_unreadable') },
    ]);
  });
});
