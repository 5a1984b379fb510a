import { beforeEach, describe, expect, it } from 'vitest';
import { dossierFolder } from '#shared/contracts/dossier-files.ts';
import { readWhole } from '../1-read-file/read-whole.ts';
import { aNotice, type NoticeChange } from '#test/support/a-notice.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';

const CODE = '0101243150';

describe('the police desk', () => {
  let desks: TestDesks;
  let browser: Browser;
  const issue = async (subject: string, change: NoticeChange = {}) => {
    const notice = aNotice('police', subject, change);
    await desks.notices.write(notice, undefined);
    return notice.noticeId;
  };
  const fieldsOf = async (id: string) => {
    const { body = '' } = await browser.get(`/police/cases/${id}`);
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(body)?.[1] ?? '';
    return { formToken: field('formToken'), sequence: field('sequence'), after: field('after') };
  };
  const decide = async (id: string, form: Record<string, string>) =>
    browser.post(`/police/cases/${id}/decision`, { ...(await fieldsOf(id)), ...form });

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

  it('an officer assigns cases to a colleague, who finds them, and the log knows each of them', async () => {
    const ids = [await issue('1'), await issue('2'), await issue('3')];
    const colleague = await desks.signedIn(['police'], 'binh');
    await colleague.get('/police/cases');
    const send = async (fields: readonly (readonly [string, string])[]) =>
      browser.post('/police/cases', [['formToken', await desks.formTokenOf(browser)], ...fields]);
    expect((await send([])).statusCode).toBe(422);
    expect(
      (
        await send([
          ['case', ids[0] ?? ''],
          ['assignee', 'nobody'],
        ])
      ).statusCode,
    ).toBe(422);
    expect(
      (
        await send([
          ['case', ids[0] ?? ''],
          ['assignee', 'binh'],
        ])
      ).statusCode,
    ).toBe(303);
    expect((await colleague.get('/police/cases?whose=mine')).body).toContain('Vụ việc (1)');
    expect(
      (
        await send([
          ['whose', 'free'],
          ['all', '3'],
        ])
      ).statusCode,
    ).toBe(409);
    expect(
      (
        await send([
          ['whose', 'free'],
          ['all', '2'],
        ])
      ).statusCode,
    ).toBe(303);
    expect((await browser.get('/police/cases?whose=mine')).body).toContain('Vụ việc (2)');
    expect((await browser.get('/police/cases')).body).not.toContain('chưa giao');
    const said = desks.entered.filter(({ kind }) => kind === 'work-assigned').map(({ says }) => says['count']);
    expect(said).toEqual([1, 2]);
  });

  it('a dismissed case stays in the lists with the officer’s reason, and can be confirmed later', async () => {
    const dismissed = { state: 'withdrawn', withdrawnBecause: 'dismissed', sequence: 2 } as const;
    const id = await issue(CODE);
    await decide(id, { outcome: 'dismissed', reason: 'Đã gặp người đại diện' });
    await desks.notices.write(aNotice('police', CODE, dismissed), { revision: 1 });
    await issue('2', { state: 'withdrawn', withdrawnBecause: 'verdict_fell', content: { name: 'CÔNG TY FELL' } });
    const casesIn = async (standing: string) =>
      [...((await browser.get(`/police/cases?standing=${standing}`)).body ?? '').matchAll(/Đã bác bỏ|Đã rút/gu)].flat();
    expect(await casesIn('open')).toEqual([]);
    expect(await casesIn('decided')).toEqual(['Đã bác bỏ']);
    expect((await casesIn('all')).toSorted()).toEqual(['Đã bác bỏ', 'Đã rút']);
    const { body = '' } = await browser.get(`/police/cases/${id}`);
    expect(body).toContain('Đã rút: Cơ quan Công an đã bác bỏ thông báo.');
    expect(body).toContain('Công an bác bỏ. Lý do: Đã gặp người đại diện');
    expect(body).not.toContain('cập nhật dữ liệu');
    expect((await decide(id, { outcome: 'confirmed' })).statusCode).toBe(303);
    expect((await browser.get('/police/next-case')).headers?.['location']).toBe('/police/cases');
  });

  it('the newest dossier of a case opens by a short link that the log records as a read, once it is written', async () => {
    const id = await issue(CODE);
    const early = await browser.get(`/police/cases/${id}/dossier`);
    expect([early.statusCode, early.body]).toEqual([409, expect.stringContaining('Hồ sơ của bản này chưa lập xong')]);
    const notice = await desks.notices.get('police', id);
    const enterpriseCode = notice?.receiver === 'police' ? notice.content.enterpriseCode : '';
    const folder = dossierFolder({ enterpriseCode, noticeId: id, sequence: 1 });
    const files = { 'ho-so.docx': 'a'.repeat(64) };
    desks.receipts.set(`${folder}/checksums.json`, JSON.stringify({ algorithm: 'sha256', files }));
    const { statusCode, headers } = await browser.get(`/police/cases/${id}/dossier`);
    expect([statusCode, headers?.['location']]).toEqual([303, `https://evidence.example/${folder}/ho-so.docx`]);
    expect(desks.entered.at(-1)).toMatchObject({ kind: 'data-read', says: { what: 'dossier', notices: [`${id}.1`] } });
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

  it('the police desk shows a case with each finding, its figures and its law', async () => {
    const { body = '' } = await browser.get(`/police/cases/${await issue(CODE)}`);
    for (const title of ['Dấu hiệu', 'Nhân thân', 'Diễn biến', 'Quyết định', 'Căn cứ']) expect(body).toContain(title);
  });

  it('the police desk enters in the log which officer was shown which case', async () => {
    const id = await issue(CODE);
    await browser.get(`/police/cases/${id}`);
    await browser.get('/police/cases');
    expect(desks.entered).toMatchObject([
      { kind: 'data-read', by: 'officer:subject-police', says: { what: 'notice', notices: [`${id}.1`] } },
      { kind: 'data-read', by: 'officer:subject-police', says: { what: 'list', notices: [`${id}.1`] } },
    ]);
  });

  it('the police desk stores a confirmation with its document and officer', async () => {
    const id = await issue(CODE);
    const written = { number: '12/QĐ-CSHS', date: '4/1/2026', authority: '', recovered: '250 triệu' };
    const answer = await decide(id, { outcome: 'confirmed', reason: '', ...written });
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: `/police/cases/${id}?done=confirmed` } });
    const kept = await desks.replies.get('police', desks.sentReplies[0]?.replyId ?? '');
    expect(kept).toMatchObject({
      officer: 'subject-police',
      reply: {
        kind: 'police-decision',
        body: {
          outcome: 'confirmed',
          decision: { number: '12/QĐ-CSHS', date: '2026-01-04' },
          recovered: 250_000_000,
        },
      },
    });
  });

  it('the police desk shows an incomplete form again with the typed values', async () => {
    const id = await issue(CODE);
    const answer = await decide(id, { outcome: 'dismissed', number: '7/QĐ', reason: ' ', date: '32/1/2026' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Hãy nêu lý do bác bỏ');
    expect(answer.body).toContain('Hãy ghi ngày văn bản');
    expect(answer.body).toContain('value="7/QĐ"');
    expect(desks.sentReplies).toHaveLength(0);
  });

  it('the second of two decisions that differ is refused, and told whether it was a colleague’s or one’s own', async () => {
    const id = await issue(CODE);
    const seen = await fieldsOf(id);
    await decide(id, { outcome: 'dismissed', reason: 'Đã xác minh' });
    const form = { ...seen, outcome: 'confirmed', reason: '' };
    const own = await browser.post(`/police/cases/${id}/decision`, form);
    expect([own.statusCode, own.body]).toEqual([409, expect.stringContaining('Bạn đã ghi một quyết định khác')]);
    const colleague = await desks.signedIn(['police'], 'a-colleague');
    const theirs = { ...form, formToken: await desks.formTokenOf(colleague) };
    const second = await colleague.post(`/police/cases/${id}/decision`, theirs);
    expect([second.statusCode, second.body]).toEqual([409, expect.stringContaining('Đồng nghiệp vừa ghi')]);
    expect(desks.sentReplies).toHaveLength(1);
  });

  it('a decision on a state of the case that has been replaced is refused', async () => {
    const id = await issue(CODE);
    const seen = await fieldsOf(id);
    await desks.notices.write(aNotice('police', CODE, { sequence: 2 }), { revision: 1 });
    const answer = await browser.post(`/police/cases/${id}/decision`, { ...seen, outcome: 'confirmed', reason: '' });
    expect(answer.statusCode).toBe(409);
    expect(desks.sentReplies).toHaveLength(0);
  });

  it.each([
    ['another site', {}, 'https://evil.example'],
    ['a page without the token', { formToken: '' }, undefined],
    ['a page of another session', { formToken: 'x'.repeat(43) }, undefined],
  ])('the police desk accepts no form from %s', async (_, forged, origin) => {
    const id = await issue(CODE);
    const form = { ...(await fieldsOf(id)), outcome: 'confirmed', ...forged };
    const answer = await browser.post(`/police/cases/${id}/decision`, form, origin);
    expect(answer.statusCode).toBe(403);
    expect(desks.sentReplies).toHaveLength(0);
  });

  it('a form typed when the session ended is kept, and shown to its writer alone', async () => {
    const id = await issue(CODE);
    const form = {
      ...(await fieldsOf(id)),
      page: `/police/cases/${id}`,
      outcome: 'dismissed',
      reason: 'Lý do dài <b>',
    };
    desks.clock.now = new Date(desks.clock.now.getTime() + 16 * 60_000);
    const ended = await browser.post(`/police/cases/${id}/decision`, form);
    expect(ended.statusCode).toBe(401);
    const to = /\/sign-in\?to=([^"]+)/u.exec(ended.body ?? '')?.[1] ?? '';
    const page = decodeURIComponent(to);
    expect(page).toMatch(/^\/police\/cases\/[\w-]+\?draft=/u);
    const again = await desks.signedIn(['police']);
    expect((await again.get(page)).body).toContain('Lý do dài &lt;b>');
    const other = await desks.signedIn(['police'], 'somebody-else');
    expect((await other.get(page)).body).not.toContain('Lý do dài');
    expect(desks.sentReplies).toHaveLength(0);
  });

  it('a victim’s report that an investigator types becomes a file of one row that the reader accepts', async () => {
    const path = '/police/crime-report';
    const formToken = await desks.formTokenOf(browser);
    const report = { formToken, caseId: 'VV-12', date: '4/1/2026', state: 'MOI', bank: 'Vietcombank' };
    const refused = await browser.post(path, { ...report, date: '31/2/2026', phone: '12' });
    expect(refused.statusCode).toBe(422);
    for (const field of ['date', 'accountNumber', 'phone']) expect(refused.body).toContain(`href="#${field}"`);
    expect(desks.put.size).toBe(0);
    const whole = { ...report, accountNumber: '0011223344', amount: '250.000.000', transferredOn: '2/1/2026' };
    expect(await browser.post(path, whole)).toMatchObject({
      statusCode: 303,
      headers: { location: `${path}?done=sent` },
    });
    const [[name, text] = ['', '']] = [...desks.put];
    const { records, rejected } = await readWhole(text, 'crime-reports', name, { today: '2026-01-05' });
    expect(rejected).toEqual([]);
    expect(records).toMatchObject([
      {
        report: { caseId: 'VV-12', on: '2026-01-04', amount: 250_000_000, transferredOn: '2026-01-02' },
        account: { bank: '970436', accountNumber: '0011223344' },
      },
    ]);
    await browser.post(path, whole);
    expect(desks.put.size).toBe(1);
  });

  it.each([['office'], ['bank:970436'], ['province'], ['operator']])(
    'the police desk has no page for %s',
    async (group) => {
      const id = await issue(CODE);
      const other = await desks.signedIn([group]);
      expect((await other.get('/police/cases')).statusCode).toBe(404);
      expect((await other.get(`/police/cases/${id}`)).statusCode).toBe(404);
      const formToken = await desks.formTokenOf(other);
      const form = { formToken, sequence: '1', outcome: 'confirmed' };
      expect((await other.post(`/police/cases/${id}/decision`, form)).statusCode).toBe(404);
      expect(desks.sentReplies).toHaveLength(0);
    },
  );
});
