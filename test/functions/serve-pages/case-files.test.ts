import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { aNotice } from '#test/support/a-notice.ts';
import { assessedCompany } from '#test/support/assessed-company.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';
import {
  check,
  CODE,
  correction,
  EXPIRY,
  pathOf,
  worklistDesk,
  type WorklistDesk,
} from '#test/support/desks/worklist-desk.ts';

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
    expect(desks.entered.map(({ kind, says }) => [kind, says['what'] ?? says['sha256']])).toEqual([
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

describe('photos and papers of a visit to a company', () => {
  const page = pathOf(check);
  const JPEG = '\u00FF\u00D8\u00FF picture';
  let office: WorklistDesk;
  const prefixIn = (body = '') => /name="key" value="([^"$]+)\$\{filename\}"/u.exec(body)?.[1] ?? '';
  const send = async (name: string, content: string, to = page) => {
    const key = prefixIn((await office.browser.get(`${to}/attach`)).body) + name;
    office.desks.receipts.set(key, content);
    return office.browser.get(`${to}/attached?key=${encodeURIComponent(key)}`);
  };
  beforeEach(async () => {
    office = await worklistDesk();
    await office.desks.assessments.record(assessedCompany(CODE), EXPIRY);
  });

  it('an officer takes a photo at the address by the phone’s camera, and comes back to the visit', async () => {
    const { body } = await office.browser.get(`${page}/attach`);
    expect(body).toMatch(/<input[^>]+type="file"[^>]+capture="environment"/u);
    expect((await send('image.jpg', JPEG)).headers?.['location']).toBe(`${page}?done=attached#attachments`);
    expect((await office.browser.get(`${page}?done=attached`)).body).toContain('image.jpg');
    const company = `/office/companies/${CODE}`;
    expect((await office.browser.get(company)).body).toContain('image.jpg');
    const opened = await office.browser.get(`${company}/attachment?file=${hashOf(JPEG)}`);
    expect(opened.headers?.['location']).toBe(`https://evidence.example/attachments/office/${hashOf(JPEG)}.jpg`);
    const ofFile = office.desks.entered.filter(({ says }) => says['sha256'] === hashOf(JPEG));
    expect(ofFile.map(({ kind, by }) => [kind, by])).toEqual([
      ['file-attached', 'officer:an'],
      ['data-read', 'officer:an'],
    ]);
  });

  it('the photo stays with the company when the visit is settled', async () => {
    await send('image.jpg', JPEG);
    await office.send(page, [
      ['outcome', 'done'],
      ['checked', 'KHONG_TIM_THAY'],
    ]);
    expect((await office.browser.get(`/office/companies/${CODE}`)).body).toContain('image.jpg');
  });

  it('a correction of a paper asks for no camera', async () => {
    expect((await office.browser.get(`${pathOf(correction)}/attach`)).body).not.toContain('capture=');
  });

  it('neither the log nor the address of a file tells what may be a person’s number', async () => {
    const household = '001190000777';
    await office.put(household, 'HỘ KINH DOANH AN', [check]);
    const sealed = page.replace(CODE, office.desks.hash.sealed(household));
    await send('image.jpg', JPEG, sealed);
    await office.browser.get(
      `/office/companies/${office.desks.hash.sealed(household)}/attachment?file=${hashOf(JPEG)}`,
    );
    expect(JSON.stringify([office.desks.entered, ...office.desks.put.keys()])).not.toContain(household);
  });

  it('the police and another company’s page do not open it', async () => {
    await send('image.jpg', JPEG);
    await office.put('0900000022', 'CÔNG TY KHÁC', [check]);
    const file = `attachment?file=${hashOf(JPEG)}`;
    expect((await office.browser.get(`/office/companies/0900000022/${file}`)).statusCode).toBe(404);
    const police = await office.desks.signedIn(['police'], 'binh');
    expect((await police.get(`/office/companies/${CODE}/${file}`)).statusCode).toBe(404);
  });
});

describe('attached files that are searched for malware', () => {
  it.each([
    ['NO_THREATS_FOUND', 303],
    ['THREATS_FOUND', 422],
    ['UNSUPPORTED', 422],
    [undefined, 422],
  ])('with the result %s, opening one answers %i', async (result, status) => {
    const desks = await testDesks({ scanOf: async () => result });
    const browser = await desks.signedIn(['police'], 'an');
    const notice = aNotice('police', '0900000011');
    await desks.notices.write(notice, undefined);
    const file = {
      name: 'a.png',
      type: 'png',
      bytes: 1,
      sha256: hashOf(PNG),
      officer: 'an',
      officerName: 'An',
    } as const;
    await desks.caseRecords.attach(notice.noticeId, { ...file, at: '2026-01-05T02:00:00.000Z' }, 2_000_000_000);
    const opened = await browser.get(`/police/cases/${notice.noticeId}/attachment?file=${hashOf(PNG)}`);
    expect(opened.statusCode).toBe(status);
    expect(desks.entered.filter(({ says }) => says['what'] === 'attachment')).toHaveLength(status === 303 ? 1 : 0);
  });
});
