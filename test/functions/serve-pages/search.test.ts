import { foundByText } from '#shared/domain/vietnamese/search/found-by.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { accountKeysOf } from '#shared/tables/account-keys.ts';
import { documentLink, phoneLink } from '#shared/tables/links.ts';
import { addressKeys } from '#shared/domain/vietnamese/address/address-key.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { aNotice } from '#test/support/a-notice.ts';
import { assessedCompany } from '#test/support/assessed-company.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';

const CODE = '0101243150';
const DOCUMENT = '033085000123';
const ADDRESS = 'Số 12, đường Lê Lai, Phường Phố Hiến, Tỉnh Hưng Yên';
const EXPIRY = 2_000_000_000;

describe('a look-up at the police desk', () => {
  let desks: TestDesks;
  let browser: Browser;
  const ask = async (form: Record<string, string>, own = browser) => {
    const formToken = await desks.formTokenOf(own);
    const asked = { formToken, purpose: 'case', caseReference: 'VV-12/2026', ...form };
    const answer = await own.post('/police/search', asked);
    return answer.statusCode === 303 ? own.get(String(answer.headers?.['location'])) : answer;
  };

  beforeEach(async () => {
    desks = await testDesks();
    browser = await desks.signedIn(['police'], 'an');
    const { hash } = desks;
    await desks.assessments.record(
      assessedCompany(CODE, {
        name: 'CÔNG TY TNHH XÂY DỰNG AN BÌNH',
        onWhoseWord: 'Theo dõi dựa vào dữ liệu của riêng cơ quan thuế.',
      }),
      EXPIRY,
      foundByText({
        people: ['Trần Thị Nhân'],
        address: ADDRESS,
        phones: ['0912345678'],
        accounts: ['970436:0011002233445'],
      }),
    );
    await desks.notices.write(aNotice('police', CODE), undefined);
    await desks.policeRecords.record(
      [{ documentNumber: DOCUMENT, fullName: 'Nguyễn Văn Mẫu', dateOfBirth: '1985-03-12', status: 'BINH_THUONG' }],
      EXPIRY,
    );
    const [key = ''] = addressKeys(parseAddress(ADDRESS));
    const values = [
      documentLink(DOCUMENT, hash),
      phoneLink('0987654321', hash),
      `phone#${hash('phone', '0912345678')}`,
      `address#${hash('address', key)}`,
    ];
    await desks.links.record(
      values.map((value) => ({ value, enterpriseCode: CODE })),
      EXPIRY,
    );
    const account = { bank: '970436', accountNumber: '0011002233445' };
    const register = { ...account, enterpriseCode: CODE };
    await desks.accounts.record([{ ...accountKeysOf(account, hash), ...account, register }], '2026-01-01', EXPIRY);
  });

  it.each([
    ['a code', CODE],
    ['a part of its code', CODE.slice(3)],
    ['a name without its form and marks', 'an binh'],
    ['a whole name', 'Công ty TNHH Xây dựng An Bình'],
    ['a misspelt name in another order', 'bihn an'],
    ['one of its people', 'tran thi nhan'],
    ['one of its people, misspelt', 'Trần Thị Nhnâ'],
    ['a document', '033 085 000 123'],
    ['a person by name and year of birth', 'nguyen van mau 1985'],
    ['a phone of the company', '+84 912 345 678'],
    ['the end of a phone', '5678'],
    ['a phone of an account', '0987654321'],
    ['an address spelt otherwise', '12 Lê Lai, P. Phố Hiến, Hưng Yên'],
    ['a part of its address', 'le lai pho hien'],
    ['an account with its bank', 'VCB 0011002233445'],
    ['an account without its bank', '0011002233445'],
    ['the end of an account', '2233445'],
  ])('a look-up finds a company by %s', async (_, value) => {
    const { statusCode, body = '' } = await ask({ value });
    expect(statusCode).toBe(200);
    expect(body).toContain(`XÂY DỰNG AN BÌNH (${CODE})`);
    expect(body).toContain(`/police/cases/${noticeIdOf('police', CODE)}`);
  });

  it('a look-up finds the whole ring of a company, and each result leads to the cases of its ring', async () => {
    const members = ['0900000022', CODE].map((enterpriseCode) => ({ enterpriseCode, since: '2025-03-01' }));
    const days = { since: '2025-03-01', registeredFrom: '2025-01-01', registeredTo: '2025-03-01' };
    const network = { members, ties: [], withBadSigns: 2, ...days };
    await desks.notices.write(aNotice('police', '0900000022', { content: { network } }), undefined);
    await desks.assessments.record(assessedCompany('0900000022', { name: 'CÔNG TY TNHH BẢO THỊNH' }), EXPIRY);
    const { body = '' } = await ask({ value: 'nhóm bao thjnh' });
    expect(body).toContain('Cùng nhóm với: CÔNG TY TNHH BẢO THỊNH (0900000022)');
    expect(body).toContain(`XÂY DỰNG AN BÌNH (${CODE})`);
    expect(body).toContain('/police/cases?standing=all&amp;ring=0101243150"');
  });

  it('a look-up by the police is entered in the log with its purpose and a keyed hash, before anything is shown', async () => {
    await ask({ value: DOCUMENT });
    const entries = desks.entered.filter(({ kind }) => kind === 'looked-up');
    expect(entries).toMatchObject([{ by: 'officer:an', says: { what: 'number', purpose: 'case', found: 2 } }]);
    expect(JSON.stringify(entries)).not.toContain(DOCUMENT);
    const broken = await testDesks({ enter: () => Promise.reject(new Error('no log')) });
    const own = await broken.signedIn(['police'], 'an');
    const formToken =
      /name="formToken" value="([\w-]+)"/u.exec((await own.get('/police/search')).body ?? '')?.[1] ?? '';
    const form = { formToken, value: DOCUMENT, purpose: 'case', caseReference: 'x' };
    expect((await own.post('/police/search', form)).statusCode).toBe(500);
  });

  it('the browser comes back to the results of a look-up without a second entry, and nobody else is shown them', async () => {
    const formToken = await desks.formTokenOf(browser);
    const asked = { formToken, value: DOCUMENT, purpose: 'case', caseReference: 'VV-12/2026' };
    const { statusCode, headers } = await browser.post('/police/search', asked);
    const address = String(headers?.['location']);
    expect([statusCode, address.includes(DOCUMENT)]).toEqual([303, false]);
    for (let n = 0; n < 2; n += 1) expect((await browser.get(address)).body).toContain('XÂY DỰNG AN BÌNH');
    expect(desks.entered.filter(({ kind }) => kind === 'looked-up')).toHaveLength(1);
    const colleague = await desks.signedIn(['police'], 'binh');
    expect((await colleague.get(address)).body).not.toContain('AN BÌNH');
    expect((await browser.get(address.replace('search=', 'draft='))).body).not.toContain('AN BÌNH');
  });

  it.each([
    ['without a purpose', { value: '0912345678', purpose: '' }],
    ['with a purpose of its own', { value: '0912345678', purpose: 'toString' }],
    ['without a case or document', { value: '0912345678', caseReference: ' ' }],
    ['of nothing', { value: '' }],
  ])('a look-up is refused %s, and entered nowhere', async (_, form) => {
    const answer = await ask(form);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).not.toContain('AN BÌNH');
    expect(desks.entered.filter(({ kind }) => kind === 'looked-up')).toEqual([]);
  });

  it('a look-up without a result says so, and shows the searched value as plain text', async () => {
    const { body = '' } = await ask({ value: '<img src=x>' });
    expect(body).toContain('Không tìm thấy');
    expect(body).not.toContain('<img src=x');
  });

  it('the purpose is asked once in a session, and each look-up is entered with it', async () => {
    const formToken = await desks.formTokenOf(browser);
    const quick = () => browser.post('/police/search', { formToken, value: 'an bình' });
    const asked = await quick();
    expect([asked.statusCode, asked.body?.includes('value="an bình"')]).toEqual([422, true]);
    await ask({ value: CODE, purpose: 'report', caseReference: 'TB-7' });
    expect((await quick()).statusCode).toBe(303);
    const entries = desks.entered.filter(({ kind }) => kind === 'looked-up');
    expect(entries.map(({ says }) => says['purpose'])).toEqual(['report', 'report']);
    const later = await desks.signedIn(['police'], 'an');
    const again = { formToken: await desks.formTokenOf(later), value: 'an bình' };
    expect((await later.post('/police/search', again)).statusCode).toBe(422);
  });

  it('a company that is not flagged has a page with its state and the reasons, and each look is entered', async () => {
    const { body = '' } = await browser.get(`/police/companies/${CODE}`);
    expect(body).toContain('XÂY DỰNG AN BÌNH');
    expect(body).toContain('Kết luận');
    expect(body).toContain('Theo dõi dựa vào dữ liệu của riêng cơ quan thuế.');
    expect(body).toContain('<title>Doanh nghiệp – Hậu kiểm</title>');
    expect(desks.entered.filter(({ kind }) => kind === 'looked-up')).toHaveLength(1);
    expect((await browser.get('/police/companies/0900000011')).statusCode).toBe(404);
  });

  it('the office finds a company by name and person, and sees nothing of banks and of the police', async () => {
    const office = await desks.signedIn(['office'], 'binh');
    const formToken = await desks.formTokenOf(office);
    const search = async (value: string) => {
      const { headers } = await office.post('/office/search', { formToken, value });
      return (await office.get(String(headers?.['location']))).body ?? '';
    };
    const found = await search('nhan tran thi');
    expect(found).toContain(`XÂY DỰNG AN BÌNH (${CODE})`);
    expect(found).not.toContain('/police/');
    expect(found).not.toContain('Kết luận');
    for (const value of ['0011002233445', '0912345678']) expect(await search(value)).toContain('Không tìm thấy');
    const { body = '' } = await office.get(`/office/companies/${CODE}`);
    expect(body).toContain('XÂY DỰNG AN BÌNH');
    expect(body).not.toMatch(/Kết luận|Dấu hiệu|0011002233445/u);
    const by = desks.entered.filter(({ kind }) => kind === 'looked-up').map((entry) => entry.by);
    expect(by).toEqual(Array.from({ length: 4 }, () => 'officer:binh'));
  });

  it('only the police can make a look-up', async () => {
    for (const group of ['office', 'bank:970436', 'province', 'operator']) {
      const own = await desks.signedIn([group]);
      expect((await own.get('/police/search')).statusCode).toBe(404);
      expect((await ask({ value: CODE }, own)).statusCode).toBe(404);
    }
  });

  it('a look-up leads to an account’s page, where an officer may list it, clear it and ask its bank', async () => {
    const { accountRef } = accountKeysOf({ bank: '970436', accountNumber: '0011002233445' }, desks.hash);
    const path = `/police/accounts/${accountRef}`;
    const opened = await browser.get(path);
    expect(opened.body).toContain('0011002233445');
    expect(opened.body).toContain('<title>Tài khoản ****3445 – Hậu kiểm</title>');
    const whyNoQuestion = 'Chỉ hỏi được khi thông báo cho ngân hàng về tài khoản này đang có hiệu lực.';
    expect(opened.body).toContain(whyNoQuestion);
    const formToken = await desks.formTokenOf(browser);
    const list = (form: Record<string, string>) => browser.post(`${path}/listing`, { formToken, ...form });
    expect((await list({ code: '' })).statusCode).toBe(422);
    expect((await list({ code: '8', reason: '' })).statusCode).toBe(422);
    expect((await list({ code: '3', until: '1/1/2020' })).statusCode).toBe(422);
    expect((await list({ code: '3' })).statusCode).toBe(303);
    expect(await desks.replies.get('police', desks.sentReplies[0]?.replyId ?? '')).toMatchObject({
      officer: 'an',
      reply: { kind: 'suspicious-account', body: { code: 3, bank: '970436' } },
    });
    expect((await browser.post(`${path}/questions`, { formToken, ask: 'status' })).statusCode).toBe(404);
    const notice = aNotice('bank#970436', accountRef);
    await desks.notices.write(notice, undefined);
    const shown = (await browser.get(path)).body ?? '';
    expect(shown).not.toContain(whyNoQuestion);
    const ids = [...shown.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(ids).toHaveLength(new Set(ids).size);
    expect((await browser.post(`${path}/questions`, { formToken })).statusCode).toBe(422);
    expect((await browser.post(`${path}/questions`, { formToken, ask: 'status' })).statusCode).toBe(303);
    expect(desks.questions).toMatchObject([{ receiver: expect.stringMatching(/^bank#/u), tries: 0 }]);
    const clerk = await desks.signedIn(['bank:970436']);
    const page = (await clerk.get(`/bank/notices/${notice.noticeId}`)).body ?? '';
    expect(page).toContain('Trạng thái hiện nay của tài khoản');
    expect(page).toContain('08/01/2026');
    expect((await browser.get('/police/accounts/x')).statusCode).toBe(404);
  });
});
