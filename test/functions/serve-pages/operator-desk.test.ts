import { beforeEach, describe, expect, it } from 'vitest';
import { provinceProfileOf } from '#shared/domain/risk/province/province-profile.ts';
import { monthOf } from '#shared/domain/drops/vanished-rows.ts';
import { storeDrop } from '#test/support/a-drop.ts';
import { aNotice } from '#test/support/a-notice.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';

const QUEUE = 'haukiem-prod-due-deliveries';

describe('the operator’s desk', () => {
  let desks: TestDesks;
  let browser: Browser;
  beforeEach(async () => {
    desks = await testDesks();
    browser = await desks.signedIn(['operator'], 'operator-1');
    desks.queueCounts.push(
      { queue: QUEUE, waiting: 1200, inFlight: 3, dead: 2 },
      { queue: 'haukiem-prod-companies', waiting: 0, inFlight: 0, dead: 0 },
    );
  });
  const ask = async (form: Record<string, string>) =>
    browser.post('/operator/tasks', { formToken: await desks.formTokenOf(browser), ...form });

  it('the operator’s desk shows each queue with waiting messages, dead letters, and parked messages with reason and advice', async () => {
    const parkedAt = '2026-01-04T02:00:00.000Z';
    const parked = { queue: QUEUE, messageId: 'm1', body: '{"enterpriseCode":"0900000013"}', parkedAt };
    const household = { queue: QUEUE, messageId: 'm2', body: '{"enterpriseCode":"033085001234"}', parkedAt };
    const file = {
      queue: QUEUE,
      messageId: 'm3',
      parkedAt,
      body: '{"bucket":"b","key":"accounts/970436/a.xlsx","version":"1"}',
    };
    for (const one of [household, file]) await desks.parked.park({ ...one, why: 'object_gone' });
    await desks.parked.park({ ...parked, why: 'message_unreadable: reason:invalid_value' });
    const { body = '' } = await browser.get('/operator/system');
    expect(body).toContain('Hẹn giờ gửi lại');
    expect(body).toContain('1.200');
    expect(body).toContain('thông điệp không đúng mẫu');
    expect(body).toContain('doanh nghiệp 0900000013');
    for (const text of ['(phần reason)', 'tệp accounts/970436/a.xlsx', 'value="discard-parked"'])
      expect(body).toContain(text);
    expect(body).not.toMatch(/invalid_value|033085001234/u);
    expect(body.match(/value="move-dead-letters"/gu)).toHaveLength(1);
  });

  it('the operator’s desk names each sender on whom more companies than usual lean', async () => {
    expect((await browser.get('/operator/system')).body).toContain('Không nơi gửi nào');
    const doubted = [
      { sender: '970436', count: 1305 },
      { sender: 'tax', count: 14 },
    ];
    await desks.files.writeProfile({ ...provinceProfileOf([], { signals: {} }), doubted }, undefined);
    const { body = '' } = await browser.get('/operator/system');
    for (const text of ['Vietcombank', '1.305', 'cơ quan thuế', '14']) expect(body).toContain(text);
  });

  it('the operator’s desk says what a sender’s rows have no more, and since when', async () => {
    const months = (count: number) => Array.from({ length: count }, (_, n) => monthOf('2025-01') + n);
    const rows = { flows: months(12), 'flows/debit': months(6) };
    await storeDrop(desks.files, { feed: 'accounts', file: '970436/a.csv', months: rows });
    const { body = '' } = await browser.get('/operator/system');
    const said = 'Cột “Tổng ghi nợ” của dòng tiền có đều đến tháng 6/2025';
    expect(body).toContain(`accounts/970436: ${said}`);
    const atBank = async (bank: string) => (await (await desks.signedIn([bank], 'clerk')).get('/bank/notices')).body;
    expect(await atBank('bank:970436')).toContain(said);
    expect(await atBank('bank:970418')).not.toContain(said);
  });

  it('the operator’s desk sends a task once, with the operator in the log', async () => {
    const asked = await ask({ task: 'replay-parked', queue: QUEUE });
    expect(asked).toMatchObject({ statusCode: 303, headers: { location: '/operator/system?asked=yes' } });
    expect(desks.operatorTasks).toEqual([{ task: 'replay-parked', queue: QUEUE }]);
    expect(desks.entered).toMatchObject([{ kind: 'operator-acted', by: 'officer:operator-1' }]);
    expect((await browser.get('/operator/system?asked=yes')).body).toContain('Đã giao việc');
  });

  it('the operator’s desk drops each chosen message, and the log has an entry for each', async () => {
    const parkedAt = '2026-01-04T02:00:00.000Z';
    const answer = await browser.post('/operator/tasks', [
      ['formToken', await desks.formTokenOf(browser)],
      ['task', 'discard-parked'],
      ['queue', QUEUE],
      ['because', 'not_needed'],
      ['message', `m1 ${parkedAt}`],
      ['message', `m2 ${parkedAt}`],
    ]);
    expect(answer.statusCode).toBe(303);
    const tasks = ['m1', 'm2'].map((messageId) => ({
      task: 'discard-parked',
      queue: QUEUE,
      messageId,
      parkedAt,
      because: 'not_needed',
    }));
    expect(desks.operatorTasks).toEqual(tasks);
    expect(desks.entered.map(({ says }) => says)).toEqual(tasks);
  });

  it.each([
    [{ task: 'drop-tables' }],
    [{ task: 'replay-parked' }],
    [{ task: 'replay-parked', queue: '../other' }],
    [{ task: 'discard-parked', queue: QUEUE, messageId: 'm1', parkedAt: '2026-01-04T02:00:00.000Z' }],
    [{ task: 'replay-parked', queue: QUEUE, receiver: 'police' }],
    [{ task: 'redrive-receiver', receiver: 'somebody' }],
  ])('the operator’s desk refuses %j', async (form) => {
    expect(await ask(form)).toMatchObject({ statusCode: 404 });
    expect(desks.operatorTasks).toEqual([]);
  });

  it('the operator’s desk lists receivers that do not answer: a silent endpoint and an unregistered bank', async () => {
    await desks.receivers.register({
      receiver: 'bank#970436',
      mode: 'push',
      url: 'https://vcb.example',
      secretArn: 'arn',
    });
    await desks.receivers.acquire('bank#970436', 'me', desks.clock.now, '2026-01-06T00:00:00.000Z');
    const health = { failures: 9, pausedSince: '2026-01-03T02:00:00.000Z' };
    await desks.receivers.release('bank#970436', 'me', health);
    const issuedAt = '2025-12-20T02:00:00.000Z';
    await desks.notices.write(aNotice('bank#970418', '1', { issuedAt, changedAt: issuedAt }), undefined);
    const { body = '' } = await browser.get('/operator/receivers');
    expect(body).toContain('không trả lời từ 03/01/2026');
    expect(body).toContain('chưa đăng ký');
    expect(body).toContain('20/12/2025');
    expect(await ask({ task: 'redrive-receiver', receiver: 'bank#970418' })).toMatchObject({
      headers: { location: '/operator/receivers?asked=yes' },
    });
  });

  it('a session at the operator’s desk ends after five minutes without activity', async () => {
    const later = (seconds: number) => (desks.clock.now = new Date(desks.clock.now.getTime() + seconds * 1000));
    later(299);
    expect((await browser.get('/operator/system')).statusCode).toBe(200);
    later(301);
    expect(await browser.get('/operator/system')).toMatchObject({ statusCode: 303 });
  });
});
