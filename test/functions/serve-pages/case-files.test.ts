import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { aNotice } from '#test/support/a-notice.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';

const PNG = '\u0089PNG\r\n\u001A\n picture';
const hashOf = (content: string) => createHash('sha256').update(Buffer.from(content, 'latin1')).digest('hex');

describe('files that officers attach to a case', () => {
  let desks: TestDesks;
  let browser: Browser;
  let page: string;
  /** The prefix of the form that the browser was given. */
  let prefix: string;
  const send = (name: string, content: string) => {
    desks.receipts.set(prefix + name, content);
    const key = encodeURIComponent(prefix + name);
    return browser.get(`${page}/attached?bucket=inbox&key=${key}&etag=x`);
  };

  beforeEach(async () => {
    desks = await testDesks();
    browser = await desks.signedIn(['police'], 'an');
    const notice = aNotice('police', '0900000011');
    await desks.notices.write(notice, undefined);
    page = `/police/cases/${notice.noticeId}`;
    const { body = '' } = await browser.get(`${page}/attach`);
    prefix = /name="key" value="([^"$]+)\$\{filename\}"/u.exec(body)?.[1] ?? '';
  });

  it('a picture is kept by its hash, shown on the case, entered in the log and opened by a short link', async () => {
    const { headers } = await browser.get(`${page}/attach`);
    expect(headers?.['content-security-policy']).toContain("form-action 'self' https://inbox.example");
    expect((await send('Trụ sở 12.PNG', PNG)).headers?.['location']).toBe(`${page}?done=attached#attachments`);
    const key = `attachments/${page.split('/').at(-1)}/${hashOf(PNG)}.png`;
    expect(desks.put.get(key)).toBe(PNG);
    expect([...desks.receipts.keys()]).toEqual([]);
    expect((await browser.get(page)).body).toContain('Trụ sở 12.PNG');
    const opened = await browser.get(`${page}/attachment?file=${hashOf(PNG)}`);
    expect(opened.headers?.['location']).toBe(`https://evidence.example/${key}`);
    expect(desks.entered.map(({ kind, says }) => [kind, says['sha256'] ?? says['what']])).toEqual([
      ['file-attached', hashOf(PNG)],
      ['data-read', 'notice'],
      ['data-read', 'attachment'],
    ]);
    expect(JSON.stringify(desks.entered)).not.toContain('Trụ sở');
  });

  it.each([
    ['a page that says it is a picture', 'a.png', '<html><script>alert(1)</script>'],
    ['a picture that says it is a paper', 'a.pdf', PNG],
    ['a program', 'a.exe', 'MZ'],
    ['an empty file', 'a.pdf', ''],
    ['a name with a folder', 'b/a.png', PNG],
    ['a name that reads backwards', 'a\u202Egnp.png', PNG],
    ['a name that is too long', `${'a'.repeat(200)}.png`, PNG],
  ])('%s is refused and nothing of it kept', async (_, name, content) => {
    const { statusCode, body } = await send(name, content);
    expect([statusCode, body]).toEqual([422, expect.stringContaining('Chưa nhận')]);
    expect([desks.put.size, desks.entered.filter(({ kind }) => kind === 'file-attached').length]).toEqual([0, 0]);
  });

  it('nobody takes or opens a file of another session, another case or another desk', async () => {
    desks.receipts.set(`${prefix}a.png`, PNG);
    const address = `${page}/attached?key=${encodeURIComponent(`${prefix}a.png`)}`;
    const colleague = await desks.signedIn(['police'], 'binh');
    expect((await colleague.get(address)).statusCode).toBe(422);
    const office = await desks.signedIn(['office'], 'office');
    expect((await office.get(address)).statusCode).toBe(404);
    expect((await browser.get(address)).statusCode).toBe(303);
    const other = aNotice('police', '0900000022');
    await desks.notices.write(other, undefined);
    const elsewhere = `/police/cases/${other.noticeId}/attachment?file=${hashOf(PNG)}`;
    expect((await browser.get(elsewhere)).statusCode).toBe(404);
    expect((await office.get(`${page}/attachment?file=${hashOf(PNG)}`)).statusCode).toBe(404);
  });
});
