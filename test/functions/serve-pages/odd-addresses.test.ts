import { beforeEach, describe, expect, it } from 'vitest';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { aNotice } from '#test/support/a-notice.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';

describe('addresses that somebody typed or changed', () => {
  let desks: TestDesks;
  let office: Browser;
  beforeEach(async () => {
    desks = await testDesks();
    office = await desks.signedIn(['office'], 'an');
  });

  it.each([
    ['from=31/02/2025', 'from', 'Ghi ngày như 31/12/2025.', 'value="31/02/2025"'],
    ['from=2025', 'from', 'Ghi ngày như 31/12/2025.', 'value="2025"'],
    ['until=x', 'until', 'Ghi ngày như 31/12/2025.', 'value="x"'],
    ['from=02/01/2026&until=01/01/2026', 'until', 'Ngày cuối phải từ ngày đầu trở đi.', 'value="01/01/2026"'],
  ])(
    'corrections of the days %s are refused with an error, not shown for other days',
    async (query, field, why, kept) => {
      for (const path of ['/office/corrections', '/office/corrections/file']) {
        const { statusCode, body } = await office.get(`${path}?${query}`);
        expect(statusCode).toBe(422);
        expect(body).toContain(`<a href="#${field}">${why}</a>`);
        expect(body).toContain(kept);
      }
      const answer = await desks.program(['office'], 'an').get(`/office/corrections?${query}`);
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain(why);
    },
  );

  it('an address cannot put words into the message of what was done', async () => {
    const { body } = await office.get('/office/worklist?done=settled&count=0%20v%C3%A0%20g%E1%BB%8Di%20113');
    expect(body).not.toContain('113');
    expect((await office.get('/office/worklist?done=settled&count=3')).body).toContain('Đã ghi nhận 3 việc.');
  });

  it.each([
    ['office', '/office/worklist'],
    ['police', '/police/releases'],
    ['police', '/police/reviews'],
    ['police', `/police/cases/${noticeIdOf('police', '0900000001')}`],
    ['province', '/province/measures'],
  ])(
    'an address of the desk %s does not say that something was done by a name that every object has: %s',
    async (group, path) => {
      await desks.notices.write(aNotice('police', '0900000001'), undefined);
      const browser = await desks.signedIn([group]);
      for (const name of ['constructor', '__proto__', 'toString']) {
        const { statusCode, body } = await browser.get(`${path}?done=${name}`);
        expect(statusCode).toBe(200);
        expect(body).not.toMatch(/notification-banner|native code|\[object/u);
      }
    },
  );

  it('a program that asks for an export without its days is refused, not given a page', async () => {
    const answer = await desks.program(['police'], 'an').get('/police/exports/file?form=ftm&from=x&to=31/12/2025');
    expect(answer.statusCode).toBe(422);
    expect(JSON.parse(answer.body ?? '')).toMatchObject({ errors: { from: 'Ghi ngày như 31/12/2025.' } });
  });
});
