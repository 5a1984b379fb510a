import { beforeEach, describe, expect, it } from 'vitest';
import { dynalite } from '#test/support/dynalite.ts';
import { bodyOf } from '#test/support/http.ts';
import { BIDV, POLICE, receiverApi, type ReceiverApi, VCB } from '#test/support/receiver-api.ts';

describe('a reply to a notice', () => {
  let api: ReceiverApi;
  beforeEach(async () => {
    api = await receiverApi({ database: await dynalite() });
  });

  it('an acknowledgement is stored once, and its message is sent each time', async () => {
    const id = await api.issue(VCB, '1');
    const [first, again] = [await api.acknowledge(VCB, id, 1), await api.acknowledge(VCB, id, 1)];
    expect(first).toMatchObject({ statusCode: 202 });
    expect(again.body).toBe(first.body);
    expect(api.sentReplies).toHaveLength(2);
    expect(api.sentReplies[0]).toEqual(api.sentReplies[1]);
    expect(await api.replies.get('bank#970436', api.sentReplies[0]?.replyId ?? '')).toMatchObject({
      reply: { kind: 'acknowledgement', noticeId: id, body: { sequence: 1 } },
      takenAt: api.clock.now.toISOString(),
    });
  });

  it('a reply to another state than the newest is refused, but a repetition of a stored one is recognised', async () => {
    const id = await api.issue(VCB, '1');
    const key = { 'idempotency-key': 'mine' };
    expect(await api.acknowledge(VCB, id, 1, key)).toMatchObject({ statusCode: 202 });
    await api.issue(VCB, '1', { sequence: 2 });
    expect(bodyOf(await api.decide(VCB, id, { sequence: 1, outcome: 'acted', accountStatus: '2' }))).toMatchObject({
      status: 409,
      type: 'urn:haukiem:problem:sequence_superseded',
    });
    expect(bodyOf(await api.acknowledge(VCB, id, 3))).toMatchObject({
      status: 409,
      type: 'urn:haukiem:problem:sequence_unknown',
    });
    expect(await api.acknowledge(VCB, id, 1, key)).toMatchObject({ statusCode: 202 });
  });

  it('a key that was used for another reply is refused, each receiver having keys of its own', async () => {
    const [id, other] = [await api.issue(VCB, '1'), await api.issue(BIDV, '1')];
    const key = { 'idempotency-key': 'mine' };
    expect(await api.acknowledge(VCB, id, 1, key)).toMatchObject({ statusCode: 202 });
    const body = { sequence: 1, outcome: 'acted', accountStatus: '2' };
    expect(bodyOf(await api.decide(VCB, id, body, key))).toMatchObject({
      status: 409,
      type: 'urn:haukiem:problem:idempotency_key_reused',
    });
    expect(await api.acknowledge(BIDV, other, 1, key)).toMatchObject({ statusCode: 202 });
    expect(await api.acknowledge(VCB, id, 1, { 'idempotency-key': 'có dấu' })).toMatchObject({ statusCode: 400 });
  });

  it('an objection is stored once while it waits, a second one is refused, and only its author sees its result', async () => {
    const id = await api.issue(VCB, '1');
    const path = `/v1/notices/${id}/reviews`;
    const body = { sequence: 1, reason: 'Khách hàng đã nộp hợp đồng và hóa đơn' };
    const first = await api.call({ method: 'POST', path, scope: VCB, body });
    expect(first).toMatchObject({ statusCode: 202 });
    const { replyId: reviewId } = bodyOf(first) as { replyId: string };
    const review = { noticeId: id, reviewId, askedBy: 'bank#970436', askedAt: api.clock.now.toISOString(), ...body };
    await api.reviews.write({ ...review, dueOn: '2026-03-16', state: 'waiting', revision: 1 }, undefined);
    expect((await api.call({ method: 'POST', path, scope: VCB, body })).body).toBe(first.body);
    const other = { ...body, reason: 'Lý do khác' };
    expect(bodyOf(await api.call({ method: 'POST', path, scope: VCB, body: other }))).toMatchObject({
      status: 409,
      type: 'urn:haukiem:problem:review_waits',
    });
    expect(bodyOf(await api.call({ path, scope: VCB }))).toEqual({
      data: [{ reviewId, ...body, askedAt: review.askedAt, dueOn: '2026-03-16', state: 'waiting' }],
    });
    expect(await api.call({ method: 'POST', path, scope: BIDV, body })).toMatchObject({ statusCode: 404 });
    expect(await api.call({ path, scope: BIDV })).toMatchObject({ statusCode: 404 });
    const empty = { sequence: 1, reason: '   ' };
    expect(await api.call({ method: 'POST', path, scope: VCB, body: empty })).toMatchObject({ statusCode: 400 });
  });

  it('a police decision is stored with the state of the notice that it concerns', async () => {
    const id = await api.issue(POLICE, '0101243150');
    const body = { sequence: 1, outcome: 'dismissed', reason: 'Đã xác minh' };
    expect(await api.decide(POLICE, id, body)).toMatchObject({ statusCode: 202 });
    expect(await api.replies.get('police', api.sentReplies[0]?.replyId ?? '')).toMatchObject({
      basis: { enterpriseCode: '0101243150', codes: ['R1', 'R2'] },
    });
  });

  it('a repeated decision counts once, and the same decision after another one counts as new', async () => {
    const id = await api.issue(POLICE, '0101243150');
    const replyIdOf = async (outcome: string, headers = {}) => {
      const answer = await api.decide(POLICE, id, { sequence: 1, outcome }, headers);
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
      instants.push((await api.replies.get('police', replyId))?.takenAt);
    // All decisions have the same millisecond and still keep their order
    expect(instants).toEqual([...instants].sort());
    expect(new Set(instants).size).toBe(3);

    const keyed = await replyIdOf('dismissed', { 'idempotency-key': 'k' });
    expect(await replyIdOf('dismissed', { 'idempotency-key': 'k' })).toBe(keyed);
    expect(await replyIdOf('confirmed')).not.toBe(anew);
    expect(await replyIdOf('dismissed', { 'idempotency-key': 'k' })).toBe(keyed);
    expect(new Set(api.sentReplies.map(({ replyId }) => replyId)).size).toBe(5);
  });

  it('one of two simultaneous decisions under one key is stored, and so is one without the key', async () => {
    const id = await api.issue(VCB, '1');
    const saying = (accountStatus: string) => ({ sequence: 1, outcome: 'acted', accountStatus });
    for (const round of ['a', 'b', 'c', 'd']) {
      const headers = { 'idempotency-key': round };
      const answers = await Promise.all(['1', '2'].map((status) => api.decide(VCB, id, saying(status), headers)));
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([202, 409]);
      const refused = answers[0]?.statusCode === 409 ? '1' : '2';
      expect(await api.decide(VCB, id, saying(refused))).toMatchObject({ statusCode: 202 });
      const last = await api.replies.get('bank#970436', api.sentReplies.at(-1)?.replyId ?? '');
      expect(last?.reply).toMatchObject({ body: { accountStatus: refused } });
    }
  });

  it('none of several simultaneous decisions is lost', async () => {
    const id = await api.issue(VCB, '1');
    const bodies = ['1', '2', '3', '2', '1'].map((accountStatus) => ({
      sequence: 1,
      outcome: 'acted',
      accountStatus,
    }));
    const answers = await Promise.all(bodies.map((body) => api.decide(VCB, id, body)));
    expect(answers.every(({ statusCode }) => statusCode === 202)).toBe(true);
    const kept = await Promise.all(api.sentReplies.map(({ receiver, replyId }) => api.replies.get(receiver, replyId)));
    expect(new Set(kept.map((item) => JSON.stringify(item?.reply))).size).toBe(3);
    expect(new Set(kept.map((item) => item?.takenAt)).size).toBe(
      new Set(api.sentReplies.map(({ replyId }) => replyId)).size,
    );
  });

  it.each([
    [{ date: '2026-03-03' }, 'date_in_future'],
    [{ number: 'x'.repeat(101) }, 'body_unexpected'],
    [{ number: 'hai\ndòng' }, 'body_unexpected'],
    [{ number: ' ' }, 'body_unexpected'],
    [{ authority: '' }, 'body_unexpected'],
  ])('a decision document with %j is refused as %s', async (more, code) => {
    const id = await api.issue(POLICE, '0101243150');
    const decision = { number: '12/QĐ-CSĐT', date: '2026-03-02', ...more };
    const answer = await api.decide(POLICE, id, { sequence: 1, outcome: 'confirmed', decision });
    expect(bodyOf(answer)).toMatchObject({ type: `urn:haukiem:problem:${code}` });
    expect(api.sentReplies).toEqual([]);
  });

  it('a bank cannot make a decision of the police', async () => {
    const [bank, police] = [await api.issue(VCB, '1'), await api.issue(POLICE, '1')];
    expect(await api.decide(VCB, bank, { sequence: 1, outcome: 'dismissed' })).toMatchObject({ statusCode: 400 });
    expect(await api.decide(POLICE, police, { sequence: 1, outcome: 'acted', accountStatus: '1' })).toMatchObject({
      statusCode: 400,
    });
    expect(api.sentReplies).toEqual([]);
  });

  it('a refusal names the broken field and never its content', async () => {
    const id = await api.issue(VCB, '1');
    const answer = await api.decide(VCB, id, {
      sequence: 'SECRET',
      outcome: 'SECRET',
      accountStatus: 'SECRET',
      SECRET: 1,
    });
    expect(bodyOf(answer)['detail']).toMatch(/sequence:\w+.*outcome:\w+.*accountStatus:\w+/u);
    expect(answer.body).not.toContain('SECRET');
    expect(
      await api.call({ method: 'POST', path: `/v1/notices/${id}/decisions`, scope: VCB, body: '{"SECRET' }),
    ).toMatchObject({
      statusCode: 400,
      body: expect.not.stringContaining('SECRET'),
    });
  });
});
