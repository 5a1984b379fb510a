import { beforeEach, describe, expect, it } from 'vitest';
import { NEW_KEYS } from '#test/support/signing-keys.ts';
import { bodyOf } from '#test/support/http.ts';
import { BIDV, receiverApi, type ReceiverApi, VCB } from '#test/support/receiver-api.ts';

describe('a receiver’s own connection', () => {
  let api: ReceiverApi;
  beforeEach(async () => {
    api = await receiverApi();
  });

  it('a receiver with a webhook gets a new key, the same one for a day, and no other receiver’s key changes', async () => {
    const ask = (scope: string) => api.call({ method: 'POST', path: '/v1/signing-keys', scope, body: {} });
    expect(bodyOf(await ask(VCB))).toMatchObject({ status: 409, type: 'urn:haukiem:problem:no_endpoint' });
    const endpoint = { mode: 'push', url: 'https://vcb.example', secretArn: 'arn-vcb' } as const;
    await api.receivers.register({ receiver: 'bank#970436', ...endpoint });
    const changed = { key: NEW_KEYS[0], formerUntil: '2026-03-03T08:00:00.000Z' };
    for (let n = 0; n < 4; n += 1) expect(bodyOf(await ask(VCB))).toEqual(changed);
    expect(await ask(BIDV)).toMatchObject({ statusCode: 409 });
    expect(api.keys.map(([arn]) => arn)).toEqual(['arn-vcb']);
    expect(api.entered.map(({ says }) => says['again'])).toEqual([undefined, true, true, true]);
    expect(JSON.stringify(api.entered)).not.toContain('whsec_');
  });

  it('a receiver reads its own deliveries with each attempt, page by page, and no other receiver’s', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 60; n += 1) {
      const changedAt = new Date(Date.parse('2026-03-01T00:00:00.000Z') + n * 1000).toISOString();
      ids.push(await api.issue(VCB, String(n), { changedAt }));
    }
    await api.issue(BIDV, '1');
    const at = '2026-03-02T07:00:00.000Z';
    const noticeId = ids.at(-1) ?? '';
    const tried = [{ sequence: 1, at, outcome: 'delivered', status: 204 }] as const;
    const delivery = { receiver: 'bank#970436', noticeId, sequence: 1, changedAt: at, state: 'delivered' } as const;
    await api.deliveries.write({ ...delivery, attempts: 1, resends: 0, since: at, tried }, undefined);
    const page = async (query = {}) =>
      bodyOf(await api.call({ path: '/v1/deliveries', scope: VCB, query })) as {
        data: { noticeId: string; state: string; attempts: unknown[] }[];
        before?: string;
      };
    const first = await page();
    expect(first.data[0]).toMatchObject({ noticeId, state: 'delivered', attempts: tried });
    expect(first.data[1]).toMatchObject({ state: 'feed', attempts: [] });
    const second = await page({ before: first.before });
    expect([...first.data, ...second.data].map((one) => one.noticeId)).toEqual(ids.toReversed());
    expect(second.before).toBeUndefined();
    expect((await page({ before: '' })).data).toHaveLength(50);
  });
});
