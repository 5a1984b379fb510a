import { beforeEach, describe, expect, it } from 'vitest';
import { openToken, sealToken } from '#functions/serve-pages/session/sealed-token.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { aNotice } from '#test/support/a-notice.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';
import { bodyOf } from '#test/support/http.ts';

const CASE = `/police/cases/${noticeIdOf('police', '0101243150')}`;

describe('a person whose role was taken away', () => {
  let desks: TestDesks;
  let operator: Browser;
  const end = async (person: string) =>
    operator.post('/operator/people', { person, formToken: await desks.formTokenOf(operator) });

  beforeEach(async () => {
    desks = await testDesks();
    await desks.notices.write(aNotice('police', '0101243150'), undefined);
    operator = await desks.signedIn(['operator'], 'operator-1');
  });

  it('ending a person’s sessions closes each of them at once, and nobody else’s', async () => {
    const own = [await desks.signedIn(['police'], 'an'), await desks.signedIn(['police'], 'an')];
    const other = await desks.signedIn(['police'], 'binh');
    const formToken = await desks.formTokenOf(own[0]!);
    expect((await end('an')).headers?.['location']).toBe('/operator/people?ended=2');
    for (const browser of own) {
      expect((await browser.get(CASE)).headers?.['location']).toMatch(/^\/sign-in/u);
      const decision = { sequence: '1', outcome: 'confirmed', after: '', formToken };
      expect((await browser.post(`${CASE}/decision`, decision)).statusCode).toBe(401);
    }
    expect(desks.sentReplies).toEqual([]);
    expect((await other.get(CASE)).statusCode).toBe(200);
    expect(desks.entered.filter(({ kind }) => kind === 'operator-acted')).toMatchObject([
      { by: 'officer:operator-1', says: { task: 'end-sessions', person: 'an' } },
    ]);
  });

  it('the operator sees who has open sessions, in which groups, how many, since when and until when they were used', async () => {
    const later = (minutes: number) => {
      desks.clock.now = new Date(desks.clock.now.getTime() + minutes * 60_000);
    };
    await desks.signedIn(['police'], 'idle', 'Lê Bỏ Máy');
    later(12);
    const used = await desks.signedIn(['police', 'bank:970436'], 'an', 'Trần <b>An');
    await desks.signedIn(['police'], 'an#2', 'Trần An Hai');
    later(2);
    await desks.signedIn(['police'], 'an', 'Trần <b>An');
    later(2);
    await used.get(CASE);
    operator = await desks.signedIn(['operator'], 'operator-1');
    const { body = '' } = await operator.get('/operator/people');
    expect(body).toContain('Người đang có phiên mở (3)');
    expect(body).toContain('Trần &lt;b>An');
    expect(body).toContain('Công an tỉnh, Vietcombank');
    expect(body).toContain('Nguyễn Văn A (bạn)');
    expect(body).not.toContain('Lê Bỏ Máy');
    const { people } = bodyOf(await desks.program(['operator'], 'operator-1').get('/operator/people'));
    expect(people).toContainEqual({
      person: 'an',
      name: 'Trần <b>An',
      groups: ['police', 'bank#970436'],
      sessions: 2,
      signedInAt: '2026-01-05T02:12:00.000Z',
      seenAt: '2026-01-05T02:16:00.000Z',
    });
    expect((await end('an')).headers?.['location']).toBe('/operator/people?ended=2');
    expect((await operator.get('/operator/people?ended=2')).body).toContain('Đã kết thúc 2 phiên');
    expect((await operator.get('/operator/people')).body).not.toContain('&lt;b>An');
    expect((await operator.get('/operator/people')).body).toContain('Trần An Hai');
  });

  it.each(['nobody', 'idle'])('the operator is told that “%s” had no open session', async (person) => {
    await desks.signedIn(['police'], 'idle');
    desks.clock.now = new Date(desks.clock.now.getTime() + 16 * 60_000);
    operator = await desks.signedIn(['operator'], 'operator-1');
    const { headers } = await end(person);
    expect(headers?.['location']).toBe('/operator/people?ended=0');
    const { body } = await operator.get('/operator/people?ended=0');
    expect(body).toContain('không có phiên nào đang mở');
    expect(body).not.toContain('Đã kết thúc');
  });

  it('a person whose sessions were ended signs in again with the remaining groups', async () => {
    await desks.signedIn(['police'], 'an');
    await end('an');
    desks.clock.now = new Date(desks.clock.now.getTime() + 1000);
    const again = await desks.signedIn(['office'], 'an');
    expect((await again.get('/office/files')).statusCode).toBe(200);
    expect((await again.get(CASE)).statusCode).toBe(404);
  });

  it.each(['', ' ', 'an binh', 'a'.repeat(129), '<b>'])(
    'no person has the id “%s”, and the form is shown again',
    async (person) => {
      const answer = await end(person);
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('Hãy nhập mã của người đó');
      expect(desks.entered).toEqual([]);
    },
  );

  it('a form of an earlier session is shown again as it was typed, after its writer signed in again elsewhere', async () => {
    const browser = await desks.signedIn(['police'], 'an');
    const former = await desks.formTokenOf(browser);
    const renewed = await desks.signedIn(['police'], 'an');
    const note = 'Đã gọi điện cho chủ nhà';
    const refused = await renewed.post(`${CASE}/notes`, { note, page: CASE, formToken: former });
    expect(refused.statusCode).toBe(403);
    const [, to = ''] = /href="([^"]+\?draft=[\w-]+)"/u.exec(refused.body ?? '') ?? [];
    expect((await renewed.get(to)).body).toContain(note);
    expect((await browser.get(to)).body).toContain(note);
    expect((await (await desks.signedIn(['police'], 'binh')).get(to)).body).not.toContain(note);
    const foreign = await renewed.post(
      `${CASE}/notes`,
      { note, page: CASE, formToken: former },
      'https://evil.example',
    );
    expect(foreign.body).not.toContain('draft=');
  });
});

