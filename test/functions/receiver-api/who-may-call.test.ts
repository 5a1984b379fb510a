import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { contentId } from '#shared/runtime/content-id.ts';
import { bodyOf } from '#test/support/http.ts';
import { BIDV, POLICE, receiverApi, type ReceiverApi, receiverNamed, VCB } from '#test/support/receiver-api.ts';

describe('the callers of the API', () => {
  let api: ReceiverApi;
  beforeEach(async () => {
    api = await receiverApi();
  });

  it.each([undefined, '', 'receiver/', 'receiver/*', 'receiver/bank.'])(
    'nobody calls the API for %j',
    async (scope) => {
      const id = await api.issue(VCB, '1');
      for (const path of ['/v1/notices', `/v1/notices/${id}`])
        expect(await api.call({ path, scope })).toMatchObject({ statusCode: 403 });
      const replied = await api.call({
        method: 'POST',
        path: `/v1/notices/${id}/acknowledgements`,
        scope,
        body: { sequence: 1 },
      });
      expect(replied).toMatchObject({ statusCode: 403 });
      expect(api.sentReplies).toEqual([]);
    },
  );

  it('a bank is shown nothing of another bank, whatever it asks, and gets the answer for a missing page', async () => {
    const owners = [VCB, BIDV, 'receiver/bank.MOMO', POLICE];
    const ids = new Map<string, string[]>();
    for (const owner of owners)
      ids.set(owner, [await api.issue(owner, 'SECRET-1'), await api.issue(owner, 'SECRET-2')]);
    const nowhere = bodyOf(await api.call({ path: `/v1/notices/${contentId('nowhere')}`, scope: VCB }));
    const theirs = (await api.call({ path: '/v1/notices', scope: BIDV })).body ?? '';
    const foreignCursor = String(JSON.parse(theirs).iterator);
    const asker = fc.constantFrom(...owners);
    const word = fc.oneof(
      fc.constantFrom(...[...ids.values()].flat()),
      fc.constantFrom(...owners.map(receiverNamed), ...owners.map((one) => encodeURIComponent(receiverNamed(one)))),
      fc.string({ maxLength: 30 }).map(encodeURIComponent),
      fc.constantFrom('..', '%2e%2e', '.', '%23', foreignCursor),
    );
    const asked = fc.record({
      scope: asker,
      method: fc.constantFrom('GET' as const, 'POST' as const),
      path: fc.oneof(
        word.map((id) => `/v1/notices/${id}`),
        fc
          .tuple(word, fc.constantFrom('acknowledgements', 'decisions', 'x'))
          .map(([id, what]) => `/v1/notices/${id}/${what}`),
        fc.constantFrom('/v1/notices', '/v1/suspicious-accounts', '/v1/notices/'),
      ),
      query: fc.record({ cursor: fc.oneof(word, fc.constant('')), receiver: word, scope: asker }),
      headers: fc.record({
        'x-receiver': word,
        'idempotency-key': fc.constantFrom('k1', 'k2'),
        authorization: asker,
      }),
      body: fc.record({
        sequence: fc.constant(1),
        outcome: fc.constantFrom('acted', 'dismissed'),
        receiver: word,
        accountStatus: fc.constant('1'),
      }),
    });
    await fc.assert(
      fc.asyncProperty(asked, async (one) => {
        const answer = await api.call(one);
        const own = new Set(ids.get(one.scope));
        const foreign = [...ids.values()].flat().filter((id) => !own.has(id));
        for (const id of foreign) expect(answer.body).not.toContain(id);
        const others = owners
          .filter((owner) => owner !== one.scope && owner !== POLICE)
          .map((owner) => receiverNamed(owner).slice(5));
        for (const other of others) expect(answer.body).not.toContain(`"bank":"${other}"`);
        if (
          foreign.some((id) => one.path.startsWith(`/v1/notices/${id}`)) &&
          one.method === 'GET' &&
          one.path.split('/').length === 4
        ) {
          expect(bodyOf(answer)).toEqual(nowhere);
        }
        expect(api.sentReplies.every(({ receiver }) => owners.map(receiverNamed).includes(receiver))).toBe(true);
      }),
      { numRuns: 300 },
    );
    for (const { receiver, replyId } of api.sentReplies) {
      const item = await api.replies.get(receiver, replyId);
      const about = item && 'noticeId' in item.reply ? item.reply.noticeId : '';
      expect(ids.get(`receiver/${receiver.replace('#', '.')}`)).toContain(about);
    }
  });

  it('a path that leads nowhere is answered with a problem document', async () => {
    expect(bodyOf(await api.call({ path: '/v2/notices', scope: VCB }))).toMatchObject({ status: 404 });
  });
});
