import { beforeEach, describe, expect, it } from 'vitest';
import { contentId } from '#shared/runtime/content-id.ts';
import { bodyOf } from '#test/support/http.ts';
import { BIDV, POLICE, receiverApi, receiverNamed, type ReceiverApi, VCB } from '#test/support/receiver-api.ts';

const ASKED = { officer: 'subject-an', at: '2026-03-02T07:30:00.000Z', asks: ['status', 'phone'], dueOn: '2026-03-05' };
const EXPIRES = 2_000_000_000;

describe('what the police ask a bank, by API', () => {
  let api: ReceiverApi;
  let noticeId: string;
  const questionId = contentId(ASKED);
  const ask = (scope: string, id: string, change = {}) =>
    api.caseRecords.ask({ receiver: receiverNamed(scope), noticeId: id }, questionId, { ...ASKED, ...change }, EXPIRES);
  const read = async (scope: string, path: string) => api.call({ path, scope });
  beforeEach(async () => {
    api = await receiverApi();
    noticeId = await api.issue(VCB, 'own');
    await ask(VCB, noticeId);
  });

  it('a bank reads the questions about its notice as sentences, without the officer who asked', async () => {
    const answer = await read(VCB, `/v1/notices/${noticeId}/questions`);
    expect(bodyOf(answer)).toEqual({
      data: [
        {
          questionId,
          noticeId,
          askedAt: ASKED.at,
          asks: [
            { code: 'status', text: 'Trạng thái hiện nay của tài khoản' },
            { code: 'phone', text: 'Số điện thoại, thiết bị đang dùng để giao dịch' },
          ],
          dueOn: '2026-03-05',
        },
      ],
    });
    expect(answer.body).not.toContain('subject-an');
    const silent = await api.issue(VCB, 'not asked about');
    expect(bodyOf(await read(VCB, `/v1/notices/${silent}/questions`))).toEqual({ data: [] });
  });

  it('a request for another bank’s questions gets exactly the answer for a missing notice', async () => {
    const nowhere = await read(BIDV, `/v1/notices/${contentId('nowhere')}/questions`);
    for (const scope of [BIDV, POLICE]) {
      const answer = await read(scope, `/v1/notices/${noticeId}/questions`);
      expect(answer).toMatchObject({ statusCode: 404 });
      expect(answer).toEqual(nowhere);
      expect(bodyOf(await read(scope, '/v1/questions'))).toEqual({ data: [] });
    }
    expect((await api.caseRecords.of(noticeId)).questions[0]?.sentAt).toBeUndefined();
  });

  it('a bank without a webhook finds the questions about all its notices, the latest first', async () => {
    const second = await api.issue(VCB, 'second');
    await ask(VCB, second, { at: '2026-03-02T07:45:00.000Z' });
    await ask(VCB, second, { at: '2025-11-01T07:45:00.000Z' });
    const { data } = bodyOf(await read(VCB, '/v1/questions'));
    expect(data).toMatchObject([{ noticeId: second }, { noticeId }]);
  });

  it('a question is marked as accepted once it was read, and as answered once it was answered', async () => {
    await read(VCB, '/v1/questions');
    api.clock.now = new Date('2026-03-02T09:00:00.000Z');
    await read(VCB, `/v1/notices/${noticeId}/questions`);
    expect((await api.caseRecords.of(noticeId)).questions[0]?.sentAt).toBe('2026-03-02T08:00:00.000Z');
    const said = { sequence: 1, outcome: 'acted', accountStatus: '1', note: 'Tài khoản đang hoạt động' };
    expect(await api.decide(VCB, noticeId, said)).toMatchObject({ statusCode: 202 });
    expect(bodyOf(await read(VCB, '/v1/questions'))).toMatchObject({
      data: [{ answeredAt: '2026-03-02T09:00:00.000Z' }],
    });
    await ask(VCB, noticeId, { at: '2026-03-02T10:00:00.000Z' });
    const { data } = bodyOf(await read(VCB, '/v1/questions')) as { data: object[] };
    expect(data.map((one) => 'answeredAt' in one)).toEqual([false, true]);
  });

  it('reading an expired question does not restore it', async () => {
    await api.caseRecords.markSent({ receiver: 'bank#970436', noticeId }, ASKED, contentId('gone'), ASKED.at);
    expect((await api.caseRecords.of(noticeId)).questions).toHaveLength(1);
    expect(await api.caseRecords.askedOf('bank#970436', '2026-01-01', 50)).toHaveLength(1);
  });
});