describe('a form without a known session', () => {
  const NOTE = 'Đã gọi điện <b>cho</b> chủ "nhà"';
  const fieldsOf = (body: string) =>
    [...body.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/gu)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
    ]);

  it('a form without its cookie stays in the page until its writer has signed in, and is then shown as it was typed', async () => {
    const desks = await testDesks();
    await desks.notices.write(aNotice('police', '0101243150'), undefined);
    const browser = await desks.signedIn(['police'], 'an');
    const formToken = await desks.formTokenOf(browser);
    browser.cookies.clear();
    const ended = await browser.post(`${CASE}/notes`, { note: NOTE, page: CASE, formToken });
    expect(ended.statusCode).toBe(401);
    expect(ended.body).toContain(`action="${CASE}/notes"`);
    expect(ended.body).not.toContain('<b>');
    await browser.get('/sign-in');
    await browser.get('/sign-in/finish?code=c&state=state');
    const kept = Object.fromEntries(fieldsOf(ended.body ?? '')) as Record<string, string>;
    const again = await browser.post(`${CASE}/notes`, kept);
    const [, to = ''] = /href="([^"]+\?draft=[\w-]+)"/u.exec(again.body ?? '') ?? [];
    expect((await browser.get(to)).body).toContain('Đã gọi điện &lt;b>cho&lt;/b> chủ &quot;nhà&quot;');
    expect((await desks.caseRecords.of(noticeIdOf('police', '0101243150'))).notes).toEqual([]);
  });

  it('nothing is kept in a page, and nothing written, of a form that another site sends', async () => {
    const desks = await testDesks();
    const ended = await desks.browser().post(`${CASE}/notes`, { note: NOTE, page: CASE }, 'https://evil.example');
    expect(ended.statusCode).toBe(401);
    expect(ended.body).not.toContain('Đã gọi');
    expect(ended.body).not.toContain('giữ lại');
  });
});

