import { describe, expect, it } from 'vitest';
import { createHandler } from '#functions/replay-parked/handler.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import { parkIn } from '#shared/runtime/park.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { lambdaContext, record } from '#test/support/sqs.ts';

const MESSAGE = { enterpriseCode: '0900000013' };

async function setUp() {
  const { db, createTable } = memoryDatabase();
  const parked = parkedTable(db, await createTable('parked'));
  const sent: unknown[] = [];
  const whenSent: { act?: () => Promise<void> } = {};
  const refuses = new Set<string>();
  const entered: LogEntry[] = [];
  const handler = createHandler({
    parked,
    enter: async (entries) => void entered.push(...entries),
    now: () => new Date('2026-01-05T04:00:00Z'),
    queueNamed: (name) =>
      name === 'a-queue'
        ? async (messages) => {
            if (messages.some((message) => refuses.has(JSON.stringify(message)))) throw new Error('MessagesNotSent');
            sent.push(...messages);
            await whenSent.act?.();
          }
        : undefined,
  });
  const clock = { now: new Date('2026-01-05T03:00:00Z') };
  const park = parkIn(parked, () => clock.now);
  const left = async () => (await parked.of('a-queue')).map(({ messageId }) => messageId);
  return {
    entered,
    sent,
    whenSent,
    refuses,
    clock,
    park,
    left,
    replay: (event: unknown) => handler(event, lambdaContext()),
  };
}

describe('replay-parked', () => {
  it('a parked message is sent unchanged to its queue, and is no longer parked', async () => {
    const { sent, park, left, replay } = await setUp();
    await park(record('m1', MESSAGE), 'object_gone');
    await park(record('m2', { enterpriseCode: '0900000021' }), 'object_gone');
    expect(await replay({ queue: 'a-queue' })).toEqual({ replayed: 2, unreadable: 0 });
    expect(sent).toEqual(expect.arrayContaining([MESSAGE, { enterpriseCode: '0900000021' }]));
    expect(await left()).toEqual([]);
    expect(await replay({ queue: 'a-queue' })).toEqual({ replayed: 0, unreadable: 0 });
  });

  it('a message that fails again keeps its id, and stays even where it came back before it was removed', async () => {
    const { clock, whenSent, park, left, replay } = await setUp();
    await park(record('m1', MESSAGE), 'object_gone');
    const before = await left();
    whenSent.act = async () => {
      clock.now = new Date('2026-01-05T04:00:00Z');
      await park(record('m2', MESSAGE), 'object_gone');
    };
    await replay({ queue: 'a-queue' });
    expect(await left()).toEqual(before);
  });

  it('the log records once which queue an operator replayed, for each replay', async () => {
    const { entered, replay } = await setUp();
    await replay({ queue: 'a-queue' });
    expect(entered).toMatchObject([
      { kind: 'operator-acted', by: 'operator', says: { task: 'replay-parked', queue: 'a-queue' } },
    ]);
  });

  it.each(['object_gone', 'reply:unknown', 'unknown_notice', 'police_service_refused_422', 'code:invalid_type'])(
    'a message parked with a reason of an earlier version is sent: %s',
    async (reason) => {
      const { sent, park, left, replay } = await setUp();
      await park(record('m1', MESSAGE), reason);
      expect(await replay({ queue: 'a-queue' })).toEqual({ replayed: 1, unreadable: 0 });
      expect([sent, await left()]).toEqual([[MESSAGE], []]);
    },
  );

  it('a message that no step can read stays parked and does not delay others', async () => {
    const { sent, park, left, replay } = await setUp();
    await park(record('m1', '}'), 'message_unreadable: :invalid_type');
    await park(record('m2', MESSAGE), 'object_gone');
    expect(await replay({ queue: 'a-queue' })).toEqual({ replayed: 1, unreadable: 1 });
    expect(sent).toEqual([MESSAGE]);
    expect(await left()).toHaveLength(1);
  });

  it('a message that its queue did not accept stays parked', async () => {
    const { refuses, park, left, replay } = await setUp();
    refuses.add(JSON.stringify(MESSAGE));
    await park(record('m1', MESSAGE), 'object_gone');
    await expect(replay({ queue: 'a-queue' })).rejects.toThrow('MessagesNotSent');
    expect(await left()).toHaveLength(1);
  });

  it('the replay accepts only queues of the stack', async () => {
    const { replay } = await setUp();
    await expect(replay({ queue: 'another' })).rejects.toMatchObject({ name: 'UnknownQueue' });
    await expect(replay({})).rejects.toMatchObject({ name: 'ZodError' });
  });
});
