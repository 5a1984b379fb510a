import { beforeEach, describe, expect, it } from 'vitest';
import { bodyOf } from '#test/support/http.ts';
import { policeNotice } from '#test/support/police-notice.ts';
import { BIDV, POLICE, receiverApi, type ReceiverApi, receiverNamed, VCB } from '#test/support/receiver-api.ts';

describe('the feed of notices', () => {
  let api: ReceiverApi;
  beforeEach(async () => {
    api = await receiverApi();
  });

  it('the feed of notices gives a receiver all of its notices in the order of their changes, page by page, once each', async () => {
    const count = 120;
    for (let n = 0; n < count; n += 1) {
      const changedAt = new Date(Date.parse('2026-03-02T07:00:00Z') + (n % 40) * 1000).toISOString();
      await api.issue(VCB, `account-${n}`, { changedAt });
    }
    await api.issue(BIDV, 'another');
    const seen: Record<string, unknown>[] = [];
    for (let cursor = '', done = false; !done; ) {
      const page = bodyOf(await api.call({ path: '/v1/notices', scope: VCB, query: { cursor } }));
      seen.push(...(page['data'] as Record<string, unknown>[]));
      [cursor, done] = [String(page['iterator']), page['done'] === true];
    }
    expect(seen.map(({ changedAt }) => changedAt)).toEqual(seen.map(({ changedAt }) => changedAt).sort());
    expect(new Set(seen.map(({ id }) => id)).size).toBe(count);
    expect(seen).toHaveLength(count);
    expect(seen.every(({ bank }) => bank === '970436')).toBe(true);
  });

  it('the feed shows a later change under the same id, and no change that an earlier one of a slower clock could still precede', async () => {
    const id = await api.issue(VCB, '1');
    const first = bodyOf(await api.call({ path: '/v1/notices', scope: VCB }));
    expect(first).toMatchObject({ data: [{ id, sequence: 1, state: 'in_force' }], done: true });
    const query = { cursor: String(first['iterator']) };
    await api.issue(VCB, '1', {
      sequence: 2,
      state: 'withdrawn',
      withdrawnBecause: 'x',
      changedAt: api.clock.now.toISOString(),
    });
    expect(bodyOf(await api.call({ path: '/v1/notices', scope: VCB, query }))).toEqual({
      data: [],
      iterator: query.cursor,
      done: true,
    });
    // Written after that read, by a writer whose clock is two seconds behind
    const late = await api.issue(VCB, '2', { changedAt: new Date(api.clock.now.getTime() - 2000).toISOString() });
    api.clock.now = new Date(api.clock.now.getTime() + 3001);
    const next = bodyOf(await api.call({ path: '/v1/notices', scope: VCB, query }));
    expect(next['data']).toMatchObject([{ id: late }, { id, sequence: 2, state: 'withdrawn', withdrawnBecause: 'x' }]);
  });

  it('a returned cursor acknowledges the notices before it, and no later ones', async () => {
    const [first, other] = [await api.issue(VCB, '1'), await api.issue(BIDV, '1')];
    const handlingStatusOf = async (scope: string, id: string) =>
      (await api.notices.get(receiverNamed(scope), id))?.handlingStatus;
    const page = bodyOf(await api.call({ path: '/v1/notices', scope: VCB }));
    expect(await handlingStatusOf(VCB, first)).toBe('issued');
    const later = await api.issue(VCB, '2', { changedAt: '2026-03-02T07:30:00.000Z' });
    const query = { cursor: String(page['iterator']) };
    await api.call({ path: '/v1/notices', scope: VCB, query });
    expect(await handlingStatusOf(VCB, first)).toBe('delivered');
    expect([await handlingStatusOf(VCB, later), await handlingStatusOf(BIDV, other)]).toEqual(['issued', 'issued']);

    await api.issue(VCB, '1', { sequence: 2, changedAt: '2026-03-02T07:45:00.000Z' });
    await api.call({ path: '/v1/notices', scope: VCB, query });
    expect(await handlingStatusOf(VCB, first)).toBe('issued');
    expect(await api.notices.waiting('bank#970436', 'issued')).toHaveLength(2);
    expect(await api.notices.waiting('bank#970436', 'delivered')).toEqual([]);
  });

  it('a page of the feed fits an answer of the function where many companies have a thousand people, and the next begins after it', async () => {
    const people = Array.from({ length: 1000 }, () => policeNotice.people[0]!);
    const ids: string[] = [];
    for (let n = 0; n < 30; n += 1) ids.push(await api.issue(POLICE, `090000${1000 + n}`, { content: { people } }));
    const seen: string[] = [];
    for (let cursor = '', done = false; !done; ) {
      const answer = await api.call({ path: '/v1/notices', scope: POLICE, query: { cursor } });
      expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(6 * 1024 * 1024);
      const page = bodyOf(answer);
      seen.push(...(page['data'] as { id: string }[]).map(({ id }) => id));
      [cursor, done] = [String(page['iterator']), page['done'] === true];
    }
    expect(seen.toSorted()).toEqual(ids.toSorted());
  });

  it('the feed refuses a cursor that it never gave, without repeating it', async () => {
    for (const cursor of ['x', '<script>', Buffer.from('zzz').toString('base64url'), '2026']) {
      const answer = await api.call({ path: '/v1/notices', scope: VCB, query: { cursor } });
      expect(answer).toMatchObject({
        statusCode: 400,
        headers: { 'content-type': expect.stringContaining('application/problem+json') },
      });
      expect(bodyOf(answer)).toMatchObject({ type: 'urn:haukiem:problem:cursor_unreadable', status: 400 });
      expect(answer.body).not.toContain('script');
    }
  });
});