describe('a group that the provider takes away', () => {
  const after = (desks: TestDesks, minutes: number) => {
    desks.clock.now = new Date(desks.clock.now.getTime() + minutes * 60_000);
  };

  it('a person who is removed from a group loses its desk within five minutes, while the session stays open', async () => {
    const desks = await testDesks();
    const browser = await desks.signedIn(['police', 'office'], 'an');
    desks.standing.set('an', ['office']);
    expect((await browser.get('/police/cases')).statusCode).toBe(200);
    after(desks, 5);
    expect((await browser.get('/police/cases')).statusCode).toBe(404);
    expect((await browser.get('/office/files')).statusCode).toBe(200);
    desks.standing.set('an', []);
    after(desks, 5);
    expect((await browser.get('/office/files')).statusCode).toBe(404);
  });

  it('a form that somebody sends after their group was taken away does nothing', async () => {
    const desks = await testDesks();
    await desks.notices.write(aNotice('police', '0101243150'), undefined);
    const browser = await desks.signedIn(['police'], 'an');
    const formToken = await desks.formTokenOf(browser);
    desks.standing.set('an', ['office']);
    after(desks, 5);
    const decision = { sequence: '1', outcome: 'confirmed', after: '', formToken };
    expect((await browser.post(`${CASE}/decision`, decision)).statusCode).toBe(404);
    expect(desks.sentReplies).toEqual([]);
  });

  it('the session of somebody who was disabled ends within five minutes, and what they typed is kept', async () => {
    const desks = await testDesks();
    const browser = await desks.signedIn(['police'], 'an');
    const formToken = await desks.formTokenOf(browser);
    desks.standing.set('an', 'ended');
    after(desks, 5);
    const ended = await browser.post(`${CASE}/notes`, { note: 'x', page: CASE, formToken });
    expect([ended.statusCode, ended.body?.includes('giữ lại 30 phút')]).toEqual([401, true]);
    desks.standing.delete('an');
    expect((await browser.get('/police/cases')).headers?.['location']).toMatch(/^\/sign-in/u);
  });

  it('a provider that does not answer ends no session at once, and is asked again a minute later', async () => {
    let asked = 0;
    let answers = false;
    const desks = await testDesks({
      signIn: {
        begin: async () => ({
          url: 'https://sign-in.example.vn/',
          begun: { state: 'state', nonce: 'n', verifier: 'v' },
        }),
        finish: async () => ({ subject: 'an', name: 'An', groups: ['police'], renewal: 'r' }),
        renew: async () => {
          asked += 1;
          return answers ? { subject: 'an', name: 'An', groups: ['office'] } : 'not_answered';
        },
      },
    });
    const browser = await desks.signedIn(['police'], 'an');
    after(desks, 6);
    for (let page = 0; page < 5; page += 1) expect((await browser.get('/police/cases')).statusCode).toBe(200);
    expect(asked).toBe(1);
    answers = true;
    after(desks, 1);
    expect((await browser.get('/police/cases')).statusCode).toBe(404);
    expect(asked).toBe(2);
  });

  it('a session that the provider has not confirmed for half an hour ends, and what was typed is kept', async () => {
    const desks = await testDesks();
    const browser = await desks.signedIn(['police'], 'an');
    const formToken = await desks.formTokenOf(browser);
    desks.standing.set('an', 'not_answered');
    for (let minute = 0; minute < 29; minute += 1) {
      after(desks, 1);
      expect((await browser.get('/police/cases')).statusCode).toBe(200);
    }
    after(desks, 1);
    const ended = await browser.post(`${CASE}/notes`, { note: 'x', page: CASE, formToken });
    expect([ended.statusCode, ended.body?.includes('giữ lại 30 phút')]).toEqual([401, true]);
  });

  it('only the browser’s secret opens the provider’s token in the table', () => {
    const box = sealToken('a refresh token', 'the browser’s secret');
    expect(box).not.toContain('refresh');
    expect(openToken(box, 'the browser’s secret')).toBe('a refresh token');
    expect(openToken(box, 'another secret')).toBeUndefined();
    expect(openToken(`${box.slice(0, -2)}AA`, 'the browser’s secret')).toBeUndefined();
    expect(openToken('', 'the browser’s secret')).toBeUndefined();
  });
});
