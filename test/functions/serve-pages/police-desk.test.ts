import { beforeEach, describe, expect, it } from 'vitest';
import { dossierFolder } from '#shared/contracts/dossier-files.ts';
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
});
