import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { contentId } from '#shared/runtime/content-id.ts';
import { bodyOf } from '#test/support/http.ts';
import { BIDV, POLICE, receiverApi, type ReceiverApi, receiverNamed, VCB } from '#test/support/receiver-api.ts';

describe('receiver-api', () => {
  let notices: ReceiverApi['notices'];
  let replies: ReceiverApi['replies'];
  let told: ReceiverApi['told'];
  let clock: ReceiverApi['clock'];
  let call: ReceiverApi['call'];
  let issue: ReceiverApi['issue'];

  beforeEach(async () => {
    ({ notices, replies, told, clock, call, issue } = await receiverApi());
  });

  const acknowledge = (scope: string, id: string, sequence: number, headers = {}) =>
    call({ method: 'POST', path: `/v1/notices/${id}/acknowledgements`, scope, body: { sequence }, headers });
  const decide = (scope: string, id: string, body: unknown, headers = {}) =>
    call({ method: 'POST', path: `/v1/notices/${id}/decisions`, scope, body, headers });

  describe('the feed', () => {
    it('gives a receiver all of its notices in the order of their changes, page by page, once each', async () => {
      const count = 120;
      for (let n = 0; n < count; n += 1) {
        const changedAt = new Date(Date.parse('2026-03-02T07:00:00Z') + (n % 40) * 1000).toISOString();
        await issue(VCB, `account-${n}`, { changedAt });
      }
      await issue(BIDV, 'another');
      const seen: Record<string, unknown>[] = [];
      for (let cursor = '', done = false; !done; ) {
        const page = bodyOf(await call({ path: '/v1/notices', scope: VCB, query: { cursor } }));
        seen.push(...(page['data'] as Record<string, unknown>[]));
        [cursor, done] = [String(page['iterator']), page['done'] === true];
      }
      expect(seen.map(({ changedAt }) => changedAt)).toEqual(seen.map(({ changedAt }) => changedAt).sort());
      expect(new Set(seen.map(({ id }) => id)).size).toBe(count);
      expect(seen).toHaveLength(count);
      expect(seen.every(({ bank }) => bank === '970436')).toBe(true);
    });

    it('shows a later change under the same id, and nothing that a slower clock could still come before', async () => {
      const id = await issue(VCB, '1');
      const first = bodyOf(await call({ path: '/v1/notices', scope: VCB }));
      expect(first).toMatchObject({ data: [{ id, sequence: 1, state: 'in_force' }], done: true });
      const query = { cursor: String(first['iterator']) };
      await issue(VCB, '1', {
        sequence: 2,
        state: 'withdrawn',
        withdrawnBecause: 'x',
        changedAt: clock.now.toISOString(),
      });
      expect(bodyOf(await call({ path: '/v1/notices', scope: VCB, query }))).toEqual({
        data: [],
        iterator: query.cursor,
        done: true,
      });
      // Written after that read, by a writer whose clock is two seconds behind
      const late = await issue(VCB, '2', { changedAt: new Date(clock.now.getTime() - 2000).toISOString() });
      clock.now = new Date(clock.now.getTime() + 3001);
      const next = bodyOf(await call({ path: '/v1/notices', scope: VCB, query }));
      expect(next['data']).toMatchObject([
        { id: late },
        { id, sequence: 2, state: 'withdrawn', withdrawnBecause: 'x' },
      ]);
    });

    it('takes what lies before a cursor for received once it is handed back, and what comes later not yet', async () => {
      const [first, other] = [await issue(VCB, '1'), await issue(BIDV, '1')];
      const lifeOf = async (scope: string, id: string) => (await notices.get(receiverNamed(scope), id))?.life;
      const page = bodyOf(await call({ path: '/v1/notices', scope: VCB }));
      expect(await lifeOf(VCB, first)).toBe('issued');
      const later = await issue(VCB, '2', { changedAt: '2026-03-02T07:30:00.000Z' });
      const query = { cursor: String(page['iterator']) };
      await call({ path: '/v1/notices', scope: VCB, query });
      expect(await lifeOf(VCB, first)).toBe('delivered');
      expect([await lifeOf(VCB, later), await lifeOf(BIDV, other)]).toEqual(['issued', 'issued']);

      await issue(VCB, '1', { sequence: 2, changedAt: '2026-03-02T07:45:00.000Z' });
      await call({ path: '/v1/notices', scope: VCB, query });
      expect(await lifeOf(VCB, first)).toBe('issued');
      expect(await notices.waiting('bank#970436', 'issued')).toHaveLength(2);
      expect(await notices.waiting('bank#970436', 'delivered')).toEqual([]);
    });

    it('refuses a cursor that it never gave, without repeating it', async () => {
      for (const cursor of ['x', '<script>', Buffer.from('zzz').toString('base64url'), '2026']) {
        const answer = await call({ path: '/v1/notices', scope: VCB, query: { cursor } });
        expect(answer).toMatchObject({
          statusCode: 400,
          headers: { 'content-type': expect.stringContaining('application/problem+json') },
        });
        expect(bodyOf(answer)).toMatchObject({ type: 'urn:haukiem:problem:cursor_unreadable', status: 400 });
        expect(answer.body).not.toContain('script');
      }
    });
  });

  describe('who may call', () => {
    it.each([
      undefined,
      '',
      'openid',
      'receiver/*',
      'receiver/bank.',
      'receiver/bank#970436',
      `${VCB} ${BIDV}`,
      `${VCB} ${POLICE}`,
    ])('nobody with the scope %j', async (scope) => {
      const id = await issue(VCB, '1');
      for (const path of ['/v1/notices', `/v1/notices/${id}`])
        expect(await call({ path, scope })).toMatchObject({ statusCode: 403 });
      const replied = await call({
        method: 'POST',
        path: `/v1/notices/${id}/acknowledgements`,
        scope,
        body: { sequence: 1 },
      });
      expect(replied).toMatchObject({ statusCode: 403 });
      expect(told).toEqual([]);
    });

    it("shows no bank what is another bank's, whatever it asks, and answers as if it were nowhere", async () => {
      const owners = [VCB, BIDV, 'receiver/bank.MOMO', POLICE];
      const ids = new Map<string, string[]>();
      for (const owner of owners) ids.set(owner, [await issue(owner, 'SECRET-1'), await issue(owner, 'SECRET-2')]);
      const nowhere = bodyOf(await call({ path: `/v1/notices/${contentId('nowhere')}`, scope: VCB }));
      const theirs = (await call({ path: '/v1/notices', scope: BIDV })).body ?? '';
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
          const answer = await call(one);
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
          expect(told.every(({ receiver }) => owners.map(receiverNamed).includes(receiver))).toBe(true);
        }),
        { numRuns: 300 },
      );
      for (const { receiver, replyId } of told) {
        const item = await replies.get(receiver, replyId);
        const about = item && 'noticeId' in item.reply ? item.reply.noticeId : '';
        expect(ids.get(`receiver/${receiver.replace('#', '.')}`)).toContain(about);
      }
    });
  });

  describe('replies', () => {
    it('takes in an acknowledgement once, and tells of it each time', async () => {
      const id = await issue(VCB, '1');
      const [first, again] = [await acknowledge(VCB, id, 1), await acknowledge(VCB, id, 1)];
      expect(first).toMatchObject({ statusCode: 202 });
      expect(again.body).toBe(first.body);
      expect(told).toHaveLength(2);
      expect(told[0]).toEqual(told[1]);
      expect(await replies.get('bank#970436', told[0]?.replyId ?? '')).toMatchObject({
        reply: { kind: 'acknowledgement', noticeId: id, body: { sequence: 1 } },
        takenAt: clock.now.toISOString(),
      });
    });

    it('refuses a reply to another state than the newest, but knows one again that it took in before', async () => {
      const id = await issue(VCB, '1');
      const key = { 'idempotency-key': 'mine' };
      expect(await acknowledge(VCB, id, 1, key)).toMatchObject({ statusCode: 202 });
      await issue(VCB, '1', { sequence: 2 });
      expect(bodyOf(await decide(VCB, id, { sequence: 1, outcome: 'acted', accountStatus: '2' }))).toMatchObject({
        status: 409,
        type: 'urn:haukiem:problem:sequence_superseded',
      });
      expect(bodyOf(await acknowledge(VCB, id, 3))).toMatchObject({
        status: 409,
        type: 'urn:haukiem:problem:sequence_unknown',
      });
      expect(await acknowledge(VCB, id, 1, key)).toMatchObject({ statusCode: 202 });
    });

    it('refuses a key that was used for something else, each receiver having keys of its own', async () => {
      const [id, other] = [await issue(VCB, '1'), await issue(BIDV, '1')];
      const key = { 'idempotency-key': 'mine' };
      expect(await acknowledge(VCB, id, 1, key)).toMatchObject({ statusCode: 202 });
      const body = { sequence: 1, outcome: 'acted', accountStatus: '2' };
      expect(bodyOf(await decide(VCB, id, body, key))).toMatchObject({
        status: 409,
        type: 'urn:haukiem:problem:idempotency_key_reused',
      });
      expect(await acknowledge(BIDV, other, 1, key)).toMatchObject({ statusCode: 202 });
      expect(await acknowledge(VCB, id, 1, { 'idempotency-key': 'có dấu' })).toMatchObject({ statusCode: 400 });
    });

    it('keeps with a police decision what the police had before them', async () => {
      const id = await issue(POLICE, '0101243150');
      const body = { sequence: 1, outcome: 'dismissed', reason: 'Đã xác minh' };
      expect(await decide(POLICE, id, body)).toMatchObject({ statusCode: 202 });
      expect(await replies.get('police', told[0]?.replyId ?? '')).toMatchObject({
        basis: { enterpriseCode: '0101243150', codes: ['R1', 'R2'] },
      });
    });

    it('counts a decision that is sent again once, and one that comes back after another as a new one', async () => {
      const id = await issue(POLICE, '0101243150');
      const replyIdOf = async (outcome: string, headers = {}) => {
        const answer = await decide(POLICE, id, { sequence: 1, outcome }, headers);
        expect(answer).toMatchObject({ statusCode: 202 });
        return String(bodyOf(answer)['replyId']);
      };
      const [confirmed, again] = [await replyIdOf('confirmed'), await replyIdOf('confirmed')];
      expect(again).toBe(confirmed);
      const dismissed = await replyIdOf('dismissed');
      const anew = await replyIdOf('confirmed');
      expect(new Set([confirmed, dismissed, anew]).size).toBe(3);
      expect(await replyIdOf('confirmed')).toBe(anew);
      const instants = [];
      for (const replyId of [confirmed, dismissed, anew])
        instants.push((await replies.get('police', replyId))?.takenAt);
      // All within one millisecond of the clock, and still in the order in which they were given
      expect(instants).toEqual([...instants].sort());
      expect(new Set(instants).size).toBe(3);

      const keyed = await replyIdOf('dismissed', { 'idempotency-key': 'k' });
      expect(await replyIdOf('dismissed', { 'idempotency-key': 'k' })).toBe(keyed);
      expect(await replyIdOf('confirmed')).not.toBe(anew);
      expect(await replyIdOf('dismissed', { 'idempotency-key': 'k' })).toBe(keyed);
      expect(new Set(told.map(({ replyId }) => replyId)).size).toBe(5);
    });

    it('takes one of two decisions that come at once under one key, and the other without it', async () => {
      const id = await issue(VCB, '1');
      const saying = (accountStatus: string) => ({ sequence: 1, outcome: 'acted', accountStatus });
      for (const round of ['a', 'b', 'c', 'd']) {
        const headers = { 'idempotency-key': round };
        const answers = await Promise.all(['1', '2'].map((status) => decide(VCB, id, saying(status), headers)));
        expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([202, 409]);
        const refused = answers[0]?.statusCode === 409 ? '1' : '2';
        expect(await decide(VCB, id, saying(refused))).toMatchObject({ statusCode: 202 });
        const last = await replies.get('bank#970436', told.at(-1)?.replyId ?? '');
        expect(last?.reply).toMatchObject({ body: { accountStatus: refused } });
      }
    });

    it('loses none of several decisions that come at once', async () => {
      const id = await issue(VCB, '1');
      const bodies = ['1', '2', '3', '2', '1'].map((accountStatus) => ({
        sequence: 1,
        outcome: 'acted',
        accountStatus,
      }));
      const answers = await Promise.all(bodies.map((body) => decide(VCB, id, body)));
      expect(answers.every(({ statusCode }) => statusCode === 202)).toBe(true);
      const kept = await Promise.all(told.map(({ receiver, replyId }) => replies.get(receiver, replyId)));
      expect(new Set(kept.map((item) => JSON.stringify(item?.reply))).size).toBe(3);
      expect(new Set(kept.map((item) => item?.takenAt)).size).toBe(new Set(told.map(({ replyId }) => replyId)).size);
    });

    it.each([
      [{ date: '2026-03-03' }, 'date_in_future'],
      [{ number: 'x'.repeat(101) }, 'body_unexpected'],
      [{ number: 'hai\ndòng' }, 'body_unexpected'],
      [{ number: ' ' }, 'body_unexpected'],
      [{ authority: '' }, 'body_unexpected'],
    ])('refuses a decision document with %j as %s', async (more, code) => {
      const id = await issue(POLICE, '0101243150');
      const decision = { number: '12/QĐ-CSĐT', date: '2026-03-02', ...more };
      const answer = await decide(POLICE, id, { sequence: 1, outcome: 'confirmed', decision });
      expect(bodyOf(answer)).toMatchObject({ type: `urn:haukiem:problem:${code}` });
      expect(told).toEqual([]);
    });

    it('takes a decision in its own words alone: a bank decides nothing for the police', async () => {
      const [bank, police] = [await issue(VCB, '1'), await issue(POLICE, '1')];
      expect(await decide(VCB, bank, { sequence: 1, outcome: 'dismissed' })).toMatchObject({ statusCode: 400 });
      expect(await decide(POLICE, police, { sequence: 1, outcome: 'acted', accountStatus: '1' })).toMatchObject({
        statusCode: 400,
      });
      expect(told).toEqual([]);
    });

    it('names the broken field, never what was in it', async () => {
      const id = await issue(VCB, '1');
      const answer = await decide(VCB, id, {
        sequence: 'SECRET',
        outcome: 'SECRET',
        accountStatus: 'SECRET',
        SECRET: 1,
      });
      expect(bodyOf(answer)['detail']).toMatch(/sequence:\w+.*outcome:\w+.*accountStatus:\w+/u);
      expect(answer.body).not.toContain('SECRET');
      expect(
        await call({ method: 'POST', path: `/v1/notices/${id}/decisions`, scope: VCB, body: '{"SECRET' }),
      ).toMatchObject({
        statusCode: 400,
        body: expect.not.stringContaining('SECRET'),
      });
    });
  });

  describe('suspicious accounts', () => {
    const report = (scope: string, more = {}) =>
      call({
        method: 'POST',
        path: '/v1/suspicious-accounts',
        scope,
        body: { bank: 'Vietcombank', accountNumber: '0011 2223-33', code: 2, on: '2026-03-01', ...more },
      });

    it('come from their own bank or from the police, one account however it is written', async () => {
      expect(await report(VCB)).toMatchObject({ statusCode: 202 });
      expect(await report(VCB, { bank: '970436', accountNumber: '0011222333' })).toMatchObject({ statusCode: 202 });
      expect(told[0]).toEqual(told[1]);
      expect(await report(POLICE)).toMatchObject({ statusCode: 202 });
      expect(bodyOf(await report(BIDV))).toMatchObject({ status: 403, type: 'urn:haukiem:problem:not_yours' });
      expect(told).toHaveLength(3);
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
    ])('with %j are refused as %s', async (more, code) => {
      const answer = await report(VCB, more);
      expect(bodyOf(answer)).toMatchObject({ type: `urn:haukiem:problem:${code}` });
      expect(answer.body).not.toContain('0011222333');
      expect(told).toEqual([]);
    });
  });

  it('answers a way that leads nowhere with a problem', async () => {
    expect(bodyOf(await call({ path: '/v2/notices', scope: VCB }))).toMatchObject({ status: 404 });
  });
});
