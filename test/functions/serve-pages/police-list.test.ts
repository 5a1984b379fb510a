import { beforeEach, describe, expect, it } from 'vitest';
import { foundByText } from '#shared/domain/vietnamese/search/found-by.ts';
import { assessedCompany } from '#test/support/assessed-company.ts';
import { aNotice, type NoticeChange } from '#test/support/a-notice.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';

describe('the police’s list of cases', () => {
  let desks: TestDesks;
  let browser: Browser;
  const issue = async (subject: string, change: NoticeChange = {}) => {
    const notice = aNotice('police', subject, change);
    await desks.notices.write(notice, undefined);
    return notice.noticeId;
  };

  beforeEach(async () => {
    desks = await testDesks();
    browser = await desks.signedIn(['police']);
  });

  it('the police desk lists the cases in force, the highest score first unless another order is asked for', async () => {
    await issue('1', { content: { name: 'CÔNG TY AN', score: 61 }, changedAt: '2026-03-03T00:00:00.000Z' });
    await issue('2', { content: { name: 'CÔNG TY BÌNH', score: 97 }, changedAt: '2026-03-02T00:00:00.000Z' });
    await issue('3', { content: { name: 'CÔNG TY CHI', score: 99 }, state: 'withdrawn' });
    const namesIn = (body = '') => [...body.matchAll(/>(CÔNG TY \p{L}+)/gu)].map(([, name]) => name);
    expect(namesIn((await browser.get('/police/cases')).body)).toEqual(['CÔNG TY BÌNH', 'CÔNG TY AN']);
    expect(namesIn((await browser.get('/police/cases?sort=changed')).body)).toEqual(['CÔNG TY AN', 'CÔNG TY BÌNH']);
    expect(namesIn((await browser.get('/police/cases?sort=constructor&page=999')).body)).toHaveLength(2);
  });

  it('the menu says on every page how many cases wait, and counts anew when somebody has done something', async () => {
    await issue('1');
    await issue('2', { handlingStatus: 'acted' });
    const counted = async () =>
      /Vụ việc<\/a><span class="desk-menu__count">(\d+)</u.exec((await browser.get('/police/search')).body ?? '')?.[1];
    expect(await counted()).toBe('1');
    await issue('3');
    expect(await counted()).toBe('1');
    await browser.post('/police/cases', { formToken: await desks.formTokenOf(browser) });
    expect(await counted()).toBe('2');
  });

  it('a page is shown without the counts that could not be read, and the next one has them', async () => {
    await issue('1');
    const { open } = desks.notices;
    desks.notices.open = async () => {
      throw new Error('throttled');
    };
    const first = await browser.get('/police/search');
    expect([first.statusCode, first.body?.includes('desk-menu__count')]).toEqual([200, false]);
    desks.notices.open = open;
    expect((await browser.get('/police/search')).body).toContain('desk-menu__count');
  });

  it('each link of the police desk’s list shows as many cases as it counts', async () => {
    await issue('1', { content: { name: 'CÔNG TY AN', score: 61 } });
    await issue('2', { content: { name: 'CÔNG TY BÌNH', score: 97 }, handlingStatus: 'acted' });
    await issue('3', { content: { name: 'CÔNG TY CHI', score: 99 } });
    const { body = '' } = await browser.get('/police/cases');
    const links = [...body.matchAll(/<li><a class="govuk-link" href="([^"]+)"[^>]*>[^<]+ \((\d+)\)</gu)];
    expect(links.slice(0, 3).map(([, , count]) => count)).toEqual(['2', '1', '3']);
    expect(links.length).toBeGreaterThan(4);
    for (const [, href = '', count] of links) {
      const page = await browser.get(href.replaceAll('&amp;', '&'));
      expect(page.body).toContain(`Vụ việc (${count})`);
    }
  });

  it('the police desk’s list starts with what runs out, then what is at stake, and says why, with whom and when', async () => {
    const passing = (credit: number) => ({
      code: 'PASS_THROUGH_AT_ONCE',
      version: 6,
      weight: 7,
      evidence: { credit, from: '2025-08', to: '2025-11' },
      legalBasis: '',
      message: '',
    });
    const members = ['0900000011', '0900000022'].map((enterpriseCode) => ({ enterpriseCode, since: '2025-03-01' }));
    const network = {
      members,
      ties: [],
      withBadSigns: 2,
      since: '2025-03-01',
      registeredFrom: '2025-01-01',
      registeredTo: '2025-03-01',
    };
    const at = '2026-01-02T01:00:00.000Z';
    await issue('1', { content: { name: 'CÔNG TY AN', findings: [passing(5_000_000_000)], network }, issuedAt: at });
    await issue('2', { content: { name: 'CÔNG TY BÌNH', findings: [passing(9_000_000_000)] }, issuedAt: at });
    await issue('3', { content: { name: 'CÔNG TY CHI', findings: [], network }, issuedAt: '2025-12-10T01:00:00.000Z' });
    const rowsIn = async (query: string) =>
      ((await browser.get(`/police/cases${query}`)).body ?? '').split('<tr').filter((row) => row.includes('CÔNG TY'));
    const rows = await rowsIn('');
    expect(rows.map((row) => /CÔNG TY \p{L}+/u.exec(row)?.[0])).toEqual(['CÔNG TY CHI', 'CÔNG TY BÌNH', 'CÔNG TY AN']);
    for (const text of [
      'Tiền đi qua tài khoản',
      '2 doanh nghiệp',
      '5.000.000.000 đồng',
      'từ tháng 08/2025 đến tháng 11/2025',
    ])
      expect(rows[2]).toContain(text);
    expect(await rowsIn('?ring=0900000011')).toHaveLength(2);
    expect(await rowsIn('?ring=0900000011&sign=money')).toHaveLength(1);
  });

  it('the police desk searches its cases in all their views, by misspelt names and by people, the best first', async () => {
    const known = (enterpriseCode: string, name: string, handlingStatus: 'issued' | 'acted' = 'issued') =>
      issue(enterpriseCode, { content: { enterpriseCode, name: `CÔNG TY TNHH ${name}` }, handlingStatus });
    await known('0900000011', 'ĐẠI PHÁT');
    await known('0900000022', 'AN BÌNH', 'acted');
    await known('0900000033', 'BẢO THỊNH');
    const people = foundByText({ people: ['Lê Thị Lan'], address: '', phones: ['0912345678'], accounts: [] });
    await desks.assessments.record(assessedCompany('0900000011'), 2_000_000_000, people);
    const find = async (text: string) => {
      const form = { formToken: await desks.formTokenOf(browser), find: text };
      const address = String((await browser.post('/police/cases/find', form)).headers?.['location']);
      expect(address).not.toContain(text);
      return { address, body: (await browser.get(address)).body ?? '' };
    };
    const namesIn = (body: string) => [...body.matchAll(/>(CÔNG TY TNHH [\p{L} ]+) \(/gu)].map(([, name]) => name);
    for (const [text, name] of [
      ['bao thjnh', 'CÔNG TY TNHH BẢO THỊNH'],
      ['bình an', 'CÔNG TY TNHH AN BÌNH'],
      ['le thi lna', 'CÔNG TY TNHH ĐẠI PHÁT'],
      ['5678', 'CÔNG TY TNHH ĐẠI PHÁT'],
      ['000022', 'CÔNG TY TNHH AN BÌNH'],
    ] as const)
      expect(namesIn((await find(text)).body), text).toEqual([name]);
    const { address, body } = await find('cong ty bao thinh');
    expect(namesIn(body)[0]).toBe('CÔNG TY TNHH BẢO THỊNH');
    expect(namesIn((await browser.get(`${address}&sort=score`)).body ?? '')[0]).toBe('CÔNG TY TNHH BẢO THỊNH');
    expect(body).toContain('Xem tất cả');
    expect((await find('Hoàng Gia')).body).toContain('Không có vụ việc nào ở mục này.');
  });

  it('an officer assigns cases to a colleague, who finds them, and the log knows each of them', async () => {
    const ids = [await issue('1'), await issue('2'), await issue('3')];
    const colleague = await desks.signedIn(['police'], 'binh');
    await colleague.get('/police/cases');
    const send = async (fields: Record<string, string>) =>
      (await browser.post('/police/cases', { formToken: await desks.formTokenOf(browser), ...fields })).statusCode;
    const first = ids[0] ?? '';
    expect(await send({})).toBe(422);
    expect(await send({ case: first, assignee: 'nobody' })).toBe(422);
    expect(await send({ case: first, assignee: 'binh' })).toBe(303);
    expect((await colleague.get('/police/cases?whose=mine')).body).toContain('Vụ việc (1)');
    expect(await send({ whose: 'free', all: '3' })).toBe(409);
    expect(await send({ whose: 'free', all: '2' })).toBe(303);
    expect((await browser.get('/police/cases?whose=mine')).body).toContain('Vụ việc (2)');
    expect((await browser.get('/police/cases')).body).not.toContain('chưa giao');
    const said = desks.entered.filter(({ kind }) => kind === 'work-assigned').map(({ says }) => says['count']);
    expect(said).toEqual([1, 2]);
  });

  it('a note that names a colleague makes work for them, which they find and settle', async () => {
    const id = await issue('0900000011');
    const colleague = await desks.signedIn(['police'], 'binh', 'Trần Thị Bình');
    await colleague.get('/police/cases');
    const note = async (text: string, own = browser) =>
      own.post(`/police/cases/${id}/notes`, { formToken: await desks.formTokenOf(own), note: text });
    const unknown = await note('Nhờ @Lê Văn Nhầm xem giúp');
    expect([unknown.statusCode, unknown.body]).toEqual([422, expect.stringContaining('Trần Thị Bình')]);
    expect((await note('Hỏi qua thư a@binh.vn')).statusCode).toBe(303);
    expect((await colleague.get('/police/cases')).body).not.toContain('Đồng nghiệp nhờ bạn');
    expect((await note('@tran thi binh gọi lại giúp')).statusCode).toBe(303);
    expect((await browser.get('/police/cases')).body).not.toContain('Đồng nghiệp nhờ bạn');
    expect((await colleague.get('/police/cases')).body).toContain(`href="/police/cases/${id}#notes"`);
    const { body = '' } = await colleague.get(`/police/cases/${id}`);
    const settled = /name="settled" value="([^"]+)"/u.exec(body)?.[1] ?? '';
    await note('', colleague);
    const formToken = await desks.formTokenOf(colleague);
    await colleague.post(`/police/cases/${id}/notes`, { formToken, settled });
    expect((await colleague.get('/police/cases')).body).not.toContain('Đồng nghiệp nhờ bạn');
    const said = desks.entered.filter(({ kind }) => kind === 'case-noted' || kind === 'work-settled');
    expect(said.map(({ by, says }) => [by, says['asks']])).toEqual([
      ['officer:subject-police', []],
      ['officer:subject-police', ['binh']],
      ['officer:binh', undefined],
    ]);
  });

  it('the police desk shows the last day for each undecided case, and which is late', async () => {
    // 30 days from 2 January 2026 end on Sunday 1 February, so the term is extended to Monday
    await issue('1', { issuedAt: '2026-01-02T01:00:00.000Z' });
    await issue('2', { issuedAt: '2025-11-03T01:00:00.000Z' });
    await issue('3', { issuedAt: '2025-11-03T01:00:00.000Z', content: { level: 'act' } });
    const { body = '' } = await browser.get('/police/cases?standing=all');
    expect(body).toContain('đến 02/02/2026');
    expect(body.match(/Quá hạn 03\/12\/2025/gu)).toHaveLength(1);
  });
});
