import { beforeEach, describe, expect, it } from 'vitest';
import { bodyOf } from '#test/support/http.ts';
import { BIDV, POLICE, receiverApi, type ReceiverApi, VCB } from '#test/support/receiver-api.ts';

describe('suspicious accounts', () => {
  let api: ReceiverApi;
  beforeEach(async () => {
    api = await receiverApi();
  });

  const report = (scope: string, more = {}) =>
    api.call({
      method: 'POST',
      path: '/v1/suspicious-accounts',
      scope,
      body: { bank: 'Vietcombank', accountNumber: '0011 2223-33', code: 2, on: '2026-03-01', ...more },
    });

  it('a suspicious account comes from its own bank or from the police, and is one account however it is written', async () => {
    expect(await report(VCB)).toMatchObject({ statusCode: 202 });
    expect(await report(VCB, { bank: '970436', accountNumber: '0011222333' })).toMatchObject({ statusCode: 202 });
    expect(api.sentReplies[0]).toEqual(api.sentReplies[1]);
    expect(await report(POLICE)).toMatchObject({ statusCode: 202 });
    expect(bodyOf(await report(BIDV))).toMatchObject({ status: 403, type: 'urn:haukiem:problem:not_yours' });
    expect(api.sentReplies).toHaveLength(3);
  });

  it.each([
    [{ bank: 'Ngân hàng Không Có' }, 'bank_unknown'],
    [{ accountNumber: '??' }, 'account_unreadable'],
    [{ accountNumber: '4111111111111111' }, 'account_is_card'],
    [{ on: '2026-03-03' }, 'date_in_future'],
    [{ code: 8 }, 'body_unexpected'],
    [{ until: '2026-02-28' }, 'body_unexpected'],
    [{ decision: { number: '12/QĐ-CSĐT', date: '2026-03-01' } }, 'decision_not_yours'],
    [{ code: 9 }, 'body_unexpected'],
  ])('a suspicious account with %j is refused as %s', async (more, code) => {
    const answer = await report(VCB, more);
    expect(bodyOf(answer)).toMatchObject({ type: `urn:haukiem:problem:${code}` });
    expect(answer.body).not.toContain('0011222333');
    expect(api.sentReplies).toEqual([]);
  });
});
