import { expect, it } from 'vitest';
import { revocationWorklist } from '#shared/domain/notification/worklist/revocation.ts';
import { taskIdOf } from '#shared/tables/task-id.ts';
import { aNotice } from '#test/support/a-notice.ts';
import { putOnSiteCheck } from '#test/support/desks/an-on-site-check.ts';
import { testDesks } from '#test/support/desks/test-desks.ts';
import { unzip } from '#test/support/unzip.ts';

const CODE = '0101243150';
const EXPIRY = 2_000_000_000;
const document = { number: '12/CV-CSĐT', date: '2025-12-01', authority: 'Công an tỉnh Hưng Yên' };
const forgery = { dossier: 'founding', document, receivedOn: '2025-12-02' } as const;

it('the office takes the draft of its decision from the task that a police answer has opened', async () => {
  const desks = await testDesks();
  await putOnSiteCheck(desks, CODE);
  const decision = { outcome: 'confirmed', on: '2025-12-02T01:00:00.000Z', codes: [], forged: forgery } as const;
  await desks.companies.record([{ enterpriseCode: CODE, decision }], EXPIRY);
  const worklist = revocationWorklist(forgery);
  expect(worklist[0]?.why).toContain('chậm nhất ngày 05/12/2025');
  await desks.verifications.record(
    { enterpriseCode: CODE, name: 'CÔNG TY', revision: 2, people: [], worklist },
    false,
    EXPIRY,
  );
  const path = `/office/worklist/${CODE}/${worklist[0] ? taskIdOf(worklist[0]) : ''}`;
  const browser = await desks.signedIn(['office'], 'an');
  expect((await browser.get(path)).body).toContain('Tải dự thảo quyết định');
  const { headers, body = '' } = await browser.get(`${path}/letter`);
  expect(headers?.['content-disposition']).toContain(`quyet-dinh-ho-so-gia-mao-${CODE}.docx`);
  const text = unzip(Buffer.from(body, 'base64'))
    .get('word/document.xml')
    ?.replaceAll(/<[^>]+>/gu, '');
  for (const part of ['QUYẾT ĐỊNH', 'Thu hồi Giấy chứng nhận', 'CÔNG TY TNHH AN &amp; BÌNH', '12/CV-CSĐT', 'Điều 209'])
    expect(text).toContain(part);
});

it('an investigator says so with the confirmation and its document, and not otherwise', async () => {
  const desks = await testDesks();
  const browser = await desks.signedIn(['police']);
  const notice = aNotice('police', CODE, {});
  await desks.notices.write(notice, undefined);
  const path = `/police/cases/${notice.noticeId}/decision`;
  const formToken = await desks.formTokenOf(browser);
  const form = { formToken, sequence: '1', after: '', outcome: 'confirmed', forged: 'founding' };
  for (const wrong of [form, { ...form, outcome: 'dismissed', reason: 'x', number: '12/CV', date: '1/12/2025' }])
    expect((await browser.post(path, wrong)).statusCode).toBe(422);
  const another = aNotice('police', '0101243129', {});
  await desks.notices.write(another, undefined);
  const right = { ...form, number: document.number, date: '1/12/2025', also: `${another.noticeId} 1 ` };
  expect((await browser.post(path, right)).statusCode).toBe(303);
  const ofAnother = (await browser.get(`/police/cases/${another.noticeId}`)).body;
  expect(ofAnother).toContain('Xác nhận');
  expect(ofAnother).not.toContain(document.number);
  expect((await browser.get(`/police/cases/${notice.noticeId}`)).body).toContain(
    'đã giao cơ quan đăng ký doanh nghiệp',
  );
});
