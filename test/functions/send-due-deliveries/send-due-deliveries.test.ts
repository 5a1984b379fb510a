import { describe, expect, it } from 'vitest';
import { createHandler } from '#functions/send-due-deliveries/handler.ts';
import type { DeliveryDue } from '#shared/contracts/delivery-due.ts';
import { RECHECK_AFTER_SECONDS } from '#shared/domain/notification/delivery/next-delivery.ts';
import { instantAfter } from '#shared/domain/notification/delivery/instant.ts';
import type { DueDelivery } from '#shared/tables/deliveries.ts';
import type { DueMessage } from '#shared/tables/due-messages.ts';
import { lambdaContext, record, sqsEvent } from '#test/support/sqs.ts';

const NOW = new Date('2026-03-02T08:00:00.000Z');
const due = (seconds: number, noticeId: string): DueDelivery => ({
  receiver: 'bank#970436',
  noticeId,
  dueShard: '0',
  dueAt: `${instantAfter(NOW, seconds)}#bank#970436#${noticeId}`,
});

function setUp(items: DueDelivery[], failing = false, waiting: DueMessage[] = []) {
  const sent: { ids: string[]; delay: number | undefined }[] = [];
  const messagesSent: [unknown, number | undefined][] = [];
  const looked: [string, string][] = [];
  const asked: Date[] = [];
  const handler = createHandler({
    deliveries: {
      due: async (until) => {
        asked.push(until);
        return items;
      },
      lookAfter: async ({ noticeId }, at) => {
        looked.push([noticeId, at]);
      },
    },
    deliver: async (messages: readonly DeliveryDue[], delay) => {
      if (failing) throw new Error('MessagesNotSent');
      sent.push({ ids: messages.map(({ noticeId }) => noticeId), delay });
    },
    dueMessages: {
      due: async function* (shard, until) {
        yield waiting.filter(({ dueShard, dueAt }) => dueShard === shard && dueAt < `${until}~`);
      },
      remove: async () => {},
    },
    queueNamed: () => async (bodies, delay) =>
      void messagesSent.push(...bodies.map((body): [unknown, number | undefined] => [body, delay])),
    park: async () => {},
    now: () => NOW,
  });
  const run = () => handler(sqsEvent(record('m1', { reason: 'clock' })), lambdaContext());
  return { run, sent, messagesSent, looked, asked };
}

describe('send-due-deliveries', () => {
  it('deliveries that are due before the next minute are sent with their remaining delay, and late ones at once', async () => {
    const { run, sent, asked } = setUp([due(-500, 'a'), due(0, 'b'), due(29.2, 'c')]);
    await run();
    expect(sent).toEqual([
      { ids: ['a', 'b'], delay: 0 },
      { ids: ['c'], delay: 30 },
    ]);
    expect(asked[0]?.getTime()).toBeGreaterThan(NOW.getTime() + 60_000);
  });

  it('a stored message that is due before the next minute is sent with its remaining delay, so that it comes neither early nor a minute late', async () => {
    const stored = [-5, 0, 20.3, 62, 66].map((seconds) => ({
      dueShard: '0',
      dueAt: `${instantAfter(NOW, seconds)}#police-notices#id`,
      queue: 'police-notices',
      body: String(seconds),
      files: [],
      companies: [],
    }));
    const { run, messagesSent } = setUp([], false, stored);
    await run();
    expect(messagesSent).toEqual([
      [-5, 0],
      [0, 0],
      [20.3, 21],
      [62, 62],
    ]);
  });

  it('a due delivery is sent again only after the time for its message', async () => {
    const { run, looked } = setUp([due(30, 'c')]);
    await run();
    expect(looked).toEqual([['c', instantAfter(NOW, 30 + RECHECK_AFTER_SECONDS)]]);
  });

  it('a delivery that the queue refused does not count as sent', async () => {
    const { run, looked } = setUp([due(0, 'a')], true);
    expect(await run()).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
    expect(looked).toEqual([]);
  });
});
