import { beforeEach, describe, expect, it } from 'vitest';
import { bodyOf } from '#test/support/http.ts';
import { BIDV, receiverApi, type ReceiverApi, VCB } from '#test/support/receiver-api.ts';

describe('a receiver’s own replies and test events', () => {
  let api: ReceiverApi;
  beforeEach(async () => {
    api = await receiverApi();
  });
  const read = (scope: string, replyId: string) => api.call({ method: 'GET', path: `/v1/replies/${replyId}`, scope });

  it('a receiver reads its own replies as they were stored, with the time since which they count', async () => {
    const id = await api.issue(VCB, '1');
    const replyId = String(bodyOf(await api.acknowledge(VCB, id, 1))['replyId']);
    const kept = { replyId, reply: { kind: 'acknowledgement', noticeId: id, body: { sequence: 1 } } };
    expect(bodyOf(await read(VCB, replyId))).toMatchObject(kept);
    expect(bodyOf(await read(VCB, replyId))).not.toHaveProperty('actedOnAt');
    await api.replies.markActedOn('bank#970436', replyId, '2026-03-02T08:00:01.000Z');
    await api.replies.markActedOn('bank#970436', replyId, '2026-03-02T09:00:00.000Z');
    expect(bodyOf(await read(VCB, replyId))).toMatchObject({ ...kept, actedOnAt: '2026-03-02T08:00:01.000Z' });
  });

  it('a receiver gets no other receiver’s reply, and none under another id', async () => {
    const id = await api.issue(VCB, '1');
    const replyId = String(bodyOf(await api.acknowledge(VCB, id, 1))['replyId']);
    expect((await read(BIDV, replyId)).statusCode).toBe(404);
    for (const other of ['x', `last%23${id}`, 'q3rT0uYw1xZ2aB4cD6eF8g']) {
      expect((await read(VCB, other)).statusCode).toBe(404);
    }
  });

  it('a receiver asks for a test event of its own endpoint alone', async () => {
    const answer = await api.call({
      method: 'POST',
      path: '/v1/test-events',
      scope: VCB,
      body: { receiver: 'police' },
    });
    expect(answer.statusCode).toBe(202);
    expect(api.testEvents).toEqual([{ receiver: 'bank#970436', testEventId: bodyOf(answer)['testEventId'] }]);
  });
});
