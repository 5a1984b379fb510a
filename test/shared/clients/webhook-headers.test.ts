import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { describe, expect, it, vi } from 'vitest';
import { webhookHeaders } from '#shared/clients/bank-webhook.ts';

const [fresh, old, foreign] = ['bmV3', 'b2xk', 'Zm9yZWlnbg'].map((start) => `whsec_${start.padEnd(43, 'A')}=`) as [
  string,
  string,
  string,
];

describe('webhookHeaders', () => {
  const at = new Date();
  const body = '{"số":"0011"}';
  const headers = webhookHeaders({ secrets: [fresh, old], id: 'n.1', at, body });

  it('the official client accepts a webhook’s signature with the new key and with the old one', () => {
    for (const secret of [fresh, old]) expect(new Webhook(secret).verify(body, headers)).toEqual({ số: '0011' });
  });
  it.each([
    ['another key', () => new Webhook(foreign).verify(body, headers)],
    ['a changed body', () => new Webhook(fresh).verify(body.replace('0011', '0012'), headers)],
    ['a changed id', () => new Webhook(fresh).verify(body, { ...headers, 'webhook-id': 'n.2' })],
    [
      'a changed time',
      () => new Webhook(fresh).verify(body, { ...headers, 'webhook-timestamp': String(Date.now() / 1000 - 60) }),
    ],
  ])('a webhook’s signature is refused with %s', (_what, verify) => {
    expect(verify).toThrow(WebhookVerificationError);
  });
  it('a webhook’s signature is accepted while both clocks are four minutes apart, and not when it is an hour old', () => {
    const takes = (minutes: number) => {
      vi.useFakeTimers({ toFake: ['Date'], now: at.getTime() + minutes * 60_000 });
      try {
        new Webhook(fresh).verify(body, headers);
        return true;
      } catch {
        return false;
      } finally {
        vi.useRealTimers();
      }
    };
    expect([-60, -4, 0, 4, 60].map(takes)).toEqual([false, true, true, true, false]);
  });
  it('webhookHeaders signs nothing without a key', () => {
    expect(() => webhookHeaders({ secrets: [], id: 'n.1', at, body })).toThrow('NoSigningSecret');
  });
});
