import { noticeIdOf } from '#shared/tables/notices.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { NEW_KEYS } from '#test/support/signing-keys.ts';
import { aNotice, type NoticeChange } from '#test/support/a-notice.ts';
import { bankDesk, type BankDesk } from '#test/support/desks/bank-desk.ts';

describe('the bank desk', () => {
  let desks: BankDesk['desks'];
  let browser: BankDesk['browser'];
  let issue: BankDesk['issue'];
  let form: BankDesk['form'];

  beforeEach(async () => {
    ({ desks, browser, issue, form } = await bankDesk());
  });

  it('the bank desk shows a bank only its own notices', async () => {
    const own = await issue('bank#970436', '0011223344');
    const other = await issue('bank#970418', '5566778899');
    const { body = '' } = await browser.get('/bank/notices');
    expect(body).toContain('0011223344');
    expect(body).not.toContain('5566778899');
    expect((await browser.get(`/bank/notices/${own}`)).body).toContain('Đề nghị rà soát');
    expect((await browser.get(`/bank/notices/${other}`)).statusCode).toBe(404);
    const forged = await form({ outcome: 'acted', accountStatus: '2' });
    expect((await browser.post(`/bank/notices/${other}/decision`, forged)).statusCode).toBe(404);
    expect(desks.sentReplies).toHaveLength(0);
  });

  it('the bank desk finds notices by an account, its last digits or a company, however the number was copied', async () => {
    for (let n = 0; n < 120; n += 1) {
      const notice = aNotice('bank#970436', `00112${String(n).padStart(7, '0')}`);
      if (notice.receiver === 'police' || notice.state !== 'in_force') throw new Error('not a bank’s');
      const enterpriseCode = n % 2 === 0 ? '0900000011' : '0900000022';
      await desks.notices.write({ ...notice, content: { ...notice.content, enterpriseCode } }, undefined);
    }
    const find = async (text: string) => {
      const { statusCode, headers } = await browser.post('/bank/notices', await form({ find: text }));
      expect(statusCode).toBe(303);
      const address = String(headers?.['location']);
      expect(address).not.toContain(text);
      return { address, body: (await browser.get(address)).body ?? '' };
    };
    const rowsOf = (body = '') =>
      [...body.matchAll(/href="[/]bank[/]notices[/][^"?]+">\s*(\d+)/gu)].map(([, row]) => row);
    const whole = ['001120000077', '0011.2000.0077', '001 120 000 077', '1120000077', '0001120000077'];
    const among = ["'001120000077", 'STK: 001120000077', '001120000077 VCB', '970436 001120000077', '0011-2000-0077,'];
    for (const text of ['00077', ...whole, ...among])
      expect(rowsOf((await find(text)).body), text).toEqual(['001120000077']);
    expect(rowsOf((await find('20000077')).body)).toEqual(['001120000077']);
    expect(rowsOf((await find('12000007')).body)).toHaveLength(10);
    const { address, body } = await find('0900000011');
    expect(rowsOf((await browser.get(`${address}&page=2`)).body)).toHaveLength(10);
    expect(body).toContain(`${address}&amp;page=2`);
    expect(rowsOf((await find('900000011')).body)).toHaveLength(50);
    expect((await find('9999')).body).toContain('Không có thông báo nào về tài khoản');
    expect((await find('số lạ')).body).toContain('Hãy ghi số tài khoản');
    const other = await desks.signedIn(['bank:970436'], 'another');
    expect(rowsOf((await other.get(address)).body)).toHaveLength(50);
  });

  it('the title of a notice’s page masks the account, because a browser keeps titles after the person signed out', async () => {
    const id = await issue('bank#970436', '0011223344');
    const { body = '' } = await browser.get(`/bank/notices/${id}`);
    expect(/<title>(.*)<[/]title>/u.exec(body)?.[1]).toBe('Tài khoản ****3344 – Hậu kiểm');
  });

  it('the bank desk lists the police’s questions to the bank until it has answered, and no other bank’s', async () => {
    const id = await issue('bank#970436', '0011223344');
    const other = await issue('bank#970418', '5566778899');
    const asked = { officer: 'an', at: '2026-01-05T01:00:00.000Z', asks: ['flows'], dueOn: '2026-01-08' };
    await desks.caseRecords.ask({ receiver: 'bank#970436', noticeId: id }, 'q1', asked, 2_000_000_000);
    await desks.caseRecords.ask({ receiver: 'bank#970418', noticeId: other }, 'q2', asked, 2_000_000_000);
    const { body = '' } = await browser.get('/bank/notices');
    expect(body).toContain('Cơ quan Công an hỏi, chưa trả lời (1)');
    expect(body).toContain('Tổng tiền vào, tiền ra của sáu tháng gần nhất');
    expect(body).toContain('08/01/2026');
    await browser.post(`/bank/notices/${id}/decision`, await form({ outcome: 'acted', accountStatus: '2' }));
    expect((await browser.get('/bank/notices')).body).not.toContain('Cơ quan Công an hỏi');
  });

  it('the bank desk objects to a notice once, and shows that it waits', async () => {
    const id = await issue('bank#970436', '0011223344');
    const reason = 'Khách hàng đã nộp hợp đồng và hóa đơn';
    const page = `/bank/notices/${id}`;
    expect((await browser.post(`${page}/review`, await form({ objection: ' ' }))).body).toContain('Hãy nêu lý do');
    expect((await browser.post(`${page}/review`, await form({ objection: reason }))).statusCode).toBe(303);
    const replyId = desks.sentReplies[0]?.replyId ?? '';
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

  it('a group that the provider names twice is the same bank', async () => {
    const twice = await desks.signedIn(['bank:970436', 'bank:970436']);
    expect((await twice.get('/bank/notices')).statusCode).toBe(200);
  });

  it('a person who works for two banks at once is shown nothing', async () => {
    const both = await desks.signedIn(['bank:970436', 'bank:970418']);
    expect((await both.get('/bank/notices')).statusCode).toBe(500);
  });

  it('the bank desk filters its list by level and by what is unanswered, and sorts it by age', async () => {
    const write = async (subject: string, more: NoticeChange) =>
      desks.notices.write(aNotice('bank#970436', subject, more), undefined);
    await write('1000000001', { issuedAt: '2026-01-03T00:00:00.000Z' });
    await write('1000000002', { issuedAt: '2026-01-01T00:00:00.000Z', handlingStatus: 'acted' });
    await write('1000000003', { issuedAt: '2026-01-02T00:00:00.000Z' });
    const numbers = async (query: string) =>
      [...((await browser.get(`/bank/notices?${query}`)).body ?? '').matchAll(/>\s*100000000(\d)/gu)].map(([, n]) => n);
    expect(await numbers('sort=age')).toEqual(['2', '3', '1']);
    expect(await numbers('level=open&sort=age')).toEqual(['3', '1']);
    expect(await numbers('level=act')).toEqual([]);
    expect(await numbers('level=constructor&sort=__proto__')).toEqual(['2', '3', '1']);
  });

  it('the bank desk shows by when a notice must be acknowledged and answered, and which is late', async () => {
    const at = (account: string, change: NoticeChange) =>
      desks.notices.write(aNotice('bank#970436', account, change), undefined);
    await at('a1', { issuedAt: '2026-01-04T17:00:00.000Z' });
    await at('a2', { issuedAt: '2025-12-01T01:00:00.000Z' });
    await at('a3', { issuedAt: '2025-12-30T01:00:00.000Z', handlingStatus: 'acknowledged' });
    await at('a4', { issuedAt: '2025-11-03T01:00:00.000Z', handlingStatus: 'acted' });
    const { body = '' } = await browser.get('/bank/notices');
    // 17:00 UTC is the next day in Việt Nam
    expect(body).toContain('đến 08/01/2026');
    expect(body).toContain('Quá hạn 04/12/2025');
    expect(body).toContain('đến 29/01/2026');
    expect(body.match(/đến \d|Quá hạn/gu)).toHaveLength(3);
  });

  it('the bank desk reports an account of its own bank alone, as the API takes it', async () => {
    const report = { accountNumber: '0011002233445', code: '8', reason: 'Rút tiền ngay sau khi nhận', on: '4/1/2026' };
    expect(await browser.post('/bank/report', await form(report))).toMatchObject({
      statusCode: 303,
      headers: { location: '/bank/report?reported=yes' },
    });
    expect(await desks.replies.get('bank#970436', desks.sentReplies[0]?.replyId ?? '')).toMatchObject({
      officer: 'subject-bank:970436',
      reply: { kind: 'suspicious-account', body: { bank: '970436', code: 8, on: '2026-01-04' } },
    });
    const foreign = await browser.post('/bank/report', await form({ ...report, bank: '970418' }));
    expect(foreign.statusCode).toBe(303);
    expect(new Set(desks.sentReplies.map(({ replyId }) => replyId)).size).toBe(1);
  });

  it.each([
    [{ code: '' }, 'Hãy chọn mã nghi ngờ'],
    [{ reason: ' ' }, 'Mã 8 cần nêu lý do'],
    [{ on: '31/02/2026' }, 'Hãy nhập ngày'],
    [{ on: '6/1/2026' }, 'Ngày chưa đến'],
    [{ until: '1/1/2026' }, 'trước ngày bắt đầu'],
    [{ code: '9' }, 'Biểu mẫu không đúng'],
    [{ accountNumber: '4111111111111111' }, 'số thẻ'],
    [{ accountNumber: 'x' }, 'không đọc được'],
  ])('the bank desk shows a report with %j again with a sentence and the typed values', async (wrong, sentence) => {
    const report = { accountNumber: '0011002233445', code: '8', reason: 'Rút ngay', on: '4/1/2026', ...wrong };
    const answer = await browser.post('/bank/report', await form(report));
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.body).toContain(sentence);
    expect(answer.body).toContain(`value="${report.accountNumber}"`);
    expect(desks.sentReplies).toEqual([]);
  });

  it('the bank desk lists and links the bank’s own recently withdrawn notices', async () => {
    const gone = (bank: string, account: string, changedAt: string) =>
      aNotice(bank, account, { state: 'withdrawn', sequence: 2, changedAt });
    for (const notice of [
      gone('bank#970436', '0011000001', '2026-01-04T02:00:00.000Z'),
      gone('bank#970436', '0011000002', '2025-10-01T02:00:00.000Z'),
      gone('bank#970418', '0011000003', '2026-01-04T02:00:00.000Z'),
    ])
      await desks.notices.write(notice, undefined);
    const { body = '' } = await browser.get('/bank/notices');
    expect(body).toContain('Mới rút hoặc hết hạn');
    expect(body).toContain(`/bank/notices/${noticeIdOf('bank#970436', '0011000001')}`);
    for (const account of ['0011000002', '0011000003']) expect(body).not.toContain(account);
  });

  it('the bank desk tests its webhook and changes its key, which only the answers to the form show', async () => {
    expect((await browser.get('/bank/connection')).body).toContain('chưa đăng ký địa chỉ nhận');
    expect((await browser.post('/bank/connection/key', await form({}))).statusCode).toBe(409);
    const endpoint = { mode: 'push', url: 'https://vcb.example/hook', secretArn: 'arn-vcb' } as const;
    await desks.receivers.register({ receiver: 'bank#970436', ...endpoint });
    const tested = await browser.post('/bank/connection/test', await form({}));
    expect(desks.testEvents).toEqual([{ receiver: 'bank#970436', testEventId: 'q3rT0uYw1xZ2aB4cD6eF8g' }]);
    expect((await browser.get(String(tested.headers?.['location']))).body).toContain('q3rT0uYw1xZ2aB4cD6eF8g');
    const changed = await browser.post('/bank/connection/key', await form({}));
    expect(changed.body).toContain(NEW_KEYS[0]);
    expect((await browser.post('/bank/connection/key', await form({}))).body).toContain(NEW_KEYS[0]);
    expect(desks.keys.map(([arn]) => arn)).toEqual(['arn-vcb']);
    expect(desks.entered).toContainEqual(
      expect.objectContaining({ kind: 'key-rotated', says: { receiver: 'bank#970436', of: 'webhook' } }),
    );
    expect(JSON.stringify(desks.entered)).not.toContain('whsec_');
    expect((await browser.get('/bank/connection')).body).not.toContain('whsec_');
  });

  it('the bank desk shows each delivery with its attempts, also of withdrawn notices', async () => {
    const id = await issue('bank#970436', '0011223344');
    const at = '2026-01-05T01:00:00.000Z';
    const tried = [
      { sequence: 1, at, outcome: 'answered', status: 503 },
      { sequence: 1, at: '2026-01-05T01:00:05.000Z', outcome: 'delivered', status: 200 },
    ] as const;
    const delivery = { receiver: 'bank#970436', noticeId: id, sequence: 1, changedAt: at, state: 'delivered' } as const;
    await desks.deliveries.write({ ...delivery, attempts: 2, resends: 0, since: at, tried }, undefined);
    await desks.notices.write(aNotice('bank#970436', '5566778899', { state: 'withdrawn' }), undefined);
    const { body = '' } = await browser.get('/bank/connection');
    expect(body).toContain('đã nhận (HTTP 200)');
    expect(body).toContain('đã rút');
    const notice = (await browser.get(`/bank/notices/${id}`)).body ?? '';
    expect(notice).toContain('trả lời lỗi (HTTP 503)');
    expect(notice).toContain('08:00:05');
  });
});
