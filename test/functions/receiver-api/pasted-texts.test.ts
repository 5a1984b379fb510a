import { beforeEach, describe, expect, it } from 'vitest';
import { BIDV, POLICE, receiverApi, type ReceiverApi, VCB } from '#test/support/receiver-api.ts';

/** A text with marks that nobody sees: one that turns the order of letters, a zero-width space, a control character. */
const PASTED = '\u202EĐã\u00A0gọi\u200B điện\u0000 xác\u00AD minh\uFEFF';
const SEEN = 'Đã gọi điện xác minh';

describe('texts of a receiver’s program with letters that nobody sees', () => {
  let api: ReceiverApi;
  beforeEach(async () => {
    api = await receiverApi();
  });
  const stored = async (receiver: string) => api.replies.get(receiver, api.sentReplies.at(-1)?.replyId ?? '');

  it.each<[string, string, string, Record<string, unknown>]>([
    ['objection', VCB, 'reviews', { sequence: 1, reason: PASTED }],
    ['note', VCB, 'decisions', { sequence: 1, outcome: 'acted', accountStatus: '2', observed: [3], note: PASTED }],
    ['reason', POLICE, 'decisions', { sequence: 1, outcome: 'dismissed', reason: PASTED }],
  ])(
    'the %s of a reply is kept without them, because officers read it beside others',
    async (_, scope, route, body) => {
      const id = await api.issue(scope, 'a');
      const answer = await api.call({ method: 'POST', path: `/v1/notices/${id}/${route}`, scope, body });
      expect(answer.statusCode).toBe(202);
      const kept = await stored(scope.replace('receiver/', '').replace('.', '#'));
      expect(Object.values(kept?.reply.body ?? {})).toContain(SEEN);
    },
  );

  it('the reason of a listed account is kept without them', async () => {
    const body = { bank: 'BIDV', accountNumber: '0011222333', code: 8, reason: PASTED, on: '2026-03-01' };
    expect((await api.call({ method: 'POST', path: '/v1/suspicious-accounts', scope: BIDV, body })).statusCode).toBe(
      202,
    );
    expect(await stored('bank#970418')).toMatchObject({ reply: { body: { reason: SEEN } } });
  });

  it('a reason of nothing else is none', async () => {
    const id = await api.issue(VCB, 'a');
    const body = { sequence: 1, reason: '\u200B\u2060' };
    const answer = await api.call({ method: 'POST', path: `/v1/notices/${id}/reviews`, scope: VCB, body });
    expect(answer.statusCode).toBe(400);
  });

  it('a body that is nested as deep as its size allows is refused as any unexpected one', async () => {
    const id = await api.issue(VCB, 'a');
    const nested = `${'['.repeat(15_000)}${']'.repeat(15_000)}`;
    for (const body of [nested, `{"sequence":1,"reason":${nested}}`]) {
      const answer = await api.call({ method: 'POST', path: `/v1/notices/${id}/reviews`, scope: VCB, body });
      expect(answer.statusCode).toBe(400);
    }
  });
});
