import { beforeEach, describe, expect, it } from 'vitest';
import { aNotice } from '#test/support/a-notice.ts';
import { type Browser, testDesks, type TestDesks } from '#test/support/desks.ts';

describe('the bank desk', () => {
  let desks: TestDesks;
  let browser: Browser;
  const issue = async (receiver: string, subject: string) => {
    const notice = aNotice(receiver, subject);
    await desks.notices.write(notice, undefined);
    return notice.noticeId;
  };
  const form = async (more: Record<string, string>) => ({
    formToken: await desks.formTokenOf(browser),
    sequence: '1',
    ...more,
  });

  beforeEach(async () => {
    desks = await testDesks();
    browser = await desks.signedIn(['bank:970436']);
  });

  it('the bank desk shows a bank its own notices and nobody else’s', async () => {
    const own = await issue('bank#970436', '0011223344');
    const other = await issue('bank#970418', '5566778899');
    const { body = '' } = await browser.get('/bank/notices');
    expect(body).toContain('0011223344');
    expect(body).not.toContain('5566778899');
    expect((await browser.get(`/bank/notices/${own}`)).body).toContain('Đề nghị rà soát');
    expect((await browser.get(`/bank/notices/${other}`)).statusCode).toBe(404);
    const forged = await form({ outcome: 'acted', accountStatus: '2' });
    expect((await browser.post(`/bank/notices/${other}/decision`, forged)).statusCode).toBe(404);
    expect(desks.told).toHaveLength(0);
  });

  it('the bank desk acknowledges a notice, and takes in what the bank did and saw', async () => {
    const id = await issue('bank#970436', '0011223344');
    expect((await browser.post(`/bank/notices/${id}/acknowledgement`, await form({}))).statusCode).toBe(303);
    const answered = await browser.post(
      `/bank/notices/${id}/decision`,
      await form({ outcome: 'acted', accountStatus: '2', observed: '3', note: 'Đã rà soát' }),
    );
    expect(answered.statusCode).toBe(303);
    const [, decision] = await Promise.all(desks.told.map(({ replyId }) => desks.replies.get('bank#970436', replyId)));
    expect(decision).toMatchObject({
      officer: 'subject-bank:970436',
      reply: { body: { outcome: 'acted', accountStatus: '2', observed: [3], note: 'Đã rà soát' } },
    });
  });

  it('objects to a notice once, and shows that it waits', async () => {
    const id = await issue('bank#970436', '0011223344');
    const reason = 'Khách hàng đã nộp hợp đồng và hóa đơn';
    const page = `/bank/notices/${id}`;
    expect((await browser.post(`${page}/review`, await form({ objection: ' ' }))).body).toContain('Hãy nêu lý do');
    expect((await browser.post(`${page}/review`, await form({ objection: reason }))).statusCode).toBe(303);
    const replyId = desks.told[0]?.replyId ?? '';
    expect(await desks.replies.get('bank#970436', replyId)).toMatchObject({
      reply: { kind: 'review-request', body: { sequence: 1, reason } },
    });
    const review = { noticeId: id, reviewId: replyId, askedBy: 'bank#970436', sequence: 1, reason };
    const waiting = { ...review, askedAt: '2026-01-05T02:00:00.000Z', dueOn: '2026-01-19', state: 'waiting' } as const;
    await desks.reviews.write({ ...waiting, revision: 1 }, undefined);
    const { body } = await browser.get(page);
    expect(body).toContain('Đang xem lại');
    expect(body).not.toContain('Gửi đề nghị xem lại');
    const again = await browser.post(`${page}/review`, await form({ objection: 'Lý do khác' }));
    expect(again).toMatchObject({ statusCode: 409, body: expect.stringContaining('đang chờ') });
  });

  it.each([
    [{}, 'Hãy chọn ngân hàng đã làm gì'],
    [{ outcome: 'acted' }, 'Hãy chọn trạng thái tài khoản'],
    [{ outcome: 'frozen', accountStatus: '2' }, 'Biểu mẫu không đúng'],
    [{ outcome: 'acted', accountStatus: '7' }, 'Biểu mẫu không đúng'],
    [{ outcome: 'acted', accountStatus: '2', observed: '99' }, 'Biểu mẫu không đúng'],
  ])('the bank desk returns the form %j with a sentence', async (sent, sentence) => {
    const id = await issue('bank#970436', '0011223344');
    const answer = await browser.post(`/bank/notices/${id}/decision`, await form(sent));
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(sentence);
    expect(desks.told).toHaveLength(0);
  });

  it('a person who works for two banks at once is shown nothing', async () => {
    const both = await desks.signedIn(['bank:970436', 'bank:970418']);
    expect((await both.get('/bank/notices')).statusCode).toBe(500);
  });
});
