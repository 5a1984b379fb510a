import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bankWebhook, webhookHeaders } from '#shared/clients/bank-webhook.ts';
import { newSecret } from '#test/support/banks/delivery-world.ts';
import { type SampleReceiver, sampleReceiver } from '#test/support/banks/sample-receiver.ts';

const [fresh, old, foreign] = [newSecret(), newSecret(), newSecret()];
const event = (sequence: number, state = 'in_force') =>
  JSON.stringify({ subject: 'n', type: 't', data: { noticeId: 'n', sequence, state } });

describe('events/sample-receiver.mjs', () => {
  let receiver: SampleReceiver;
  beforeAll(async () => {
    receiver = await sampleReceiver([fresh, old]);
  });
  afterAll(() => receiver.stop());

  it('the sample receiver takes a message signed by either key, once, and refuses any other', async () => {
    const { url, said } = receiver;
    const post = bankWebhook({ allowLoopback: true, timeoutMs: 5000 });
    const call = async (secrets: string[], body: string) =>
      (await post({ url, secrets, id: 'n.1', at: new Date(), body })).status;
    expect(await call([fresh], event(2))).toBe(204);
    expect(await call([old], event(1))).toBe(204);
    expect(await call([fresh, old], event(3, 'withdrawn'))).toBe(204);
    expect(await call([foreign], event(4))).toBe(401);
    expect(await call([fresh], 'x'.repeat(30_000))).toBe(413);
    await expect.poll(() => said).toEqual(['kept', 'known', 'withdrawn']);
  });

  it('a message that somebody recorded and changed, or sends again too late, is refused; sent again soon it changes nothing', async () => {
    const body = event(9);
    const signed = (at: Date, secrets = [fresh]) => webhookHeaders({ secrets, id: 'n.9', at, body });
    const now = new Date();
    const good = signed(now);
    const { 'webhook-signature': signature = '', 'webhook-timestamp': timestamp = '' } = good;
    const { 'webhook-signature': wrong = '' } = signed(now, [foreign]);
    const send = (headers: Record<string, string | string[]>, sent = body) => statusOf(receiver.url, headers, sent);
    const { length } = receiver.said;
    const refused: [Record<string, string | string[]>, string?][] = [
      [signed(new Date(now.getTime() - 301_000))],
      [signed(new Date(now.getTime() + 360_000))],
      [good, body.replace('in_force', 'withdrawn')],
      [good, `${body} `],
      [good, ''],
      [{ ...good, 'webhook-id': 'n.10' }],
      [{ ...good, 'webhook-id': ['n.9', 'n.9'] }],
      [{ ...good, 'webhook-timestamp': String(Number(timestamp) + 1) }],
      [{ ...good, 'webhook-timestamp': ['0', timestamp] }],
      [{ ...good, 'webhook-timestamp': 'now' }],
      [{ ...good, 'webhook-signature': wrong }],
      [{ ...good, 'webhook-signature': signature.replace('v1,', 'v2,') }],
      [{ ...good, 'webhook-signature': signature.replace('v1,', 'v1a,') }],
      [{ ...good, 'webhook-signature': 'v1' }],
      [{ ...good, 'webhook-signature': signature.slice(0, -2) }],
      [{ 'webhook-id': 'n.9', 'webhook-timestamp': timestamp }],
      [{}],
    ];
    for (const [headers, sent] of refused)
      expect([headers, sent, await send(headers, sent)]).toEqual([headers, sent, 401]);
    expect(await send({ ...good, 'webhook-signature': `${wrong} ${signature}` })).toBe(204);
    expect(await send(good)).toBe(204);
    await expect.poll(() => receiver.said.slice(length)).toEqual(['kept', 'known']);
  });
});

const statusOf = (url: string, headers: Record<string, string | string[]>, body: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.once('error', reject).end(body);
  });
