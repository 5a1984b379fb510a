import { beforeEach, describe, expect, it } from 'vitest';
import { bankDesk, type BankDesk } from '#test/support/desks/bank-desk.ts';

describe('a bank’s answer to a notice', () => {
  let desks: BankDesk['desks'];
  let browser: BankDesk['browser'];
  let issue: BankDesk['issue'];
  let form: BankDesk['form'];

  beforeEach(async () => {
    ({ desks, browser, issue, form } = await bankDesk());
  });

  it('the bank desk acknowledges a notice, and stores the bank’s decision and observations', async () => {
    const id = await issue('bank#970436', '0011223344');
    expect((await browser.post(`/bank/notices/${id}/acknowledgement`, await form({}))).statusCode).toBe(303);
    const answered = await browser.post(
      `/bank/notices/${id}/decision`,
      await form({ outcome: 'acted', accountStatus: '2', observed: '3', note: 'Đã rà soát' }),
    );
    expect(answered.statusCode).toBe(303);
    const [, decision] = await Promise.all(
      desks.sentReplies.map(({ replyId }) => desks.replies.get('bank#970436', replyId)),
    );
    expect(decision).toMatchObject({
      officer: 'subject-bank:970436',
      reply: { body: { outcome: 'acted', accountStatus: '2', observed: [3], note: 'Đã rà soát' } },
    });
  });

  it('the bank desk says that an answer was sent, shows it, and no longer asks for an acknowledgement', async () => {
    const id = await issue('bank#970436', '0011223344');
    const before = (await browser.get(`/bank/notices/${id}`)).body ?? '';
    expect(before).toContain('Xác nhận đã nhận');
    const sent = await form({ outcome: 'rejected', accountStatus: '1', note: 'Khách có hóa đơn' });
    const { headers = {} } = await browser.post(`/bank/notices/${id}/decision`, sent);
    const { body } = await browser.get(String(headers['location']));
    expect(body).toContain('Đã gửi kết quả xử lý.');
    expect(body).toContain('05/01/2026: không thấy dấu hiệu; tài khoản đang hoạt động.');
    expect(body).toContain('“Khách có hóa đơn”');
    const notice = await desks.notices.get('bank#970436', id);
    if (notice) await desks.notices.write({ ...notice, handlingStatus: 'rejected' }, notice);
    expect((await browser.get(`/bank/notices/${id}`)).body).not.toContain('Xác nhận đã nhận');
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
    expect(desks.sentReplies).toHaveLength(0);
  });
});
