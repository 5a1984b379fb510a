import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { sendTestEvent } from '#functions/deliver-notice/send-question.ts';
import { type WebhookCall, webhookHeaders } from '#shared/clients/bank-webhook.ts';
import { TestEvent } from '#shared/contracts/notice-event.ts';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const due = { receiver: 'bank#970436', testEventId: 'q3rT0uYw1xZ2aB4cD6eF8g' } as const;

const send = async (registered: object | undefined) => {
  const calls: WebhookCall[] = [];
  await sendTestEvent(due, {
    receivers: { get: async () => registered as never, acquire: async () => undefined, release: async () => {} },
    secrets: async () => [SECRET],
    call: async (call) => {
      calls.push(call);
      return { status: 500, retryAfter: undefined, date: undefined };
    },
    now: () => new Date(),
  });
  return calls;
};

describe('a test event', () => {
  it('a test event is sent to the receiver’s own endpoint once, signed, whatever the answer', async () => {
    const calls = await send({
      receiver: due.receiver,
      mode: 'push',
      url: 'https://bank.example/hook',
      secretArn: 'arn',
    });
    expect(calls).toHaveLength(1);
    const [call] = calls;
    const event = new Webhook(SECRET).verify(call!.body, webhookHeaders(call!));
    expect(TestEvent.parse(event)).toMatchObject({ id: due.testEventId, data: { receiver: due.receiver } });
  });
  it.each([[undefined], [{ receiver: due.receiver, mode: 'pull' }]])(
    'no test event is sent for %j',
    async (registered) => {
      expect(await send(registered)).toEqual([]);
    },
  );
});
