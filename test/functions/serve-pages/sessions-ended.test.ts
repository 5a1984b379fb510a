import { beforeEach, describe, expect, it } from 'vitest';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { aNotice } from '#test/support/a-notice.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';

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
    expect((await end('an')).headers?.['location']).toBe('/operator/people?ended=yes');
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

  it('a person whose sessions were ended signs in anew with the groups that are left', async () => {
    await desks.signedIn(['police'], 'an');
    await end('an');
    desks.clock.now = new Date(desks.clock.now.getTime() + 1000);
    const again = await desks.signedIn(['office'], 'an');
    expect((await again.get('/office/files')).statusCode).toBe(200);
    expect((await again.get(CASE)).statusCode).toBe(404);
  });

  it.each(['', ' ', 'an binh', 'a'.repeat(129), '<b>'])(
    'no person has the id “%s”, and the form comes back',
    async (person) => {
      const answer = await end(person);
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('Hãy nhập mã của người đó');
      expect(desks.entered).toEqual([]);
    },
  );

  it('a form of an earlier session comes back with what was typed after its writer signed in again elsewhere', async () => {
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
