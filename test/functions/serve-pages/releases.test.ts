import { beforeEach, describe, expect, it } from 'vitest';
import type { ProposedRelease } from '#shared/tables/releases.ts';
import { aNotice } from '#test/support/a-notice.ts';
import { assessedCompany } from '#test/support/assessed-company.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';

const proposed = (n: number, more: Partial<ProposedRelease> = {}): ProposedRelease => ({
  noticeId: `notice-${n}`,
  receiver: 'bank#970436',
  subject: `account-${n}`,
  changeId: `change-${n}`,
  act: 'issue',
  level: 'watch',
  accountNumber: `00112233${n}`,
  enterpriseCode: '0101243150',
  needed: 1,
  proposedAt: '2026-01-05T01:00:00.000Z',
  dueOn: '2026-01-06',
  state: 'waiting',
  votes: [],
  revision: 1,
  ...more,
});

describe('the release of notices at the police desk', () => {
  let desks: TestDesks;
  let browser: Browser;
  const propose = (change: ProposedRelease) => desks.releases.write(change, undefined, 2_000_000_000);
  const send = async (own: Browser, pairs: readonly (readonly [string, string])[]) =>
    own.post('/police/releases', [['formToken', await desks.formTokenOf(own)], ...pairs]);

  beforeEach(async () => {
    desks = await testDesks();
    browser = await desks.signedIn(['police'], 'an');
  });

  it('the releases page lists what waits, the earliest due first, and marks what is late', async () => {
    await propose(proposed(1, { dueOn: '2026-01-07' }));
    await propose(proposed(2, { dueOn: '2026-01-02' }));
    const { body = '' } = await browser.get('/police/releases');
    expect(body.indexOf('001122332')).toBeLessThan(body.indexOf('001122331'));
    expect(body).toContain('Quá hạn 02/01/2026');
  });

  it('an officer releases many notices at once, and their banks are notified', async () => {
    for (const n of [1, 2, 3]) await propose(proposed(n));
    const chosen = [1, 3].map((n) => ['change', `notice-${n} change-${n}`] as const);
    expect((await send(browser, [...chosen, ['outcome', 'release']])).statusCode).toBe(303);
    expect(desks.touched).toEqual([1, 3].map((n) => ({ accountRef: `account-${n}`, bank: '970436' })));
    expect(desks.entered).toMatchObject(
      [1, 3].map((n) => ({ kind: 'release-voted', by: 'officer:an', says: { changeId: `change-${n}` } })),
    );
    expect((await desks.releases.waiting()).map(({ noticeId }) => noticeId)).toEqual(['notice-2']);
  });

  it('an officer releases all changes of a view, beyond one page and but for those that are not theirs', async () => {
    for (let n = 1; n <= 60; n += 1) await propose(proposed(n));
    const vote = { officer: 'an', outcome: 'release', at: '2026-01-05T01:00:00.000Z' } as const;
    await propose(proposed(61, { needed: 2, votes: [vote] }));
    await propose(proposed(62, { act: 'withdraw' }));
    const all = (count: string) =>
      send(browser, [
        ['all', count],
        ['what', 'watch'],
        ['outcome', 'release'],
      ]);
    expect((await browser.get('/police/releases?what=watch')).body).toContain('Chọn cả 61 dòng');
    expect((await all('60')).statusCode).toBe(409);
    expect(await desks.releases.waiting()).toHaveLength(62);
    expect((await all('61')).statusCode).toBe(303);
    expect((await desks.releases.waiting()).map(({ noticeId }) => noticeId).sort()).toEqual(['notice-61', 'notice-62']);
  });

  it('a change’s line names its company and why, and opens the whole ring', async () => {
    const members = ['0101243150', '0900000022'].map((enterpriseCode) => ({ enterpriseCode, since: '2025-03-01' }));
    const since = { since: '2025-03-01', registeredFrom: '2025-01-01', registeredTo: '2025-03-01' };
    const network = { members, ties: [], withBadSigns: 2, ...since };
    const finding = { code: 'PASS_THROUGH_AT_ONCE', version: 6, weight: 7, evidence: {}, legalBasis: '', message: '' };
    const content = { name: 'CÔNG TY AN', findings: [finding], network, enterpriseCode: '0101243150' };
    await desks.notices.write(aNotice('police', '0101243150', { content }), undefined);
    await propose(proposed(1));
    await propose(proposed(2, { enterpriseCode: '0900000099' }));
    const { body = '' } = await browser.get('/police/releases');
    for (const text of ['CÔNG TY AN (0101243150)', 'Tiền đi qua tài khoản', '2 doanh nghiệp'])
      expect(body).toContain(text);
    expect((await browser.get('/police/releases?ring=0101243150')).body).toContain('Chờ duyệt trước khi gửi (1)');
  });

  it.each([
    ['nothing', ''],
    ['a space', ' '],
    ['a very long id', 'x'.repeat(5000)],
    ['a notice without its change', 'notice-1'],
  ])('a chosen change that no page offers is refused like one that was replaced: %s', async (_, change) => {
    await propose(proposed(1));
    const form = [['change', 'notice-1 change-1'] as const, ['change', change] as const];
    const { statusCode, body } = await send(browser, [...form, ['outcome', 'release']]);
    expect(statusCode).toBe(409);
    expect(body).toContain('1 dòng đã được duyệt, hoặc nội dung đã đổi');
    expect(desks.touched).toHaveLength(1);
  });

  it('a program releases 500 changes by one call, each with its entry in the log, and one named twice counts once', async () => {
    const all = Array.from({ length: 500 }, (_, n) => n);
    for (const n of all) await propose(proposed(n));
    const change = all.map((n) => `notice-${n} change-${n}`);
    const program = desks.program(['police'], 'an');
    const twice = [...change.slice(0, 499), change[0]];
    expect((await program.post('/police/releases', { change: twice, outcome: 'release' })).statusCode).toBe(200);
    expect((await desks.releases.waiting()).map(({ noticeId }) => noticeId)).toEqual(['notice-499']);
    expect(new Set(desks.entered.map(({ says }) => says['noticeId'])).size).toBe(499);
    expect(desks.touched).toHaveLength(499);
    const more = await program.post('/police/releases', { change: [...change, 'x y'], outcome: 'release' });
    expect(more.statusCode).toBe(400);
  });

  it('nobody alone releases a change that needs two people, nor twice', async () => {
    await propose(proposed(1, { level: 'act', needed: 2 }));
    const form = [['change', 'notice-1 change-1'] as const, ['outcome', 'release'] as const];
    expect((await send(browser, form)).statusCode).toBe(303);
    expect(desks.touched).toEqual([]);
    const again = await send(browser, form);
    expect(again.statusCode).toBe(409);
    expect(again.body).toContain('cần người khác duyệt');
    const other = await desks.signedIn(['police'], 'binh');
    expect((await send(other, form)).statusCode).toBe(303);
    expect(desks.touched).toHaveLength(1);
  });

  it('a refusal needs a reason, and the selection is kept', async () => {
    await propose(proposed(1));
    const form = [['change', 'notice-1 change-1'] as const, ['outcome', 'refuse'] as const];
    const without = await send(browser, form);
    expect(without.statusCode).toBe(422);
    expect(without.body).toContain('Hãy nêu lý do từ chối');
    expect(without.body).toContain('checked');
    expect((await send(browser, [...form, ['reason', 'Đã xác minh: bình thường']])).statusCode).toBe(303);
    expect(await desks.releases.get('notice-1')).toMatchObject({
      state: 'refused',
      votes: [{ officer: 'an', reason: 'Đã xác minh: bình thường' }],
    });
  });

  it.each([
    ['a change that is not there', 'notice-9 change-9'],
    ['a change that was another one', 'notice-1 change-0'],
    ['no change at all', 'x'],
  ])('the releases page takes no vote on %s', async (_, change) => {
    await propose(proposed(1));
    expect(
      (
        await send(browser, [
          ['change', change],
          ['outcome', 'release'],
        ])
      ).statusCode,
    ).toBe(409);
    expect(desks.touched).toEqual([]);
  });

  it.each([['office'], ['bank:970436'], ['province'], ['operator']])(
    'the releases page is closed for %s',
    async (group) => {
      await propose(proposed(1));
      const other = await desks.signedIn([group]);
      expect((await other.get('/police/releases')).statusCode).toBe(404);
      expect(
        (
          await send(other, [
            ['change', 'notice-1 change-1'],
            ['outcome', 'release'],
          ])
        ).statusCode,
      ).toBe(404);
      expect(desks.touched).toEqual([]);
    },
  );

  it('the police desk shows who must release what, and the police are notified once their notice is released', async () => {
    await desks.assessments.record(assessedCompany('0101243150'), 2_000_000_000);
    await propose(proposed(1, { receiver: 'police', subject: '0101243150', accountNumber: '' }));
    const { body = '' } = await browser.get('/police/releases');
    expect(body).toContain('mức xử lý ngay: gửi cần hai người khác nhau duyệt, rút cần một người duyệt.');
    expect(
      (
        await send(browser, [
          ['change', 'notice-1 change-1'],
          ['outcome', 'release'],
        ])
      ).statusCode,
    ).toBe(303);
    expect(desks.renotified).toEqual(['0101243150']);
  });

  it('the withdrawal of a notice to the police says why, and goes on though the company is assessed no longer', async () => {
    const ofPolice = { receiver: 'police', subject: '0101243150', accountNumber: '' };
    await propose(proposed(1, { ...ofPolice, act: 'withdraw', withdrawnBecause: 'not_registered' }));
    const { body = '' } = await browser.get('/police/releases');
    expect(body).toContain('Rút thông báo: Dữ liệu đăng ký của doanh nghiệp đã bị rút lại');
    expect(body).toContain('Chọn doanh nghiệp 0101243150');
    const form = [['change', 'notice-1 change-1'] as const, ['outcome', 'release'] as const];
    expect((await send(browser, form)).statusCode).toBe(303);
    expect(desks.renotified).toEqual(['0101243150']);
  });
});
