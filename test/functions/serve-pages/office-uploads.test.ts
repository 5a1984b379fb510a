import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { LAYOUTS } from '#shared/contracts/feeds/layouts.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import { ORIGIN } from '#test/support/desks/gateway-event.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';

describe('files that the office sends by a form', () => {
  let desks: TestDesks;
  let browser: Browser;
  beforeEach(async () => {
    desks = await testDesks();
    browser = await desks.signedIn(['office'], 'an');
  });

  it('the upload forms lead to a place of the session’s own, which is no feed, and nowhere else', async () => {
    const { body = '', headers = {} } = await browser.get('/office/upload');
    const [prefix = ''] = /uploads\/[\w-]{22}\/registrations\/(?=\$\{filename\})/u.exec(body) ?? [];
    expect(prefix).not.toBe('');
    expect(body).not.toMatch(/value="(?:registrations|activities)\//u);
    const other = await (await desks.signedIn(['office'], 'an')).get('/office/upload');
    expect(other.body).not.toContain(prefix);
    expect(body).toContain(`${ORIGIN}/office/upload/sent?feed=registrations`);
    expect(headers['content-security-policy']).toContain("form-action 'self' https://inbox.example;");
    expect((await browser.get('/office/files')).headers?.['content-security-policy']).toContain("form-action 'self';");
  });

  const prefixOf = async (own: Browser) =>
    /uploads\/[\w-]{22}\/activities\//u.exec((await own.get('/office/upload')).body ?? '')?.[0] ?? '';

  it('a file that the session’s form has put into the inbox is taken into its feed, and the list says that it waits', async () => {
    const key = `${await prefixOf(browser)}Tháng 9.xlsx`;
    const { headers } = await browser.get(`/office/upload/sent?feed=activities&key=${encodeURIComponent(key)}`);
    expect(desks.moved).toEqual([[key, 'activities/Tháng 9.xlsx']]);
    const list = (await browser.get(String(headers?.['location']))).body ?? '';
    expect(list).toContain('Tháng 9.xlsx: đã nhận, chờ đọc.');
    expect(list).toContain('hx-trigger="every 3s"');
    expect(list).not.toContain('Chưa nhận được');
  });

  it('files that the bucket refused are named with what to do, and the others are taken', async () => {
    const sent = ['a.csv', 'refused.csv', '../b.csv'].map((file) => ['sent', file] as const);
    const form = [['formToken', await desks.formTokenOf(browser)], ['feed', 'activities'], ...sent] as const;
    const { headers } = await browser.post('/office/upload/sent', form);
    expect(desks.moved.map(([, to]) => to)).toEqual(['activities/a.csv']);
    const list = (await browser.get(String(headers?.['location']))).body ?? '';
    expect(list).toContain('Chưa nhận được: refused.csv. Tệp lớn hơn');
    expect(list).toContain('a.csv: đã nhận, chờ đọc.');
  });

  it('no session takes in what the form of another one has put into the inbox', async () => {
    const key = `${await prefixOf(await desks.signedIn(['office'], 'an'))}a.csv`;
    for (const other of [key, 'accounts/970436/x.csv'])
      await browser.get(`/office/upload/sent?feed=activities&key=${encodeURIComponent(other)}`);
    expect(desks.moved).toEqual([]);
  });

  it('an officer takes an empty workbook whose sheets have every heading that the office may send', async () => {
    const { body = '' } = await browser.get('/office/template?feed=activities');
    const sheets = unzipSync(Buffer.from(body, 'base64'));
    LAYOUTS.activities.forEach(({ columns }, n) => {
      const sheet = strFromU8(sheets[`xl/worksheets/sheet${n + 1}.xml`] ?? new Uint8Array());
      for (const { label } of columns) expect(sheet).toContain(label);
    });
    expect((await browser.get('/office/upload')).body).toContain('Tải mẫu hoạt động doanh nghiệp (.xlsx)');
    expect((await browser.get('/')).headers?.['location']).toBe('/office/worklist');
  });
});
