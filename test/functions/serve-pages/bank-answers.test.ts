import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { aNotice } from '#test/support/a-notice.ts';
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
      await form({ outcome: 'acted', accountStatus: '2', observed: '3', recovered: '5.000.000', note: 'Đã rà soát' }),
    );
    expect(answered.statusCode).toBe(303);
    const [, decision] = await Promise.all(
      desks.sentReplies.map(({ replyId }) => desks.replies.get('bank#970436', replyId)),
    );
    expect(decision).toMatchObject({
      officer: 'subject-bank:970436',
      reply: {
        body: { outcome: 'acted', accountStatus: '2', observed: [3], recovered: 5_000_000, note: 'Đã rà soát' },
      },
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

  it('an answer counts at once in the list, and a second one that has not seen it is refused with what was answered', async () => {
    const id = await issue('bank#970436', '0011223344');
    desks.clock.now = new Date('2026-03-05T02:00:00.000Z');
    const clerk = await desks.signedIn(['bank:970436'], 'an');
    const colleague = await desks.signedIn(['bank:970436'], 'binh');
    const send = async (own: typeof clerk, fields: Record<string, string>) => {
      const sent = { formToken: await desks.formTokenOf(own), sequence: '1', accountStatus: '2', ...fields };
      return own.post(`/bank/notices/${id}/decision`, sent);
    };
    expect((await clerk.get('/bank/notices')).body).toContain('Chưa trả lời (1)');
    expect((await send(clerk, { outcome: 'acted', after: '' })).statusCode).toBe(303);
    expect((await clerk.get('/bank/notices')).body).toContain('Chưa trả lời (0)');
    const second = await send(colleague, { outcome: 'rejected', after: '' });
    expect(second.statusCode).toBe(409);
    for (const text of ['Đồng nghiệp vừa ghi', 'Gửi lúc 09:00 ngày 05/03/2026; do đồng nghiệp', 'đã xử lý; tài khoản'])
      expect(second.body).toContain(text);
    expect((await send(clerk, { outcome: 'rejected', after: '' })).body).toContain('Bạn đã ghi một quyết định khác');
    const [, after = ''] = /name="after" value="([^"]+)"/u.exec(second.body ?? '') ?? [];
    expect((await send(colleague, { outcome: 'rejected', after })).statusCode).toBe(303);
    expect(desks.sentReplies).toHaveLength(2);
  });

  it.each([
    [{}, 'Hãy chọn ngân hàng đã làm gì'],
    [{ outcome: 'acted' }, 'Hãy chọn trạng thái tài khoản'],
    [{ outcome: 'frozen', accountStatus: '2' }, 'Biểu mẫu không đúng'],
    [{ outcome: 'acted', accountStatus: '7' }, 'Biểu mẫu không đúng'],
    [{ outcome: 'acted', accountStatus: '2', recovered: 'nhiều' }, 'Hãy ghi số tiền bằng đồng'],
    [{ outcome: 'acted', accountStatus: '2', observed: '99' }, 'Biểu mẫu không đúng'],
  ])('the bank desk returns the form %j with a sentence', async (sent, sentence) => {
    const id = await issue('bank#970436', '0011223344');
    const answer = await browser.post(`/bank/notices/${id}/decision`, await form(sent));
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(sentence);
    expect(desks.sentReplies).toHaveLength(0);
  });

  it('the bank desk answers many notices at once, each in the state that was shown, and all of a view in one step', async () => {
    for (let n = 0; n < 60; n += 1) {
      const notice = aNotice('bank#970436', `00112${String(n).padStart(5, '0')}`, {
        changedAt: '2026-01-04T01:00:00.000Z',
      });
      await desks.notices.write(notice, undefined);
    }
    const answered = { outcome: 'acted', accountStatus: '2', note: 'Đã rà soát' };
    const { body = '' } = await browser.get('/bank/notices');
    const [first = '', second = ''] = [...body.matchAll(/name="notice" value="([^"]+)"/gu)].map(([, value]) => value);
    const post = async (fields: readonly (readonly [string, string])[], more = {}) =>
      browser.post('/bank/answers', [...Object.entries(await form({ ...answered, ...more })), ...fields]);
    expect((await post([])).body).toContain('Hãy chọn ít nhất một dòng');
    expect(
      (
        await post([
          ['notice', first],
          ['notice', second],
        ])
      ).statusCode,
    ).toBe(303);
    expect(desks.sentReplies).toHaveLength(2);
    expect((await post([['all', '60']])).statusCode).toBe(409);
    expect((await post([['all', '58']])).statusCode).toBe(303);
    expect(desks.sentReplies).toHaveLength(60);
    expect((await browser.get('/bank/notices?level=open')).body).toContain('Chưa trả lời (0)');
    const late = await post([['notice', first]], { outcome: 'rejected' });
    expect(late).toMatchObject({ statusCode: 409, body: expect.stringContaining('1 thông báo chưa gửi được') });
  });

  it('what a clerk searched for stays the view that is answered, shown again and taken as a workbook', async () => {
    for (const account of ['0011223344', '0011229999', '0099993344']) await issue('bank#970436', account);
    const { headers } = await browser.post('/bank/notices', await form({ find: '3344' }));
    const search = new URL(String(headers?.['location']), 'https://desk.example').searchParams.get('search') ?? '';
    const { body = '' } = await browser.get(`/bank/notices-file?search=${search}`);
    const sheet = strFromU8(unzipSync(Buffer.from(body, 'base64'))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet.match(/00\d{8}/gu)?.sort()).toEqual(['0011223344', '0099993344']);
    const answer = { search, outcome: 'acted', accountStatus: '2' };
    const refused = await browser.post('/bank/answers', await form({ ...answer, outcome: '', all: '2' }));
    expect([refused.statusCode, refused.body?.includes('0011229999')]).toEqual([422, false]);
    const { statusCode } = await browser.post('/bank/answers', await form({ ...answer, all: '2' }));
    expect([statusCode, desks.sentReplies.length]).toEqual([303, 2]);
  });

  it('the bank desk’s view is taken as a workbook with reasons in words, and the log knows it', async () => {
    await issue('bank#970436', '0011223344');
    const { headers, body = '' } = await browser.get('/bank/notices-file?level=open');
    expect(headers?.['content-disposition']).toContain('.xlsx');
    const sheet = strFromU8(unzipSync(Buffer.from(body, 'base64'))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    for (const text of ['0011223344', 'Trong danh sách cảnh báo của cơ quan có thẩm quyền (mã 5)'])
      expect(sheet).toContain(text);
    expect(desks.entered.at(-1)).toMatchObject({ kind: 'data-read', says: { what: 'export' } });
  });
});
